import {
  openDatabases,
  openUnguarded,
  openUnqueued,
  roleUrl,
  statementContext,
  type Databases,
} from "@frontstep/server/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "../support/database.ts";
import { plantContext, plantWorlds, type World } from "../support/worlds.ts";

/*
 * Two requests of two cities ask for the same row in the same tick. Prisma merges look-ups by key
 * of one tick into one statement; merged under the context of the one who may see the row, it
 * would hand the row to the other as well.
 */
type Client = Databases["byRole"]["app_city"];
type Ask = (client: Client, world: World) => Promise<unknown>;

const PAIRS = 10_000;
let database: TestDatabase;
let owner: pg.Client;
let own: World;
let other: World;
let tokens: { own: string; other: string };

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
  ({ own, other } = await plantWorlds(owner));
  const city = (world: World) =>
    plantContext(owner, "city", [{ role: "cityAdministrator", jurisdiction_id: world.jurisdictionId }]);
  tokens = { own: await city(own), other: await city(other) };
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Ways to ask for a row that belongs to `world` which the server's guarded client allows. */
const allowed: Record<string, Ask> = {
  "findFirst by id": (client, world) => client.officer.findFirst({ where: { id: world.officerId } }),
  "findFirst by key": (client, world) =>
    client.officer.findFirst({ where: { jurisdictionId: world.jurisdictionId, id: world.officerId } }),
  findFirstOrThrow: (client, world) =>
    client.officer.findFirstOrThrow({ where: { id: world.officerId } }).catch(() => null),
  findMany: async (client, world) =>
    (await client.officer.findMany({ where: { id: { in: [world.officerId] } } }))[0] ?? null,
  "nested rows": async (client, world) =>
    (await client.site.findFirst({ where: { id: world.siteId }, include: { assignments: true } })) ?? null,
  "a fluent relation": async (client, world) =>
    (await client.site.findFirst({ where: { id: world.siteId } }).assignments())?.[0] ?? null,
};

interface Tally {
  pairs: number;
  leaked: number;
  denied: number;
}

/** Who may see the row asks first, who may not asks in the same tick; then the other way round. */
async function race(client: Client, ask: Ask, pairs: number): Promise<Tally> {
  const tally: Tally = { pairs: 0, leaked: 0, denied: 0 };
  const as = (who: "own" | "other", world: World) =>
    statementContext.run({ token: tokens[who], readOnly: true }, async () => await ask(client, world));
  while (tally.pairs < pairs) {
    const batch = Math.min(50, pairs - tally.pairs);
    const answers = await Promise.all(
      Array.from({ length: batch }, (_, index) =>
        index % 2 === 0
          ? Promise.all([as("own", own), as("other", own)])
          : Promise.all([as("other", own), as("own", own)]).then(
              ([stranger, holder]) => [holder, stranger] as const,
            ),
      ),
    );
    tally.pairs += batch;
    tally.denied += answers.filter(([holder]) => holder === null).length;
    tally.leaked += answers.filter(([, stranger]) => stranger !== null).length;
  }
  return tally;
}

describe("two cities in the same tick", () => {
  let guarded: Databases;

  beforeAll(() => {
    guarded = openDatabases(database.url, TEST_SECRET);
  });
  afterAll(() => guarded.close());

  const share = Math.ceil(PAIRS / Object.keys(allowed).length);
  for (const [form, ask] of Object.entries(allowed)) {
    test(`never see each other's rows by ${form}`, { timeout: 120_000 }, async () => {
      expect(await race(guarded.byRole.app_city, ask, share)).toEqual({ pairs: share, leaked: 0, denied: 0 });
    });
  }

  test("are refused the reads that Prisma would merge", async () => {
    const { app_city: client } = guarded.byRole;
    const where = { jurisdictionId_id: { jurisdictionId: own.jurisdictionId, id: own.officerId } };
    await expect(client.officer.findUnique({ where })).rejects.toThrow("Use findFirst");
    await expect(client.officer.findUniqueOrThrow({ where })).rejects.toThrow("Use findFirst");
  });

  test("control: through a pool that forgets who waits the same race leaks", async () => {
    const unqueued = openUnqueued(roleUrl(database.url, "app_city", TEST_SECRET));
    const tally = await race(
      unqueued,
      (client, world) => client.officer.findFirst({ where: { id: world.officerId } }),
      200,
    );
    await unqueued.$disconnect();
    expect(tally.leaked).toBeGreaterThan(0);
  });

  test("control: without the guard the same race leaks", async () => {
    const unguarded = openUnguarded(roleUrl(database.url, "app_city", TEST_SECRET));
    const where = { jurisdictionId_id: { jurisdictionId: own.jurisdictionId, id: own.officerId } };
    const tally = await race(unguarded, (client) => client.officer.findUnique({ where }), 200);
    await unguarded.$disconnect();
    expect(tally.leaked).toBeGreaterThan(0);
  });
});
