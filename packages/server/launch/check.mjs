import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "./generate.mjs";
import { root, toolFile } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runToLog } from "./run.mjs";
import { say, Stop } from "./say.mjs";
import { runVitest } from "./layers.mjs";

const CRUISED = [
  "packages/domain/src",
  "packages/server/src",
  "packages/server/launch",
  "packages/admin/src",
  "tests",
  "prisma",
];
const LINES_SHOWN = 200;

/** One cache for checking the format and for mending it: without it, mending trips over the other's file. */
export const prettierCache = ["--cache", "--cache-location=node_modules/.cache/prettier"];

/** The checks, quickest first; each says by file and rule what is not as it should be. */
function checks(tools) {
  const tool = (name, ...args) => [tools.node, toolFile(name), ...args];
  const cruise = (config) => tool("depcruise", "--config", config, ...CRUISED);
  return [
    {
      name: "Format",
      command: tool("prettier", "--check", ...prettierCache, "."),
      hint: "pnpm format",
    },
    {
      name: "Spelling",
      command: tool("cspell", "lint", "--no-progress", "--no-summary", "--gitignore"),
      hint: "correct it, or add the word to .cspell-words.txt",
    },
    { name: "Directions", command: cruise(".dependency-cruiser.js") },
    { name: "Directions between folders", command: cruise(".dependency-cruiser.folders.js") },
    {
      name: "Generated files are current",
      act: () => generatedIsCurrent(tools),
      hint: "look at the difference and commit it",
    },
    { name: "Unused code", command: tool("knip", "--no-progress") },
    { name: "Types", command: tool("tsc", "-b", "--pretty", "false") },
    {
      name: "Lint",
      command: tool("eslint", "--max-warnings=0", "."),
      hint: "pnpm lint --fix puts some of it right",
    },
  ];
}

/** Runs the checks, two at a time; answers how many passed and failed. */
export async function runChecks(tools) {
  const total = { passed: 0, failed: 0 };
  // What reads generated files waits until they have been made.
  const [beforehand, making, afterwards] = stages(checks(tools));
  for (const stage of [beforehand, making, afterwards]) {
    const waiting = [...stage];
    const lane = async () => {
      for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
        const began = Date.now();
        const problem = await problemOf(check, tools);
        total[problem === undefined ? "passed" : "failed"] += 1;
        report(check, problem, Date.now() - began);
      }
    };
    await Promise.all([lane(), lane()]);
  }
  return total;
}

function stages(all) {
  const making = all.findIndex(({ act }) => act !== undefined);
  return [all.slice(0, making), all.slice(making, making + 1), all.slice(making + 1)];
}

function report({ name, hint }, problem, milliseconds) {
  say(`${problem === undefined ? "ok    " : "FAILED"} ${name} (${(milliseconds / 1000).toFixed(1)} s)`);
  if (problem === undefined) return;
  say(indent(problem));
  if (hint !== undefined) say(`       → ${hint}`);
}

async function problemOf({ name, command, act }, { env }) {
  if (act !== undefined) return act();
  const { code, log } = await runToLog(name, command, { env });
  return code === 0 ? undefined : readFileSync(log, "utf8").trim();
}

/** What is committed although the code prints it, because people and programs read it. */
const PRINTED = ["packages/server/schema.graphql", "docs/template-release.schema.json"];

async function generatedIsCurrent(tools) {
  const committed = PRINTED.map((file) => readFileSync(join(root, file), "utf8"));
  try {
    await generate(tools);
  } catch (error) {
    return error.message;
  }
  const stale = PRINTED.filter((file, index) => readFileSync(join(root, file), "utf8") !== committed[index]);
  if (stale.length === 0) return undefined;
  return `${stale.join(", ")}: not what the code prints; printed anew now.`;
}

function indent(text) {
  const lines = text.replaceAll(`${root}/`, "").split("\n");
  const shown = lines.slice(0, LINES_SHOWN).map((line) => `       ${line}`);
  if (lines.length > LINES_SHOWN) shown.push(`       … and ${lines.length - LINES_SHOWN} lines more`);
  return shown.join("\n");
}

/** `pnpm check`: the checks and the tests that need no database. */
export async function check() {
  const tools = await prepare();
  const checked = await runChecks(tools);
  const tested = await runVitest(tools, ["unit", "component"]);
  if (checked.failed + tested.failed > 0)
    throw new Stop(`${checked.failed} checks and ${tested.failed} tests failed.`);
}
