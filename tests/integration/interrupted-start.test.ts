import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rootFolder } from "@frontstep/server";
import { afterAll, beforeAll, expect, test } from "vitest";

let dataFolder: string;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), "frontstep-interrupted-"));
  chmodSync(dataFolder, 0o755);
  port = await freePort();
});
afterAll(async () => {
  for (const child of started) await end(child, "SIGTERM");
  rmSync(dataFolder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port: found } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return found;
}

interface StartedServer {
  readonly child: ChildProcess;
  /** Waits until the server has said this, and gives all that it said so far. */
  untilItSays(words: string): Promise<string>;
}

/** The server in a process of its own, as it is started by who tries Frontstep. */
function start(): StartedServer {
  const serverFolder = join(rootFolder(), "packages", "server");
  const loader = pathToFileURL(join(serverFolder, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--import", loader, join(serverFolder, "src", "main.ts")],
    {
      cwd: serverFolder,
      env: {
        ...process.env,
        NODE_ENV: "development",
        FRONTSTEP_PORT: String(port),
        FRONTSTEP_DATA: dataFolder,
        FRONTSTEP_SAMPLE: "on",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return {
    child,
    untilItSays: async (words) => {
      while (!said.includes(words)) {
        if (child.exitCode !== null) throw new Error(`The server ended: ${said}`);
        await new Promise((settle) => setTimeout(settle, 20));
      }
      return said;
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

async function signIn(email: string): Promise<number> {
  const address = `http://localhost:${String(port)}`;
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email, password: "front step sample" }),
  });
  return answer.status;
}

test("a server that was killed while the sample state was made throws its part away, says so, and makes it whole", async () => {
  const first = start();
  await first.untilItSays("Dunmere, 1 site");
  await end(first.child, "SIGKILL");

  const second = start();
  const said = await second.untilItSays("Frontstep is at");
  expect(said).toContain("was interrupted while it was being made: what there is of it is thrown away");
  expect(said).toContain("Port Averly, 5 sites");
  expect(await signIn("admin@port-averly.example.org")).toBe(200);
  await end(second.child, "SIGTERM");

  const third = start();
  expect(await third.untilItSays("Frontstep is at")).not.toContain("Making the sample state");
  expect(await signIn("author@bridgeway.example.org")).toBe(200);
}, 240_000);
