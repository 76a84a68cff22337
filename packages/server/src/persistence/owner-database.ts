import { join } from "node:path";
import pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import type { Config } from "../config.ts";
import { rootFolder } from "../root-folder.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { foreignMigrations, migrate, pendingMigrations } from "./migrate.ts";

/** The database, reached as its owner, in the shape that this code expects. */
export interface OpenedDatabase {
  readonly url: string;
  /** Whether it answers, and what it lacks. */
  check(): Promise<{ pendingMigrations: readonly string[] }>;
  close(): Promise<void>;
}

interface Surroundings {
  readonly secret: string;
  readonly say: (line: string) => void;
  /** True at the command line: the embedded database of a running server is used beside it. */
  readonly mayShare?: boolean;
  /** Fills a new embedded database before it is used for the first time: all of it, or there is none. */
  readonly fillNew?: (databaseUrl: string) => Promise<unknown>;
}

const DATABASE_NAME = "frontstep";
/** What a new database is called until it is filled; one that was left so is thrown away. */
const UNFILLED_NAME = "frontstep_unfilled";

/** Starts or reaches the database and applies the migrations that it has not had. */
export async function openOwnerDatabase(config: Config, surroundings: Surroundings): Promise<OpenedDatabase> {
  const { secret, say } = surroundings;
  const server = await reachServer(config, surroundings);
  const { url } = server;
  const migrationsFolder = join(rootFolder(), "prisma", "migrations");
  const probe = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
  // A connection that is lost while nobody uses it is opened anew when somebody does.
  probe.on("error", () => undefined);
  const close = async (): Promise<void> => {
    await probe.end();
    await server.stop();
  };
  try {
    await refuseNewerData(probe, migrationsFolder);
    const applied = await migrate({ ownerUrl: url, migrationsFolder, secret });
    if (applied.length > 0)
      say(`The database had ${applied.length} migrations to catch up with, and has them now.`);
  } catch (error) {
    await close();
    throw explainConnection(error);
  }
  return {
    url,
    check: async () => ({ pendingMigrations: await pendingMigrations(probe, migrationsFolder) }),
    close,
  };
}

async function refuseNewerData(probe: pg.Pool, migrationsFolder: string): Promise<void> {
  const [foreign] = await foreignMigrations(probe, migrationsFolder);
  if (foreign === undefined) return;
  throw new CannotStart(
    `The database was last used by a newer Frontstep (it has had the migration ${foreign}, which this one does not know): start the newer one, or use another database or folder.`,
  );
}

interface ReachedServer {
  readonly url: string;
  stop(): Promise<void>;
}

async function reachServer(
  { database, dataFolder }: Config,
  surroundings: Surroundings,
): Promise<ReachedServer> {
  const { say, mayShare } = surroundings;
  if (database.kind === "own") return { url: database.url, stop: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({
    dataFolder,
    port: database.port,
    mayShare,
    onProgress: say,
    onLost: () => {
      process.stderr.write(
        "The database ended by itself: see postgresql.log in the data folder, then start again.\n",
      );
      process.exit(1);
    },
  });
  try {
    return { url: await namedDatabase(embedded.url, surroundings), stop: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function namedDatabase(serverUrl: string, surroundings: Surroundings): Promise<string> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    if (!(await isThere(client, DATABASE_NAME))) await makeDatabase(client, serverUrl, surroundings);
  } finally {
    await client.end();
  }
  return addressOf(serverUrl, DATABASE_NAME);
}

async function isThere(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  return rowCount === 1;
}

/** A database that has to be filled first gets its name last, so that one that broke off is never taken for whole. */
async function makeDatabase(
  client: pg.Client,
  serverUrl: string,
  { fillNew, secret, say }: Surroundings,
): Promise<void> {
  if (await isThere(client, UNFILLED_NAME)) {
    say("The sample state was interrupted while it was being made: what there is of it is thrown away.");
    await client.query(`drop database ${UNFILLED_NAME} with (force)`);
  }
  if (fillNew === undefined) {
    await client.query(`create database ${DATABASE_NAME}`);
    return;
  }
  await client.query(`create database ${UNFILLED_NAME}`);
  const url = addressOf(serverUrl, UNFILLED_NAME);
  await migrate({ ownerUrl: url, migrationsFolder: join(rootFolder(), "prisma", "migrations"), secret });
  await fillNew(url);
  await client.query(`alter database ${UNFILLED_NAME} rename to ${DATABASE_NAME}`);
}

function addressOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

function explainConnection(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = UNREACHABLE[code];
  if (reason === undefined) return error;
  return new CannotStart(`The database of DATABASE_URL ${reason}.`, { cause: error });
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: "does not answer: start it, or correct the address",
  ENOTFOUND: "is on a host that is not known: correct the address",
  ETIMEDOUT: "does not answer in time: check the network between this machine and it",
  "28P01": "does not take this password: correct it",
  "28000": "does not let this account in: check its access rules (pg_hba.conf)",
  "3D000": "does not exist: create it, empty, and start again",
  "42501": "does not let its owner do what is needed: docs/operations.md says which rights it must have",
  "53300": "has no connection left: raise max_connections, or end what holds them",
  "53100": "has no disk space left: free some and start again",
};
