import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "../support/city.ts";
import { apply, bringIn, check, readImport, undo } from "../support/import-file.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let steward: TestActor;
let owner: pg.Client;
const rows = 24_000;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  steward = await server.actor([{ role: "platformSteward" }]);
  await bringIn(server, steward, {
    bytes: "ori,agency_type_name,pub_agency_name\nOH0570200,City,Dayton\n",
    importer: "jurisdictions",
  });
  owner = new pg.Client(server.database.url);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** The months since 1900 of sixteen indicators; `more` makes each figure another. */
function figures(more = 0): string {
  const codes =
    "CR-VIOL CR-HOM CR-ROB CR-AGG CR-BURG CR-LARC CR-MVT CR-ARSON CR-PROP CR-RAPE CR-NFS CR-SHOT PA-ARR PA-STOP PR-YTH PR-EVT";
  const lines = codes.split(" ").flatMap((code) =>
    Array.from({ length: 1500 }, (_, index) => {
      const month = `${String(1900 + Math.floor(index / 12))}-${String(1 + (index % 12)).padStart(2, "0")}`;
      return `OH0570200,${month},${code},${String(index + more)}`;
    }),
  );
  return `ORI,period,indicator,value\n${lines.join("\n")}\n`;
}

async function held(): Promise<{ count: number; sum: number }> {
  const { rows: answers } = await owner.query<{ count: number; sum: number }>(
    "select count(*)::int as count, coalesce(sum(value), 0)::float8 as sum from observation where superseded_at is null",
  );
  return answers[0] ?? { count: -1, sum: -1 };
}

/** Until no transaction of a steward is open any more. */
async function untilQuiet(): Promise<void> {
  const open =
    "select count(*)::int as count from pg_stat_activity where usename like '%steward%' and xact_start is not null and datname = current_database()";
  for (let quiet = 0; quiet < 5;) {
    await wait(60);
    const { rows: counted } = await owner.query<{ count: number }>(open);
    quiet = counted[0]?.count === 0 ? quiet + 1 : 0;
  }
}

describe("long work on an import", () => {
  test("keeps nothing when it was given up for lost before its end", async () => {
    const checked = await check(server, steward, { bytes: figures() });
    const applying = apply(steward, checked);
    while ((await readImport(steward, checked.id)).state !== "APPLYING") await wait(2);
    await owner.query("update import set state = 'checked', broken_off = 'interrupted' where id = $1", [
      checked.id,
    ]);
    await applying;
    await untilQuiet();
    expect(await held()).toEqual({ count: 0, sum: 0 });
    expect(await readImport(steward, checked.id)).toMatchObject({
      state: "CHECKED",
      brokenOff: "INTERRUPTED",
    });
  });

  test("is as quick in tables whose size the database has not counted yet: correcting all figures, and undoing it", async () => {
    await bringIn(server, steward, { bytes: figures() });
    const before = await held();
    expect(before.count).toBe(rows);
    const corrected = await bringIn(server, steward, { bytes: figures(1) });
    expect(corrected.summary).toMatchObject({ added: 0, changed: rows });
    expect(await held()).toEqual({ count: rows, sum: before.sum + rows });
    expect(await undo(steward, corrected.id)).toMatchObject({ state: "UNDONE", brokenOff: null });
    expect(await held()).toEqual(before);
  }, 60_000);
});
