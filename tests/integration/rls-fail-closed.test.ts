import { openDatabases, roleUrl, statementContext, type Databases } from "@frontstep/server/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "../support/database.ts";
import {
  columnsByTable,
  plantContext,
  plantSession,
  plantWorlds,
  sha256,
  type World,
} from "../support/worlds.ts";

/*
 * Whatever goes wrong with a context, nothing is shown: every case counts the rows of every table
 * that it can see, and must come to none.
 */
type DatabaseRole = Parameters<typeof roleUrl>[1];
const ROLES: readonly DatabaseRole[] = ["app_city", "app_partner", "app_state", "app_steward", "app_worker"];
/** What anyone with a context that still holds may read. */
const SHARED = [
  "indicator",
  "jurisdiction",
  "partner_organization",
  "release",
  "release_signature",
  "release_withdrawal",
  "template",
  "comparison_figure",
];

let database: TestDatabase;
let owner: pg.Client;
let own: World;
let tables: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
  ({ own } = await plantWorlds(owner));
  tables = [...(await columnsByTable(owner)).keys()];
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** How many rows of these tables the client sees; a table that it was never granted has none. */
async function visible(client: pg.Client, among: readonly string[] = tables): Promise<number> {
  let total = 0;
  for (const table of among) {
    await client.query("savepoint look");
    const { rows } = await client
      .query<{ seen: number }>(`select count(*)::int as seen from "${table}"`)
      .catch(() => ({ rows: [{ seen: 0 }] }));
    await client.query("rollback to savepoint look");
    total += rows[0]?.seen ?? 0;
  }
  return total;
}

async function seenBy(role: DatabaseRole, token: string | null, among?: readonly string[]): Promise<number> {
  const client = new pg.Client(roleUrl(database.url, role, TEST_SECRET));
  await client.connect();
  await client.query("begin");
  if (token !== null) await client.query("select set_config('app.ctx', $1, true)", [token]);
  const seen = await visible(client, among);
  await client.query("rollback");
  await client.end();
  return seen;
}

const administrator = () =>
  plantContext(owner, "city", [{ role: "cityAdministrator", jurisdiction_id: own.jurisdictionId }]);

describe("nothing is shown", () => {
  const tokens: Record<string, () => string | null | Promise<string | null>> = {
    "without a context": () => null,
    "with an empty token": () => "",
    "with a token that nobody was given": () => sha256("guessed"),
    "with a malformed token": () => "' or true --",
    "with a token that is nearly right": async () => (await administrator()).toUpperCase(),
    "with an expired token": async () => {
      const token = await administrator();
      await owner.query("update sec.grant_ctx set expires = now() - interval '1 second' where token = $1", [
        token,
      ]);
      return token;
    },
    "with the token of a session that was signed out": async () => {
      const token = await administrator();
      await owner.query(
        "delete from auth.account_session s using sec.grant_ctx g where g.session_id = s.id and g.token = $1",
        [token],
      );
      return token;
    },
    "with the token of somebody whose last role has ended": async () => {
      const token = await administrator();
      await owner.query("begin");
      await owner.query(
        "insert into change_set (jurisdiction_id, id, use_case, actor_name, via) values ($1, gen_random_uuid(), 'removeMember', 'x', 'job')",
        [own.jurisdictionId],
      );
      await owner.query(
        "select set_config('app.change_set', (select id::text from change_set where use_case = 'removeMember' order by at desc limit 1), true)",
      );
      await owner.query(
        "update membership m set ended_at = now() from sec.grant_ctx g where g.account_id = m.account_id and g.token = $1",
        [token],
      );
      await owner.query("commit");
      return token;
    },
  };
  for (const [title, tokenOf] of Object.entries(tokens)) {
    for (const role of ROLES) {
      test(`${title}, to ${role}`, async () => {
        expect(await seenBy(role, await tokenOf())).toBe(0);
      });
    }
  }

  test("of a city to another hat's role, even with the city's own token", async () => {
    const token = await administrator();
    const kept = tables.filter((table) => !SHARED.includes(table));
    for (const role of ["app_partner", "app_state"] as const)
      expect([role, await seenBy(role, token, kept)]).toEqual([role, 0]);
  });

  test("control: under a context that holds there are rows to see", async () => {
    expect(await seenBy("app_city", await administrator())).toBeGreaterThan(20);
  });

  test("to a hat that the account does not hold", async () => {
    const { sessionId } = await plantSession(owner, [
      { role: "cityViewer", jurisdiction_id: own.jurisdictionId },
    ]);
    for (const hat of ["organization", "state", "steward"]) {
      const { rows } = await owner.query<{ opened: boolean }>(
        "select sec.open_context($1, $2, $3, now() + interval '1 hour') as opened",
        [sha256(`${sessionId}${hat}`), sessionId, hat],
      );
      expect([hat, rows[0]?.opened]).toEqual([hat, false]);
    }
  });
});

describe("a connection carries nothing on", () => {
  let databases: Databases;
  let token: string;
  const asCity = <T>(act: () => Promise<T>) => statementContext.run({ token, readOnly: true }, act);
  const asNobody = <T>(act: () => Promise<T>) => statementContext.run({ token: null, readOnly: true }, act);
  const count = () => databases.byRole.app_city.officer.count();

  beforeAll(async () => {
    databases = openDatabases(database.url, TEST_SECRET);
    token = await administrator();
  });
  afterAll(() => databases.close());

  test("after a statement", async () => {
    for (let n = 0; n < 30; n += 1) {
      expect(await asCity(async () => await count())).toBe(1);
      expect(await asNobody(async () => await count())).toBe(0);
    }
  });

  test("after a statement that failed", async () => {
    const { app_city: client } = databases.byRole;
    for (let n = 0; n < 15; n += 1) {
      await expect(asCity(async () => await client.$queryRaw`select 1 / 0`)).rejects.toThrow();
      expect(await asNobody(async () => await count())).toBe(0);
    }
  });

  test("after a transaction that was rolled back, and after one that was committed", async () => {
    const { app_city: client } = databases.byRole;
    const failing = asCity(async () => {
      await client.$transaction(async (tx) => {
        expect(await tx.officer.count()).toBe(1);
        throw new Error("changed my mind");
      });
    });
    await expect(failing).rejects.toThrow("changed my mind");
    await asCity(async () => await client.$transaction(async (tx) => await tx.officer.count()));
    expect(await Promise.all(Array.from({ length: 12 }, () => asNobody(async () => await count())))).toEqual(
      Array(12).fill(0),
    );
  });

  test("when connections are killed under it", async () => {
    await asCity(async () => await count());
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_city' and datname = current_database()",
    );
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => asNobody(async () => await count())),
    );
    for (const answer of answers) if (answer.status === "fulfilled") expect(answer.value).toBe(0);
    await expect.poll(() => asCity(async () => await count()).catch(() => -1)).toBe(1);
  });

  test("into what runs outside the request", async () => {
    const later = await asCity(async () => {
      await count();
      return new Promise<number>((settle) => {
        statementContext.exit(() =>
          setTimeout(() => {
            void count().then(settle);
          }, 5),
        );
      });
    });
    expect(later).toBe(0);
  });

  test("and a query cannot write", async () => {
    const { app_city: client } = databases.byRole;
    const writing = asCity(async () => await client.$executeRaw`update officer set name = 'x'`);
    await expect(writing).rejects.toThrow(/read-only/);
  });

  test("and no session is left inside a transaction", async () => {
    const { rows } = await owner.query(
      "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    );
    expect(rows).toEqual([]);
  });
});
