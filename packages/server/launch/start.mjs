import { join } from "node:path";
import { cacheFolder, serverFolder } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { startUntilTold } from "./run.mjs";
import { serverFlags } from "./server-flags.mjs";

/** `npm start`: from a fresh clone to a page in the browser. */
export async function start(args) {
  const { node, env } = await prepare();
  const sample = args.includes("--no-sample") ? { FRONTSTEP_SAMPLE: "off" } : {};
  const file = join(serverFolder, "dist", "main.js");
  const server = startUntilTold([node, ...serverFlags, "--enable-source-maps", file], {
    env: { ...env, ...sample, NODE_COMPILE_CACHE: join(cacheFolder, "compiled") },
  });
  process.exitCode = await server.ended;
}
