import { existsSync } from "node:fs";
import { join } from "node:path";
import { adminFolder, serverFolder, toolFile } from "./places.mjs";
import { run } from "./run.mjs";

/** Bundles the server and the admin, side by side. */
export async function build({ node, env }) {
  const production = { ...env, NODE_ENV: "production" };
  await Promise.all([
    run("Build the server", [node, toolFile("vite"), "build"], { cwd: serverFolder, env: production }),
    run("Build the admin", [node, toolFile("vite"), "build"], { cwd: adminFolder, env: production }),
  ]);
}

export function isBuilt() {
  return (
    existsSync(join(serverFolder, "dist", "main.js")) && existsSync(join(adminFolder, "dist", "index.html"))
  );
}
