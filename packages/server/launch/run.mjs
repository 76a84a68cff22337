import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "./places.mjs";
import { Stop } from "./say.mjs";

const LINES_SHOWN = 40;

/**
 * Runs a program quietly, with all it says in a log, and shows the end of that log when it fails.
 * `command` is the program and its arguments; `options` the folder and additional environment.
 */
export async function run(name, command, options = {}) {
  const { code, log } = await runToLog(name, command, options);
  if (code === 0) return;
  const said = readFileSync(log, "utf8");
  throw new Stop(
    explainFailure(name, said) ?? `${lastLines(said)}\n\n${name} failed; all it said is in ${log}.`,
  );
}

/** The same, answering how it ended. */
export async function runToLog(name, [program, ...args], { cwd = root, env = {} } = {}) {
  mkdirSync(cacheFolder, { recursive: true });
  const log = join(cacheFolder, `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.log`);
  const output = createWriteStream(log);
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const code = await endOf(child);
  await new Promise((settle) => output.end(settle));
  return { code, log };
}

/** Runs a program that talks to the person itself. */
export function runInView([program, ...args], { cwd = root, env = {} } = {}) {
  return endOf(spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" }));
}

function endOf(child) {
  return new Promise((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => settle(signal === null ? code : 1));
  });
}

function explainFailure(name, said) {
  const { bavail, bsize } = statfsSync(root);
  if (/ENOSPC|no space left/i.test(said) || bavail * bsize < 1024 * 1024) {
    return `${name} stopped because the disk with ${root} is full: free about 2 GB and start again.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/i.test(said)) {
    return `${name} needs the network and could not reach the package registry: connect, or set the registry that your organization uses, and start again.\n\n${lastLines(said)}`;
  }
  if (/EACCES|EPERM|permission denied/i.test(said)) {
    return `${name} may not write where it must: start it as the account that owns ${root}.\n\n${lastLines(said)}`;
  }
  return undefined;
}

function lastLines(text) {
  return text.trimEnd().split("\n").slice(-LINES_SHOWN).join("\n");
}

/**
 * Starts a program that runs until it is told to end. It has a process group of its own, so that
 * Ctrl-C reaches it once, through us, and not once more through the terminal.
 */
export function startUntilTold([program, ...args], { cwd = root, env = {}, stdio = "inherit" } = {}) {
  const isWindows = process.platform === "win32";
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio, detached: !isWindows });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  return { child, ended: endOf(child) };
}
