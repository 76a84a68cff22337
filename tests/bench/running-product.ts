import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { serverFlags } from "../../packages/server/launch/server-flags.mjs";

const PORT = 4390;
const SAMPLE_PASSWORD = "front step sample";

/** The product as it is released, in a process of its own, with the sample state in it. */
export interface RunningProduct {
  readonly url: string;
  readonly agent: Agent;
  /** Reaches its database past everything, to compare with. */
  readonly databaseUrl: string;
  readonly database: pg.Client;
  signIn(email: string): Promise<Session>;
  /** The most memory that the server has held so far, in megabytes; undefined where the system does not say. */
  peakMemory(): number | undefined;
  stop(): Promise<void>;
}

/** Somebody who is signed in. */
export interface Session {
  readonly cookie: string;
  ask<T>(query: string, variables?: object): Promise<T>;
  post(path: string, body: Buffer | string, type?: string): Promise<string>;
}

export async function startProduct(): Promise<RunningProduct> {
  const dataFolder = mkdtempSync(join(tmpdir(), "frontstep-bench-"));
  chmodSync(dataFolder, 0o755);
  const main = new URL("../../packages/server/dist/main.js", import.meta.url).pathname;
  const child = spawn(process.execPath, [...serverFlags, main], {
    env: {
      ...process.env,
      FRONTSTEP_PORT: String(PORT),
      FRONTSTEP_DATA: dataFolder,
      NODE_ENV: "development",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://localhost:${PORT}`;
  await untilReady(url, child);
  const databaseUrl = addressOfDatabase(dataFolder);
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    url,
    agent,
    databaseUrl,
    database,
    signIn: (email) => signIn({ url, agent }, email),
    peakMemory: () => peakMemory(child),
    stop: async () => {
      agent.destroy();
      await database.end();
      await new Promise((settle) => {
        child.once("close", settle);
        child.kill("SIGTERM");
      });
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error("The server did not start.");
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((settle) => setTimeout(settle, 100));
  }
}

function addressOfDatabase(dataFolder: string): string {
  const password = readFileSync(join(dataFolder, "superuser-password"), "utf8").trim();
  const port = readFileSync(join(dataFolder, "cluster", "postmaster.pid"), "utf8").split("\n")[3] ?? "";
  return `postgresql://postgres:${password}@127.0.0.1:${port.trim()}/frontstep`;
}

function peakMemory(child: ChildProcess): number | undefined {
  if (process.platform !== "linux") return undefined;
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}

interface Door {
  readonly url: string;
  readonly agent: Agent;
}

async function signIn(door: Door, email: string): Promise<Session> {
  const answer = await fetch(`${door.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: SAMPLE_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const post: Session["post"] = (path, body, type = "application/json") =>
    send(door, { method: "POST", path, body, headers: { cookie, "content-type": type } });
  return {
    cookie,
    post,
    ask: async <T>(query: string, variables: object = {}) => {
      const { data, errors } = JSON.parse(await post("/graphql", JSON.stringify({ query, variables }))) as {
        data: T;
        errors?: readonly { message: string }[];
      };
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("\n"));
      return data;
    },
  };
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request over a connection that is kept. */
export function send({ url, agent }: Door, { method, path, body, headers }: Sent): Promise<string> {
  return new Promise((settle, fail) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const asked = request(
      new URL(path, url),
      { method, agent, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if ((answer.statusCode ?? 500) < 400) settle(text);
          else fail(new Error(`${path} answered ${answer.statusCode ?? 0}: ${text.slice(0, 300)}`));
        });
      },
    );
    asked.on("error", fail);
    asked.end(body);
  });
}
