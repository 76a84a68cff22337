import { spawn } from "node:child_process";
import { join } from "node:path";
import { generateForBuild, printSchema } from "./generate.mjs";
import { adminFolder, root, serverFolder, toolFile } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { say } from "./say.mjs";

/** `pnpm dev`: the server from source, begun anew at each change; the admin with hot reloading; types kept current. */
export async function dev() {
  const tools = await prepare();
  await printSchema(tools);
  await generateForBuild(tools);
  const { node } = tools;
  const tsx = toolFile("tsx", serverFolder);
  const codegen = toolFile("graphql-codegen", adminFolder);
  const programs = [
    ["server", [tsx, "watch", "--clear-screen=false", join(serverFolder, "src", "main.ts")], serverFolder],
    [
      "schema",
      [tsx, "watch", "--clear-screen=false", join(serverFolder, "src", "graphql", "print-schema.ts")],
      serverFolder,
    ],
    ["admin", [toolFile("vite")], adminFolder],
    ["types", [codegen, "--config", "codegen.ts", "--watch"], adminFolder],
  ];
  const children = programs.map(([name, args, cwd]) => {
    const child = spawn(node, args, {
      cwd,
      env: { ...process.env, ...tools.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => tell(name, chunk));
    return child;
  });
  say("The admin is at http://localhost:5173, the API at http://localhost:4000/graphql. Ctrl-C stops both.");
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => children.forEach((child) => child.kill("SIGTERM")));
  await Promise.all(children.map((child) => new Promise((settle) => child.on("close", settle))));
}

function tell(name, chunk) {
  for (const line of String(chunk).split("\n")) if (line.trim() !== "") say(`${name.padEnd(7)}│ ${line}`);
}

/** `pnpm frontstep …`: the command line, from the bundle. */
export async function frontstep(args) {
  const { node, env } = await prepare();
  const file = join(serverFolder, "dist", "frontstep.js");
  const child = spawn(
    node,
    ["--disable-warning=ExperimentalWarning", "--enable-source-maps", file, ...args],
    {
      // Files are named from where the person is.
      cwd: process.env.INIT_CWD ?? root,
      env: { ...process.env, ...env },
      stdio: "inherit",
    },
  );
  process.on("SIGINT", () => undefined);
  process.exitCode = await new Promise((settle) => child.on("close", (code) => settle(code ?? 1)));
}
