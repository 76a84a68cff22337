import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createServer,
  loadBuiltInCatalogue,
  migrate,
  rootFolder,
  type ServerSettings,
  startEmbeddedPostgres,
} from "@frontstep/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;

function serverWith(settings: Partial<ServerSettings>) {
  return createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction: false,
    publicAddress: "http://localhost:4000",
    sendMail: () => Promise.resolve(),
    ...settings,
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

describe("/healthz and /readyz", () => {
  const current = () => Promise.resolve({ pendingMigrations: [] });

  test("say alive and ready when the database answers and has had all migrations", async () => {
    const app = await serverWith({ checkDatabase: current });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    expect((await app.inject("/readyz")).json()).toEqual({ status: "ready" });
    await app.close();
  });

  test.each([
    ["cannot be reached", () => Promise.reject(new Error("no route"))],
    ["has not had all migrations", () => Promise.resolve({ pendingMigrations: ["20270101000000_next"] })],
    ["does not answer in time", () => new Promise<never>(() => undefined)],
  ])("stay alive but not ready while the database %s", async (reason, checkDatabase) => {
    const app = await serverWith({ checkDatabase });
    const answer = await app.inject("/readyz");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ status: "not ready", reason: expect.stringContaining(reason) as string });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    await app.close();
  });
});

describe("/metrics", () => {
  test("counts requests by route, without ids, for this machine", async () => {
    const app = await serverWith({});
    await app.inject("/graphql?query=%7B__typename%7D");
    const answer = await app.inject("/metrics");
    expect(answer.body).toMatch(/frontstep_http_request_duration_seconds_count\{.*route="\/graphql"/);
    await app.close();
  });

  test("is refused to somebody elsewhere, and to a proxy that speaks for them", async () => {
    const app = await serverWith({});
    expect((await app.inject({ url: "/metrics", remoteAddress: "203.0.113.9" })).statusCode).toBe(403);
    const forwarded = { url: "/metrics", headers: { "x-forwarded-for": "203.0.113.9" } };
    expect((await app.inject(forwarded)).statusCode).toBe(403);
    await app.close();
  });

  test("asks for the token when there is one", async () => {
    const app = await serverWith({ metricsToken: "a token for the collector" });
    const withToken = (token: string) =>
      app.inject({ url: "/metrics", headers: { authorization: `Bearer ${token}` } });
    expect((await app.inject("/metrics")).statusCode).toBe(403);
    expect((await withToken("another token, not the collector's")).statusCode).toBe(403);
    expect((await withToken("a token for the collector")).statusCode).toBe(200);
    await app.close();
  });
});

test("a defect is told by its id, without a word of what it is", async () => {
  const app = await serverWith({});
  app.get("/broken", () => {
    throw new Error("relation officer_secret does not exist");
  });
  const answer = await app.inject("/broken");
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain("officer_secret");
  expect(answer.json()).toMatchObject({
    code: "INTERNAL_SERVER_ERROR",
    message: expect.any(String) as string,
  });
  await app.close();
});

test("an address that is nothing is told so, without a page", async () => {
  const app = await serverWith({ adminFolder: join(rootFolder(), "packages", "admin", "dist") });
  const answer = await app.inject("/api/nothing-here");
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
    404,
    "application/json; charset=utf-8",
  ]);
  await app.close();
});

test("a database whose owner is no superuser serves as well: a city's own PostgreSQL", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "frontstep-tests-"));
  chmodSync(dataFolder, 0o755);
  const server = await startEmbeddedPostgres({ dataFolder, fsync: false, isThrowaway: true });
  const superuser = new pg.Client(server.url);
  await superuser.connect();
  await superuser.query("create role city_owner login createrole password 'of the city'");
  await superuser.query("create database frontstep owner city_owner");
  await superuser.end();
  const url = new URL(server.url);
  Object.assign(url, { username: "city_owner", password: "of the city", pathname: "/frontstep" });
  const ownerUrl = url.toString();
  const migrationsFolder = join(rootFolder(), "prisma", "migrations");
  expect(await migrate({ ownerUrl, migrationsFolder, secret: TEST_SECRET })).not.toEqual([]);
  expect(await migrate({ ownerUrl, migrationsFolder, secret: TEST_SECRET })).toEqual([]);
  const loaded = await loadBuiltInCatalogue({ databaseUrl: ownerUrl, secret: TEST_SECRET });
  expect(loaded.releasesPublished).toBeGreaterThan(0);
  await server.stop();
});
