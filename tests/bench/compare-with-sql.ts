import { type ChildProcess, fork } from "node:child_process";
import { Agent } from "node:http";
import type { Result } from "./bench-case.ts";
import { type RunningProduct, send, type Sent, type Session } from "./running-product.ts";

const CONNECTIONS = 8;
const WARM_UP_MS = 4_000;
const MEASURED_MS = 4_000;

/** A page: what the admin asks the API, and the one statement that builds the same from the tables. */
export interface Page {
  readonly name: string;
  readonly session: Session;
  readonly query: string;
  readonly variables: object;
  readonly statement: string;
  /** The statement's parameters, as text. */
  readonly values: readonly string[];
}

/** Requests a second through the product and through the bare statement, in turns, on this machine, now. */
export async function compareWithSql(product: RunningProduct, page: Page): Promise<Result[]> {
  await page.session.ask(page.query, page.variables);
  const ours: Sent = {
    method: "POST",
    path: "/graphql",
    body: JSON.stringify({ query: page.query, variables: page.variables }),
    headers: { cookie: page.session.cookie, "content-type": "application/json" },
  };
  const bare = await startBareServer([product.databaseUrl, page.statement, ...page.values]);
  const agent = new Agent({ keepAlive: true });
  const door = { url: `http://127.0.0.1:${bare.port}`, agent };
  const size = (await send(product, ours)).length;
  const bareRate = await rate(() => send(door, { method: "GET", path: "/" }));
  const ourRate = await rate(() => send(product, ours));
  agent.destroy();
  bare.child.kill();
  return [
    { name: `${page.name}: ours`, value: ourRate, unit: "requests/s" },
    { name: `${page.name}: bare SQL`, value: bareRate, unit: "requests/s" },
    {
      name: `${page.name}: bare SQL is faster by`,
      value: bareRate / ourRate,
      unit: `times (${size} bytes)`,
      most: 3,
    },
  ];
}

async function rate(act: () => Promise<unknown>): Promise<number> {
  await during(WARM_UP_MS, act);
  return (await during(MEASURED_MS, act)) / (MEASURED_MS / 1000);
}

async function during(milliseconds: number, act: () => Promise<unknown>): Promise<number> {
  const end = Date.now() + milliseconds;
  let done = 0;
  const connection = async (): Promise<void> => {
    while (Date.now() < end) {
      await act();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return done;
}

function startBareServer(args: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(new URL("./bare-server.ts", import.meta.url), args);
  return new Promise((settle, fail) => {
    child.once("message", (port) => {
      settle({ child, port: Number(port) });
    });
    child.once("exit", () => {
      fail(new Error("The bare server did not start."));
    });
  });
}
