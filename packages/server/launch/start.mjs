import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, serverFolder } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { launch } from "./say.mjs";

/** `npm start`: from a fresh clone to a page in the browser. */
launch(async () => {
  const tools = await prepare();
  const file = join(serverFolder, "dist", "main.js");
  const sample = process.argv.includes("--no-sample") ? { FRONTSTEP_SAMPLE: "off" } : {};
  const server = spawn(tools.node, ["--disable-warning=ExperimentalWarning", "--enable-source-maps", file], {
    cwd: root,
    env: { ...process.env, ...tools.env, ...sample },
    stdio: "inherit",
  });
  // Ctrl-C reaches the server by itself; asked to end in another way, we hand it on. We end when it has.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => server.kill("SIGTERM"));
  process.on("SIGHUP", () => server.kill("SIGTERM"));
  await new Promise((settle) => {
    server.on("close", (code) => {
      process.exitCode = code ?? 1;
      settle();
    });
  });
});
