import { chmodSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, removeIfAbandoned, rootFolder, startEmbeddedPostgres } from "@frontstep/server";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { TEMPLATE_DATABASE, TEST_SECRET } from "./database.ts";

const PREFIX = "frontstep-tests-";

/** One PostgreSQL for the whole run, with one migrated database to copy from. */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataFolder = mkdtempSync(join(tmpdir(), PREFIX));
  // As root, the server runs as another account, which must be able to enter.
  chmodSync(dataFolder, 0o755);
  const server = await startEmbeddedPostgres({ dataFolder, fsync: false, isThrowaway: true });
  await makeTemplate(server.url);
  project.provide("databaseServerUrl", server.url);
  return () => server.stop();
}

/** Runs that were killed leave a server behind. */
async function removeLeftovers(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const name of names) await removeIfAbandoned(join(tmpdir(), name));
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(`create database ${TEMPLATE_DATABASE}`);
  const ownerUrl = new URL(serverUrl);
  ownerUrl.pathname = `/${TEMPLATE_DATABASE}`;
  await withIdleTimers(() =>
    migrate({
      ownerUrl: ownerUrl.toString(),
      migrationsFolder: join(rootFolder(), "prisma", "migrations"),
      secret: TEST_SECRET,
    }),
  );
  // A database can be copied only while nobody is connected to it.
  await client.query(`alter database ${TEMPLATE_DATABASE} with is_template true allow_connections false`);
  await client.end();
}

/** The migration engine leaves a timer of ten seconds behind, for which the whole run would wait. */
async function withIdleTimers(act: () => Promise<unknown>): Promise<void> {
  const original = globalThis.setTimeout;
  const idle = (...timer: Parameters<typeof setTimeout>): NodeJS.Timeout => original(...timer).unref();
  globalThis.setTimeout = Object.assign(idle, original);
  await act();
  globalThis.setTimeout = original;
}
