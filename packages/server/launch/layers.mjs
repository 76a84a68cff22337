import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root, toolFile } from "./places.mjs";
import { runInView } from "./run.mjs";

const NONE = { passed: 0, failed: 0 };

/** Runs projects of vitest.config.ts; answers how many tests passed and failed. */
export async function runVitest({ node, env }, projects, args = []) {
  const report = reportFile(projects.join("-"));
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runInView(
    [
      node,
      "--disable-warning=ExperimentalWarning",
      toolFile("vitest"),
      "run",
      "--passWithNoTests",
      ...chosen,
      ...reporters,
      ...args,
    ],
    { env },
  );
  const counted = existsSync(report) ? countVitest(JSON.parse(readFileSync(report, "utf8"))) : NONE;
  return withExit(counted, code);
}

function countVitest({ numPassedTests, numFailedTests, testResults }) {
  // A file that cannot be loaded has no tests to fail: it counts as one.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

/** Runs the tests in a browser. */
export async function runPlaywright({ node, env }, args = []) {
  const config = join(root, "tests", "e2e", "playwright.config.ts");
  if (!existsSync(config)) return NONE;
  const report = reportFile("e2e");
  const code = await runInView(
    [
      node,
      toolFile("playwright", join(root, "tests")),
      "test",
      "--config",
      config,
      "--reporter=list,json",
      ...args,
    ],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  const counted = existsSync(report) ? countPlaywright(JSON.parse(readFileSync(report, "utf8"))) : NONE;
  return withExit(counted, code);
}

function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** A runner that failed without a failed test has failed all the same. */
function withExit({ passed, failed }, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function reportFile(name) {
  const file = join(cacheFolder, `report-${name}.json`);
  rmSync(file, { force: true });
  return file;
}
