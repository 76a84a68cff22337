import { spawn } from "node:child_process";
import { join } from "node:path";
import { cacheFolder, root, serverFolder } from "./places.mjs";
import { prepare } from "./prepare.mjs";

/** `npm start`: from a fresh clone to a page in the browser. */
export async function start(args) {
  const tools = await prepare();
  const file = join(serverFolder, "dist", "main.js");
  const sample = args.includes("--no-sample") ? { FRONTSTEP_SAMPLE: "off" } : {};
  const server = spawn(tools.node, ["--disable-warning=ExperimentalWarning", "--enable-source-maps", file], {
    cwd: root,
    env: { ...process.env, ...tools.env, ...sample, NODE_COMPILE_CACHE: join(cacheFolder, "compiled") },
    stdio: "inherit",
  });
  // Ctrl-C reaches the server by itself; asked to end in another way, we hand it on. We end when it has.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => server.kill("SIGTERM"));
  process.on("SIGHUP", () => server.kill("SIGTERM"));
  process.exitCode = await new Promise((settle) => server.on("close", (code) => settle(code ?? 1)));
}
