import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const serverFolder = join(root, "packages", "server");
export const adminFolder = join(root, "packages", "admin");
/** Node.js and pnpm, where the machine's own will not do. */
export const toolsFolder = join(root, ".tools");
/** What was last installed and built, and what the steps said. */
export const cacheFolder = join(root, ".cache", "launch");

/** The file that runs a tool which the workspace has installed. */
export function toolFile(tool, from = root) {
  const files = {
    cspell: "cspell/bin.mjs",
    depcruise: "dependency-cruiser/bin/dependency-cruiser.mjs",
    eslint: "eslint/bin/eslint.js",
    knip: "knip/bin/knip.js",
    playwright: "@playwright/test/cli.js",
    prettier: "prettier/bin/prettier.cjs",
    prisma: "prisma/build/index.js",
    tsc: "typescript/bin/tsc",
    tsx: "tsx/dist/cli.mjs",
    vite: "vite/bin/vite.js",
    vitest: "vitest/vitest.mjs",
    "graphql-codegen": "@graphql-codegen/cli/esm/bin.js",
  };
  return join(from, "node_modules", files[tool]);
}
