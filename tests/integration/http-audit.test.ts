import { createServer } from "@frontstep/server";
import { auditServer, type Audit, type AuditResult, serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "../support/database.ts";

/*
 * The public GraphQL-over-HTTP audit suite. Two of its audits ask by introspection, so they must
 * fail where introspection is off, and only those.
 */
const NEEDS_INTROSPECTION = 2;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function audited(isProduction: boolean): Promise<AuditResult[]> {
  const app = await createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction,
    publicAddress: "http://localhost:4000",
    sendMail: () => Promise.resolve(),
  });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const results = await auditServer({ url: `${address}/graphql` });
  await app.close();
  return results;
}

function count(results: readonly AuditResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const failed = (results: readonly AuditResult[]) =>
  results
    .filter(({ status }) => status === "error")
    .map((result) => `${result.name}: ${"reason" in result ? result.reason : ""}`);

describe("GraphQL over HTTP", () => {
  test("passes every audit of the public suite with no error", async () => {
    const results = await audited(false);
    console.info(`Audits with introspection on: ${JSON.stringify(count(results))}`);
    expect(failed(results)).toEqual([]);
    const audits: Audit[] = serverAudits({ url: "http://localhost" });
    expect(results).toHaveLength(audits.length);
    expect(count(results)["ok"]).toBeGreaterThanOrEqual(55);
  });

  test("fails with introspection off only where the suite itself asks by introspection", async () => {
    const results = await audited(true);
    console.info(`Audits with introspection off: ${JSON.stringify(count(results))}`);
    expect(failed(results).length).toBeLessThanOrEqual(NEEDS_INTROSPECTION);
  });
});
