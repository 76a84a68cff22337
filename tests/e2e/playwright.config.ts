import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browserFile } from "./browser-file.ts";

// Each run has a port and a data folder of its own; the workers, which read this file again, inherit both.
const port = (process.env["E2E_PORT"] ??= String(20_000 + Math.floor(Math.random() * 20_000)));
const data = (process.env["E2E_DATA"] ??= newDataFolder());
const root = new URL("../..", import.meta.url).pathname;

export default defineConfig({
  testDir: ".",
  outputDir: join(root, "test-results"),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One sample state for all: a spec that changes something makes what it changes.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,

  projects: [
    { name: "jobs", testMatch: "*.spec.ts", testIgnore: ["site-map.spec.ts", "take-screens.spec.ts"] },
    { name: "site map", testMatch: "site-map.spec.ts", dependencies: ["jobs"] },
    // The pictures of docs/screens, taken when asked: FRONTSTEP_SCREENS=1 pnpm test:e2e --project screens
    ...(process.env["FRONTSTEP_SCREENS"] ? [{ name: "screens", testMatch: "take-screens.spec.ts" }] : []),
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    // Not where the sample state lies: a reader elsewhere has another day than its sites for some hours.
    timezoneId: "America/New_York",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: await browserFile(),
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" --disable-warning=ExperimentalWarning packages/server/dist/main.js`,
    cwd: root,
    url: `http://localhost:${port}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: { FRONTSTEP_PORT: port, FRONTSTEP_DATA: data, FRONTSTEP_SAMPLE: "on", NODE_ENV: "development" },
  },
});

/** The throwaway database goes when the run, which made it, ends. */
function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "frontstep-e2e-"));
  // As root, the database runs as another account, which must be able to enter.
  chmodSync(folder, 0o755);
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
