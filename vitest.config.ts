import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const fromHere = createRequire(import.meta.url);

/**
 * Vitest loads `graphql` twice, as .mjs for our code and as .js for the libraries, and a schema
 * of the one is a stranger to the other: everyone gets the .js.
 */
const oneGraphql = [{ find: /^graphql$/, replacement: fromHere.resolve("graphql/index.js") }];

export default defineConfig({
  test: {
    // Workers wait for the database as often as they work: one to a core, however few.
    maxWorkers: Math.max(2, availableParallelism()),
    execArgv: ["--disable-warning=ExperimentalWarning"],
    projects: [
      {
        resolve: { alias: oneGraphql },
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "prisma/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          name: "component",
          include: ["packages/admin/src/**/*.test.tsx"],
          environment: "jsdom",
          setupFiles: ["packages/admin/src/testing/set-up.ts"],
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/support/database-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
