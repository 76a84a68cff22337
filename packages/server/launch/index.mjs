import { join } from "node:path";
import { check, prettierCache } from "./check.mjs";
import { dev, frontstep } from "./dev.mjs";
import { generate } from "./generate.mjs";
import { runPlaywright, runVitest } from "./layers.mjs";
import { root, toolFile } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runInView } from "./run.mjs";
import { launch, Stop } from "./say.mjs";
import { start } from "./start.mjs";
import { test } from "./test.mjs";
import { build } from "./build.mjs";
import { findTools } from "./tools.mjs";

/** What `npm start`, `npm test` and the scripts of package.json do, by name. */
const commands = {
  start,
  test,
  check,
  dev,
  frontstep,
  generate: async () => generate(await findTools()),
  build: async () => build(await findTools()),
  "test:unit": (args) => layer((tools) => runVitest(tools, ["unit", "component"], args)),
  "test:integration": (args) => layer((tools) => runVitest(tools, ["integration"], args)),
  "test:e2e": (args) => layer((tools) => runPlaywright(tools, args)),
  bench: (args) => tool(join(root, "tests", "bench", "bench.ts"), args),
  lint: (args) => tool(toolFile("eslint"), [...args, "."]),
  format: () => tool(toolFile("prettier"), ["--write", "--log-level=warn", ...prettierCache, "."]),
};

async function layer(run) {
  const { failed } = await run(await prepare());
  if (failed > 0) process.exitCode = 1;
}

async function tool(file, args) {
  const { node, env } = await prepare();
  process.exitCode = await runInView([node, file, ...args], { env });
}

const [name, ...args] = process.argv.slice(2);
launch(async () => {
  const command = commands[name];
  if (command === undefined)
    throw new Stop(`There is no command "${name}": use one of ${Object.keys(commands).join(", ")}.`);
  await command(args);
});
