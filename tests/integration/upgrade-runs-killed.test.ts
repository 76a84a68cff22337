import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createSocketServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { rootFolder } from "@frontstep/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity } from "../support/city.ts";
import { act, makeOwner } from "../support/fleet.ts";
import { TEST_SECRET } from "../support/database.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { partOf } from "../support/upgrade.ts";

let server: TestServer;
let owner: pg.Client;
let runId: string;
const folder = mkdtempSync(join(tmpdir(), "frontstep-run-killed-"));
const SITES = 60;
const TITLE = "List every body, program and critic";

beforeAll(async () => {
  server = await startTestServer();
  owner = new pg.Client(server.database.url);
  await owner.connect();
  await loadCatalogue(server);
  const city = await makeCity(server, { name: "Dayton" });
  const institute = await makeOwner(server, city, {
    name: "Safe Streets Institute",
    templateKey: "ssi-housing",
  });
  const lines = Array.from(
    { length: SITES },
    (_, index) => `Site ${String(index)},ssi-housing,1.0.0,2027-09-01,1 Long Street`,
  );
  await city.administrator.get(
    `mutation ($input: OpenSitesInput!) { openSites(input: $input) { __typename ... on OpenSitesRefused { findings { message } } } }`,
    {
      input: {
        jurisdictionId: city.jurisdictionId,
        sites: ["name,template,release,launch_date,address", ...lines].join("\n"),
      },
    },
  );
  const next = await institute.publish("1.1.0", ({ checklistItems }) => {
    partOf(checklistItems, "B04")["title"] = { en: TITLE };
  });
  const { jurisdictionId } = city;
  const consent = { allowsState: false, allowsTemplateOwner: true };
  await act(city.administrator, "decideUpgradeConsent", { jurisdictionId, expectedRevision: 0, ...consent });
  // The server of the test takes no run on: the one that is started now is for the servers that are killed.
  await owner.query(
    `create function hold_run() returns trigger language plpgsql as $$ begin new.lease_until := now() + interval '1 hour'; return new; end $$`,
  );
  await owner.query(
    "create trigger hold_run before insert on upgrade_run for each row execute function hold_run()",
  );
  const started = await act(institute.author, "startUpgradeRun", { releaseId: next, sites: {} });
  if (started.run === undefined) throw new Error(JSON.stringify(started));
  runId = started.run.id;
  await server.end();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createSocketServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** A whole server in a process of its own, on the database of the test. */
async function serverInAProcess(): Promise<ChildProcess> {
  const serverFolder = join(rootFolder(), "packages", "server");
  const tsx = join(serverFolder, "node_modules", "tsx", "dist", "cli.mjs");
  return spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", tsx, join(serverFolder, "src", "main.ts")],
    {
      env: {
        ...process.env,
        DATABASE_URL: server.database.url,
        FRONTSTEP_SECRET: TEST_SECRET,
        FRONTSTEP_DATA: folder,
        FRONTSTEP_SAMPLE: "off",
        FRONTSTEP_PORT: String(await freePort()),
      },
      cwd: serverFolder,
      stdio: ["ignore", "ignore", "inherit"],
      detached: true,
    },
  );
}

async function kill(child: ChildProcess): Promise<void> {
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await once(child, "close");
}

/** The lease of the dead runs out. */
async function expireLease(): Promise<void> {
  await owner.query("update upgrade_run set lease_until = now() - interval '1 second' where id = $1", [
    runId,
  ]);
}

async function doneCount(): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    "select count(*)::int as count from upgrade_run_site where run_id = $1 and result = 'upgraded'",
    [runId],
  );
  return rows[0]?.count ?? -1;
}

interface SiteState {
  readonly version: string;
  readonly title: string;
  readonly upgrades: number;
  readonly changes: number;
  readonly result: string | null;
}

/** Every site with all that an upgrade touches: its release, its design, the upgrade itself, the record, the run. */
async function siteStates(): Promise<SiteState[]> {
  const { rows } = await owner.query<SiteState>(
    `select r.version,
       (select i -> 'title' ->> 'en' from jsonb_array_elements(s.content -> 'checklistItems') i where i ->> 'key' = 'B04') as title,
       (select count(*)::int from site_upgrade u where u.site_id = s.id) as upgrades,
       (select count(*)::int from change_set c where c.site_id = s.id and c.use_case = 'upgradeSite') as changes, w.result
     from site s join release r on r.id = s.release_id join upgrade_run_site w on w.site_id = s.id and w.run_id = $1`,
    [runId],
  );
  return rows;
}

function isWholly({ version, title, upgrades, changes, result }: SiteState, which: "old" | "new"): boolean {
  return which === "new"
    ? version === "1.1.0" && title === TITLE && upgrades === 1 && changes === 1 && result === "upgraded"
    : version === "1.0.0" && title !== TITLE && upgrades === 0 && changes === 0 && result === null;
}

describe("a server that is killed in the middle of a run over many sites", () => {
  test.each([[5], [30]])(
    "leaves no site half-upgraded when it dies after %i of them",
    async (sites) => {
      await expireLease();
      const child = await serverInAProcess();
      while ((await doneCount()) < sites) {
        expect(child.exitCode).toBeNull();
        await wait(5);
      }
      await kill(child);
      await wait(300);
      const states = await siteStates();
      expect(states).toHaveLength(SITES);
      expect(states.filter((state) => !isWholly(state, "old") && !isWholly(state, "new"))).toEqual([]);
      const done = states.filter((state) => isWholly(state, "new")).length;
      expect(done).toBeGreaterThanOrEqual(sites);
      expect(done).toBeLessThan(SITES);
    },
    90_000,
  );

  test("and the next server goes on with it at its start, and every site is upgraded once", async () => {
    await expireLease();
    const child = await serverInAProcess();
    const isFinished = async () =>
      (await owner.query("select 1 from upgrade_run where id = $1 and finished_at is not null", [runId]))
        .rowCount === 1;
    while (!(await isFinished())) await wait(50);
    await kill(child);
    expect((await siteStates()).filter((state) => !isWholly(state, "new"))).toEqual([]);
  }, 90_000);
});
