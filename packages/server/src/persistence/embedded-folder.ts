import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import { canReach, STAGING_FOLDER, type DatabaseAccount } from "./embedded-files.ts";

/** The major version of PostgreSQL that this Frontstep brings. */
const POSTGRES_MAJOR = 18;
const MEGABYTE = 1024 * 1024;

/** The files of one embedded database. */
export interface EmbeddedFolder {
  /** What the operator named. */
  readonly home: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly log: string;
  readonly isStaged: boolean;
}

/** Lays out the data folder; as root, outside of folders that the database's account cannot enter. */
export function openFolder(home: string, account: DatabaseAccount | undefined): EmbeddedFolder {
  const place = resolve(home);
  makeFolder(place);
  const staged = join(
    STAGING_FOLDER,
    `data-${createHash("sha256").update(place).digest("hex").slice(0, 12)}`,
  );
  const isStaged =
    existsSync(staged) || (account !== undefined && !canReach(join(place, "cluster"), account));
  if (isStaged) makeFolder(staged);
  const base = isStaged ? staged : place;
  return { home: place, cluster: join(base, "cluster"), log: join(place, "postgresql.log"), isStaged };
}

/** The place where root's data would be kept for this folder, to find whose data it is before opening it. */
export function clusterPaths(home: string): string[] {
  const place = resolve(home);
  const name = createHash("sha256").update(place).digest("hex").slice(0, 12);
  return [join(STAGING_FOLDER, `data-${name}`, "cluster"), join(place, "cluster")];
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
}

/** What the file system refused, as a sentence that says what to do. */
export function explainFileError(error: unknown, home: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC") {
    return new CannotStart(`The disk with ${resolve(home)} is full: free some space and start again.`, {
      cause: error,
    });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR") {
    return new CannotStart(
      `The data folder ${resolve(home)} cannot be used by this account: start Frontstep as the account that made it, or give another folder with FRONTSTEP_DATA.`,
      { cause: error },
    );
  }
  return error;
}

/** The superuser's password: made once, readable by its owner only. */
export function superuserPassword(folder: EmbeddedFolder): string {
  const file = join(folder.home, "superuser-password");
  if (!existsSync(file)) {
    // A password without its cluster, or a cluster without its password, is of no use to anyone.
    if (existsSync(folder.cluster)) {
      throw new CannotStart(`The password of the database is missing: put back ${file} from your backup.`);
    }
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

/** Refuses data that this Frontstep must not touch. */
export function checkVersions(folder: EmbeddedFolder, frontstepVersion: string): void {
  const postgres = readIfThere(join(folder.cluster, "PG_VERSION"));
  if (postgres !== undefined && Number(postgres) > POSTGRES_MAJOR) {
    throw new CannotStart(
      `The data in ${folder.home} was made by PostgreSQL ${postgres}, newer than the ${String(POSTGRES_MAJOR)} that this Frontstep brings: start the newer Frontstep, or give another folder with FRONTSTEP_DATA.`,
    );
  }
  if (postgres !== undefined && Number(postgres) < POSTGRES_MAJOR) {
    throw new CannotStart(
      `The data in ${folder.home} was made by PostgreSQL ${postgres}, older than the ${String(POSTGRES_MAJOR)} that this Frontstep brings: move it as docs/operations.md says under "A newer PostgreSQL".`,
    );
  }
  const made = readIfThere(join(folder.home, "frontstep-version"));
  if (made !== undefined && isNewer(made, frontstepVersion)) {
    throw new CannotStart(
      `The data in ${folder.home} was last used by Frontstep ${made}, newer than this ${frontstepVersion}: start Frontstep ${made}, or give another folder with FRONTSTEP_DATA.`,
    );
  }
}

/** Notes which Frontstep used this data last. */
export function noteVersion(folder: EmbeddedFolder, frontstepVersion: string): void {
  writeFileSync(join(folder.home, "frontstep-version"), `${frontstepVersion}\n`);
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

function isNewer(left: string, right: string): boolean {
  const [a = [], b = []] = [left, right].map((version) => version.split(/[.-]/).map(Number));
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? 0;
    if (part !== other) return part > other;
  }
  return false;
}

/** Refuses to begin where the disk would be full before the first page is shown. */
export function checkSpace(folder: EmbeddedFolder): void {
  const needed = existsSync(folder.cluster) ? 64 : 400;
  const { bavail, bsize } = statfsSync(folder.isStaged ? STAGING_FOLDER : folder.home);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free >= needed) return;
  throw new CannotStart(
    `The disk with ${folder.home} has ${String(free)} MB left and the database needs ${String(needed)} MB: free some space, or give another folder with FRONTSTEP_DATA.`,
  );
}

/** Removes a throwaway database from the disk. */
export function removeFolder(folder: EmbeddedFolder): void {
  rmSync(folder.cluster, { recursive: true, force: true });
  if (folder.isStaged) rmSync(join(folder.cluster, ".."), { recursive: true, force: true });
  rmSync(folder.home, { recursive: true, force: true });
}
