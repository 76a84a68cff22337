import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { rootFolder } from "@frontstep/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "../support/city.ts";
import { TEST_SECRET } from "../support/database.ts";
import { bringIn, check } from "../support/import-file.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let steward: TestActor;
let owner: pg.Client;
const folder = mkdtempSync(join(tmpdir(), "frontstep-killed-"));
const file = join(folder, "figures.csv");
const rows = 30_000;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  steward = await server.actor([{ role: "platformSteward" }]);
  await bringIn(server, steward, {
    bytes: "ori,agency_type_name,pub_agency_name\nOH0570200,City,Dayton\n",
    importer: "jurisdictions",
  });
  writeFileSync(file, figures());
  owner = new pg.Client(server.database.url);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Every year, quarter and month since 1900 of enough indicators. */
function figures(): string {
  const codes = [
    "CR-VIOL",
    "CR-HOM",
    "CR-ROB",
    "CR-AGG",
    "CR-BURG",
    "CR-LARC",
    "CR-MVT",
    "CR-ARSON",
    "CR-PROP",
    "CR-RAPE",
    "CR-NFS",
    "CR-SHOT",
    "PA-ARR",
    "PA-STOP",
    "PR-YTH",
    "PR-EVT",
    "PA-CMP",
    "PA-COM",
    "CR-SFC",
    "CR-SFV",
  ];
  const lines = codes.flatMap((code) =>
    Array.from(
      { length: 1500 },
      (_, index) =>
        `OH0570200,${String(1900 + Math.floor(index / 12))}-${String(1 + (index % 12)).padStart(2, "0")},${code},${String(index)}`,
    ),
  );
  return `ORI,period,indicator,value\n${lines.join("\n")}\n`;
}

/** The command line, as an operator would run it against the same database. */
function importInAProcess(): ChildProcess {
  const serverFolder = join(rootFolder(), "packages", "server");
  const tsx = join(serverFolder, "node_modules", "tsx", "dist", "cli.mjs");
  return spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      tsx,
      join(serverFolder, "src", "cli", "frontstep.ts"),
      "import-observations",
      file,
    ],
    {
      env: {
        ...process.env,
        DATABASE_URL: server.database.url,
        FRONTSTEP_SECRET: TEST_SECRET,
        FRONTSTEP_DATA: folder,
      },
      stdio: "pipe",
      detached: true,
    },
  );
}

async function latestImport(): Promise<{ state: string; broken_off: string | null } | undefined> {
  const found = await owner.query<{ state: string; broken_off: string | null }>(
    "select state, broken_off from import where importer = 'observations' and file_sha256 <> '' order by created_at desc limit 1",
  );
  return found.rows[0];
}

async function untilState(...states: readonly string[]): Promise<void> {
  while (!states.includes((await latestImport())?.state ?? "")) await wait(5);
}

async function figureCount(): Promise<number> {
  const { rows: counted } = await owner.query<{ count: number }>(
    "select count(*)::int as count from observation where import_id is not null",
  );
  return counted[0]?.count ?? -1;
}

describe("a server that is killed in the middle of an import", () => {
  test.each([
    ["as it begins to write", 0],
    ["while it writes", 400],
    ["while it writes, later", 900],
  ])(
    "leaves nothing half-done when it dies %s; the next one says so, and the file can come in then",
    async (_when, delay) => {
      const before = await figureCount();
      const child = importInAProcess();
      await untilState("applying", "applied");
      await wait(delay);
      process.kill(-(child.pid ?? 0), "SIGKILL");
      await once(child, "close");
      await wait(300);

      const hasCommitted = (await latestImport())?.state === "applied";
      expect(await figureCount()).toBe(hasCommitted ? before + rows : before);
      if (hasCommitted) return;
      // The lease of the dead runs out; whoever serves next puts the import right.
      await owner.query(
        "update import set lease_until = now() - interval '1 second' where state = 'applying'",
      );
      await untilState("checked");
      expect(await latestImport()).toEqual({ state: "checked", broken_off: "interrupted" });
      expect(await figureCount()).toBe(before);
    },
    90_000,
  );

  test("the same file comes in afterwards, once", async () => {
    const child = importInAProcess();
    await once(child, "close");
    expect(await figureCount()).toBe(rows);
    expect((await check(server, steward, { bytes: figures() })).summary).toMatchObject({
      added: 0,
      leftAlone: rows,
    });
  }, 90_000);
});
