import { watch } from "node:fs";
import { join } from "node:path";
import { generateDocuments, printSchema } from "./generate.mjs";
import { adminFolder, root, serverFolder, toolFile } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runInView, startUntilTold } from "./run.mjs";
import { say } from "./say.mjs";

const QUIET_MS = 300;

/** `pnpm dev`: the server from source, begun anew at each change; the admin with hot reloading; types kept current. */
export async function dev() {
  const tools = await prepare();
  await printSchema(tools);
  const port = process.env.FRONTSTEP_PORT ?? "4000";
  const tsx = [tools.node, toolFile("tsx", serverFolder), "watch", "--clear-screen=false"];
  const programs = [
    ["server", [...tsx, join("src", "main.ts")], serverFolder],
    ["schema", [...tsx, join("src", "graphql", "print-schema.ts")], serverFolder],
    ["admin", [tools.node, toolFile("vite")], adminFolder],
  ];
  const env = { ...tools.env, FRONTSTEP_DEV_SERVER: `http://localhost:${port}` };
  const ends = programs.map(([name, command, cwd]) => {
    const { child, ended } = startUntilTold(command, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => tell(name, chunk));
    return ended;
  });
  const watchers = keepDocumentsCurrent(tools);
  say(
    `The admin is at http://localhost:5173, the API at http://localhost:${port}/graphql. Ctrl-C stops both.`,
  );
  await Promise.all(ends);
  for (const watcher of watchers) watcher.close();
}

/** Types of the admin's queries, made anew when a query or the schema has changed. */
function keepDocumentsCurrent(tools) {
  let waiting;
  const makeSoon = (_event, name) => {
    if (name === null || /(^|[\\/])generated([\\/]|$)/.test(name) || !/\.(tsx?|graphql)$/.test(name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(make, QUIET_MS);
  };
  const make = () =>
    generateDocuments(tools).then(
      () => tell("types", "made anew"),
      (error) => tell("types", error.message),
    );
  return [watch(join(adminFolder, "src"), { recursive: true }, makeSoon), watch(serverFolder, makeSoon)];
}

function tell(name, chunk) {
  for (const line of String(chunk).split("\n")) if (line.trim() !== "") say(`${name.padEnd(7)}│ ${line}`);
}

/** `pnpm frontstep …`: the command line, from the bundle. */
export async function frontstep(args) {
  const { node, env } = await prepare();
  const file = join(serverFolder, "dist", "frontstep.js");
  process.on("SIGINT", () => undefined);
  const command = [node, "--disable-warning=ExperimentalWarning", "--enable-source-maps", file, ...args];
  // Ctrl-C is the command's to hear: we end when it has. Files are named from where the person is.
  process.exitCode = await runInView(command, { cwd: process.env.INIT_CWD ?? root, env });
}
