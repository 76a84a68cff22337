import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, rootFolder, startEmbeddedPostgres } from "@frontstep/server";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { TEMPLATE_DATABASE, TEST_SECRET } from "./database.ts";

/** One PostgreSQL for the whole run, with one migrated database to copy from. */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), "frontstep-tests-"));
  const server = await startEmbeddedPostgres({ dataFolder, fsync: false, isThrowaway: true });
  await makeTemplate(server.url);
  project.provide("databaseServerUrl", server.url);
  return server.stop;
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(`create database ${TEMPLATE_DATABASE}`);
  const ownerUrl = new URL(serverUrl);
  ownerUrl.pathname = `/${TEMPLATE_DATABASE}`;
  await migrate({
    ownerUrl: ownerUrl.toString(),
    migrationsFolder: join(rootFolder(), "prisma", "migrations"),
    secret: TEST_SECRET,
  });
  // A database can be copied only while nobody is connected to it.
  await client.query(`alter database ${TEMPLATE_DATABASE} with is_template true allow_connections false`);
  await client.end();
}
