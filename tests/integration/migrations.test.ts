import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../support/database.ts";

test("each test file gets a database of its own, migrated", async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(first.url).not.toBe(second.url);
  const client = new pg.Client(first.url);
  await client.connect();
  const { rows } = await client.query<{ applied: number }>(
    "select count(*)::int as applied from _prisma_migrations where finished_at is not null",
  );
  expect(rows[0]?.applied).toBeGreaterThan(0);
  await client.end();
  await Promise.all([first.drop(), second.drop()]);
});
