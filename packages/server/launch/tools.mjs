import { copyFileSync, existsSync, mkdirSync, accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { serverFolder, toolsFolder } from "./places.mjs";
import { run } from "./run.mjs";
import { step, Stop } from "./say.mjs";

const NODE_MAJOR = 24;
const OLDEST_NODE_MAJOR = 20;

/**
 * Node.js 24 and pnpm: this very Node.js where it is new enough, else the exact builds named in
 * tools/package-lock.json, brought once into .tools/ (no install script of theirs is run).
 */
export async function findTools() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < OLDEST_NODE_MAJOR) {
    throw new Stop(
      `Frontstep needs Node.js ${OLDEST_NODE_MAJOR} or later to start, and this is ${process.version}: install a newer one.`,
    );
  }
  if (!isThere()) await step("Bringing Node.js 24 and pnpm", bring);
  const node = major >= NODE_MAJOR ? process.execPath : broughtNode();
  if (node === undefined) {
    throw new Stop(
      `There is no Node.js ${NODE_MAJOR} to bring for this machine (${process.platform}, ${process.arch}): install it and start again.`,
    );
  }
  return { node, pnpm: [node, pnpmFile()], env: environmentFor(node) };
}

function isThere() {
  return (
    existsSync(pnpmFile()) &&
    (Number(process.versions.node.split(".")[0]) >= NODE_MAJOR || broughtNode() !== undefined)
  );
}

async function bring() {
  mkdirSync(toolsFolder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(join(serverFolder, "launch", "tools", file), join(toolsFolder, file));
  }
  await run(
    "Bringing Node.js and pnpm",
    [...npm(), "install", "--ignore-scripts", "--no-audit", "--no-fund"],
    {
      cwd: toolsFolder,
      env: writableHome(),
    },
  );
}

function pnpmFile() {
  return join(toolsFolder, "node_modules", "pnpm", "bin", "pnpm.mjs");
}

function broughtNode() {
  const isWindows = process.platform === "win32";
  const platform = isWindows ? "win" : process.platform;
  const file = isWindows ? "node.exe" : "node";
  return [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]
    .map((name) => join(toolsFolder, "node_modules", name, "bin", file))
    .find((path) => existsSync(path));
}

/** The npm that started us, or the one on the path. */
function npm() {
  const started = process.env.npm_execpath;
  if (started !== undefined && /npm-cli\.js$/.test(started)) return [process.execPath, started];
  return process.platform === "win32" ? ["npm.cmd"] : ["npm"];
}

/** Package managers keep caches at home; where there is no home to write to, they get one here. */
export function writableHome() {
  try {
    accessSync(homedir(), constants.W_OK);
    return { HOME: homedir() };
  } catch {
    const home = join(toolsFolder, "home");
    mkdirSync(home, { recursive: true });
    return { HOME: home, npm_config_cache: join(home, ".npm") };
  }
}

/** What programs started by us find first is the Node.js that we chose. */
function environmentFor(node) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`;
  return { PATH: path, ...writableHome(), npm_config_manage_package_manager_versions: "false" };
}
