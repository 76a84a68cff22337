import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "../cannot-start.ts";
import type { DatabaseAccount, EmbeddedPrograms } from "./embedded-files.ts";
import type { EmbeddedFolder } from "./embedded-folder.ts";

/** One database on this machine: its programs, its files, and the account that runs it. */
export interface EmbeddedCluster {
  readonly programs: EmbeddedPrograms;
  readonly folder: EmbeddedFolder;
  readonly account: DatabaseAccount | undefined;
  /** Without it a power cut may lose everything, and tests are three times as fast. */
  readonly isDurable: boolean;
}

const LONGEST_START_MS = 120_000;
const LONGEST_STOP_MS = 30_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  // A person's name in a failed statement must not reach the log.
  log_parameter_max_length_on_error: "0",
  log_error_verbosity: "terse",
};

const THROWAWAY_SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
};

function programFile(cluster: EmbeddedCluster, name: string): string {
  return join(cluster.programs.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** The server inherits nothing of our environment: no secret, no locale of someone's terminal. */
function surroundings(cluster: EmbeddedCluster): SpawnOptions {
  const isWindows = process.platform === "win32";
  return {
    ...cluster.account,
    cwd: "/",
    // A process group of its own: Ctrl-C reaches us first, and we stop the server when we are done with it.
    detached: !isWindows,
    windowsHide: true,
    ...(isWindows ? {} : { env: { LC_ALL: "C", TZ: "UTC" } }),
  };
}

/** Makes the database's files, once; cut short, it begins anew next time. */
export async function initialize(cluster: EmbeddedCluster, password: string): Promise<void> {
  const { folder, account } = cluster;
  if (existsSync(folder.cluster)) return;
  const aside = `${folder.cluster}.new`;
  const passwordFile = `${folder.cluster}.password`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== undefined)
    for (const path of [aside, passwordFile]) chownSync(path, account.uid, account.gid);
  const failure = await runInitdb(cluster, aside, passwordFile);
  rmSync(passwordFile, { force: true });
  if (failure !== undefined) {
    rmSync(aside, { recursive: true, force: true });
    throw explain(failure, folder);
  }
  renameSync(aside, folder.cluster);
}

function runInitdb(
  cluster: EmbeddedCluster,
  target: string,
  passwordFile: string,
): Promise<string | undefined> {
  const flags = [
    `--pgdata=${target}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Built into PostgreSQL: an upgrade of the machine's C library can never disorder an index.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
    ...(cluster.isDurable ? [] : ["--no-sync"]),
  ];
  return new Promise((settle) => {
    let said = "";
    const child = spawn(programFile(cluster, "initdb"), flags, {
      ...surroundings(cluster),
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", (error) => {
      settle(error.message);
    });
    child.on("close", (code) => {
      settle(code === 0 ? undefined : said || `initdb ended with ${String(code)}`);
    });
  });
}

/** Starts the server on a port and waits until it answers. */
export async function launch(cluster: EmbeddedCluster, port: number): Promise<ChildProcess> {
  const { folder } = cluster;
  rotateLog(folder.log);
  const log = openSync(folder.log, "a", 0o600);
  const logStart = statSync(folder.log).size;
  const settings = { ...SETTINGS, port: String(port), ...(cluster.isDurable ? {} : THROWAWAY_SETTINGS) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(programFile(cluster, "postgres"), ["-D", folder.cluster, ...flags], {
    ...surroundings(cluster),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let failure: string | undefined;
  child.on("error", (error) => {
    failure = error.message;
  });
  const onExit = (): void => {
    failure ??= readFileSync(folder.log).subarray(logStart).toString();
  };
  child.on("exit", onExit);
  for (const end = Date.now() + LONGEST_START_MS; Date.now() < end;) {
    if (failure !== undefined) throw explain(failure, folder);
    if (isReady(folder, child.pid)) return child.off("exit", onExit);
    await pause(10);
  }
  child.kill("SIGQUIT");
  throw new CannotStart(`The database did not answer within two minutes: see ${folder.log}.`);
}

function rotateLog(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
}

/** The server writes its state into the eighth line of its lock file. */
function isReady(folder: EmbeddedFolder, pid: number | undefined): boolean {
  const lines = readLockFile(folder);
  return lines !== undefined && Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

export function readLockFile(folder: EmbeddedFolder): string[] | undefined {
  const file = join(folder.cluster, "postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : undefined;
}

/** Stops a server: first as it should be, and after half a minute however it can be. */
export async function halt(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (const end = Date.now() + LONGEST_STOP_MS; isAlive(pid) && Date.now() < end;) await pause(10);
  }
}

/** Whether a process is there; one that belongs to another account is there too, one that ended unmourned is not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return kernelFields(pid)?.[0] !== "Z";
}

/** When a process began, in the kernel's words: a number used again is another process. */
export function beginningOf(pid: number): string {
  return kernelFields(pid)?.[19] ?? "";
}

/** The fields of Linux's record of a process, after its name; on other systems there is none. */
function kernelFields(pid: number): string[] | undefined {
  try {
    // The name, in parentheses, may hold spaces; the fields after it do not.
    return readFileSync(`/proc/${String(pid)}/stat`, "utf8")
      .split(") ")
      .at(-1)
      ?.split(" ");
  } catch {
    return undefined;
  }
}

/** What PostgreSQL said, as a sentence that says what to do. */
function explain(said: string, folder: EmbeddedFolder): CannotStart {
  if (said.includes("No space left on device")) {
    return new CannotStart(`The disk with ${folder.home} is full: free some space and start again.`);
  }
  if (/Address already in use|could not bind/.test(said)) {
    return new PortTaken(
      "The database's port is in use: give another with FRONTSTEP_DATABASE_PORT, or none for a free one.",
    );
  }
  if (/Permission denied|EACCES|EPERM|has wrong ownership/.test(said)) {
    return new CannotStart(
      `The database's files in ${folder.home} belong to another account: start Frontstep as that account, or give another folder with FRONTSTEP_DATA.`,
    );
  }
  const reason =
    said
      .split("\n")
      .filter((line) => /FATAL|PANIC|error/i.test(line))
      .at(-1) ??
    said.trim().split("\n").at(-1) ??
    "";
  return new CannotStart(`The database did not start (${reason.trim()}): see ${folder.log}.`);
}

/** Another program has the port. */
export class PortTaken extends CannotStart {}
