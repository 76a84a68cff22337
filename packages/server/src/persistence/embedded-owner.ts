import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import type { EmbeddedFolder } from "./embedded-folder.ts";
import { beginningOf, halt, isAlive, readLockFile } from "./embedded-process.ts";

interface Owner {
  readonly pid: number;
  readonly began: string;
}

/** Takes the data folder for this process; ends a server that a killed Frontstep left behind. */
export async function takeFolder(folder: EmbeddedFolder): Promise<void> {
  const owner = readOwner(folder);
  if (owner !== undefined && !isGone(owner)) {
    throw new CannotStart(
      `The data in ${folder.home} is in use by a Frontstep that is running (process ${String(owner.pid)}): stop that one first, or give another folder with FRONTSTEP_DATA.`,
    );
  }
  await endLeftover(folder);
  const mine: Owner = { pid: process.pid, began: beginningOf(process.pid) };
  writeFileSync(ownerFile(folder), JSON.stringify(mine));
}

/** Gives the folder back. */
export function leaveFolder(folder: EmbeddedFolder): void {
  rmSync(ownerFile(folder), { force: true });
}

/** Whether a process took the folder and is gone; one that is just being made belongs to nobody yet. */
export function isAbandoned(folder: EmbeddedFolder): boolean {
  const owner = readOwner(folder);
  return owner !== undefined && isGone(owner);
}

/** Where the server of a Frontstep that is running listens; undefined when none does. */
export function runningPort(folder: EmbeddedFolder): number | undefined {
  const owner = readOwner(folder);
  const lines = readLockFile(folder);
  const isRunning = owner !== undefined && !isGone(owner) && lines?.[7]?.trim() === "ready";
  return isRunning ? Number(lines[3]) : undefined;
}

function isGone(owner: Owner): boolean {
  return !isAlive(owner.pid) || beginningOf(owner.pid) !== owner.began;
}

/** Ends the server of a Frontstep that is gone, and removes its lock. */
export async function endLeftover(folder: EmbeddedFolder): Promise<void> {
  const pid = Number(readLockFile(folder)?.[0] ?? 0);
  if (pid === 0) return;
  if (isAlive(pid) && runsIn(pid, folder.cluster)) await halt(pid);
  // A lock whose process is gone, or is by now another program's, would keep the server from starting.
  rmSync(join(folder.cluster, "postmaster.pid"), { force: true });
}

function ownerFile(folder: EmbeddedFolder): string {
  return join(folder.home, "in-use-by");
}

function readOwner(folder: EmbeddedFolder): Owner | undefined {
  const file = ownerFile(folder);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.startsWith("{") ? (JSON.parse(text) as Owner) : undefined;
}

function runsIn(pid: number, cluster: string): boolean {
  const file = `/proc/${String(pid)}/cmdline`;
  return (
    !existsSync("/proc/self/cmdline") || (existsSync(file) && readFileSync(file, "utf8").includes(cluster))
  );
}
