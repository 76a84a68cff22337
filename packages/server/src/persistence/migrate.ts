import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { type MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

import { ensureRoles } from "./database-roles.ts";

/** Any number will do, as long as every server that may start on one database uses the same. */
const MIGRATION_LOCK = 7_041_963;

/** Where the database is and who may change its shape. */
export interface Migration {
  /** Connects as the owner: the role that creates tables, and that the server itself never uses. */
  readonly ownerUrl: string;
  /** The folder `prisma/migrations`. */
  readonly migrationsFolder: string;
  /** What the passwords of the runtime roles are made from. */
  readonly secret: string;
}

/**
 * Brings the database to the shape that this code expects, and answers which migrations that took.
 * Several servers may start at once: an advisory lock lets one work and the others find it done.
 */
export async function migrate(migration: Migration): Promise<string[]> {
  const holder = new pg.Client({ connectionString: migration.ownerUrl });
  await holder.connect();
  try {
    await holder.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureRoles(holder, migration.secret);
    return await applyMigrations(migration);
  } finally {
    await holder.end();
  }
}

/** The names of the migrations in the folder that this database has not had yet. */
export async function pendingMigrations(client: Querying, migrationsFolder: string): Promise<string[]> {
  const [known, applied] = await Promise.all([migrationNames(migrationsFolder), appliedMigrations(client)]);
  return known.filter((name) => !applied.has(name));
}

/** The names of the migrations that this database has had and the folder does not hold: a newer Frontstep's. */
export async function foreignMigrations(client: Querying, migrationsFolder: string): Promise<string[]> {
  const [known, applied] = await Promise.all([migrationNames(migrationsFolder), appliedMigrations(client)]);
  return [...applied].filter((name) => !known.includes(name));
}

type Querying = Pick<pg.ClientBase, "query">;

async function appliedMigrations(client: Querying): Promise<Set<string>> {
  const { rows: tables } = await client.query<{ present: boolean }>(
    "select to_regclass('public._prisma_migrations') is not null as present",
  );
  if (tables[0]?.present !== true) return new Set();
  const { rows } = await client.query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null",
  );
  return new Set(rows.map((row) => row.migration_name));
}

async function applyMigrations({ ownerUrl, migrationsFolder }: Migration): Promise<string[]> {
  const pools: pg.Pool[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg(ownerUrl), pools));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(migrationsFolder),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
    // The engine does not close what it opened.
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks functions and triggers.
 * PostgreSQL takes the whole script as one query, and then as one transaction.
 */
function wholeScripts(factory: PrismaPg, pools: pg.Pool[]): SqlMigrationAwareDriverAdapterFactory {
  type Connect = SqlMigrationAwareDriverAdapterFactory["connect"];
  const whole = (connect: Connect): Connect => {
    return async () => {
      const adapter = await connect();
      const pool = (adapter as Awaited<ReturnType<PrismaPg["connect"]>>).underlyingDriver();
      pools.push(pool);
      adapter.executeScript = async (script) => {
        await pool.query(script);
      };
      return adapter;
    };
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: whole(() => factory.connect()),
    connectToShadowDb: whole(() => factory.connectToShadowDb()),
  };
}

async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder);
  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const value = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
    }),
  );
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
