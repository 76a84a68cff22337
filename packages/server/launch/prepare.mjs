import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { generateForBuild, isGenerated } from "./generate.mjs";
import { root, toolsFolder } from "./places.mjs";
import { run } from "./run.mjs";
import { step, Stop } from "./say.mjs";
import { hashOf, isCurrent, setStamp } from "./stamp.mjs";
import { findTools } from "./tools.mjs";

const MANIFESTS = [
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "package.json",
  "packages/domain/package.json",
  "packages/server/package.json",
  "packages/admin/package.json",
  "tests/package.json",
];
const SOURCES = [...MANIFESTS, "tsconfig.base.json", "prisma.config.ts", "prisma", "packages"];
/** What is made, or only tells or tests: a change of it asks for no new build. */
const NOT_SOURCES = [
  /^node_modules$/,
  /^generated$/,
  /^dist$/,
  /^migrations$/,
  /^seed$/,
  /^launch$/,
  /\.test\.tsx?$/,
  /\.md$/,
];
const MEGABYTES_NEEDED = 2500;

/** Makes a clone ready to run: tools, packages, generated files, bundles. What is current is left alone. */
export async function prepare() {
  if (!existsSync(join(root, "node_modules"))) checkSpace();
  const tools = await findTools();
  await install(tools);
  const sources = hashOf(SOURCES, NOT_SOURCES);
  if (isCurrent("built", sources) && isGenerated() && isBuilt()) return tools;
  await step("Generating", () => generateForBuild(tools));
  await step("Building", () => build(tools));
  setStamp("built", sources);
  return tools;
}

async function install({ pnpm, env }) {
  const manifests = hashOf(MANIFESTS);
  if (isCurrent("installed", manifests) && existsSync(join(root, "node_modules", ".modules.yaml"))) return;
  await step("Installing what the lockfile names", () =>
    run("Installing", [...pnpm, "install", "--frozen-lockfile", "--config.confirmModulesPurge=false"], {
      env: { ...env, CI: "true" },
    }),
  );
  setStamp("installed", manifests);
}

function checkSpace() {
  const { bavail, bsize } = statfsSync(existsSync(toolsFolder) ? toolsFolder : root);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < MEGABYTES_NEEDED) {
    throw new Stop(
      `The disk with ${root} has ${free} MB left and Frontstep needs ${MEGABYTES_NEEDED} MB: free some space and start again.`,
    );
  }
}
