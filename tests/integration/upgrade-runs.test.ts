import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import {
  act,
  countsOf,
  fleetOf,
  makeOwner,
  type Outcome,
  readRun,
  type Run,
  type TestOwner,
} from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { partOf } from "../support/upgrade.ts";

let server: TestServer;
let database: pg.Client;
let dayton: TestCity;
let toledo: TestCity;
let owner: TestOwner;
let ohio: TestActor;
let next: string;

const retitle = {
  section: "CHECKLIST_ITEMS",
  key: "B04",
  change: "CHANGED",
  field: "title",
  value: { en: "Ask every resident" },
  reasonCode: "CULTURE",
  reason: "So decided with the residents here",
};

beforeAll(async () => {
  server = await startTestServer();
  database = new pg.Client(server.database.url);
  await database.connect();
  await loadCatalogue(server);
  dayton = await makeCity(server, { name: "Dayton" });
  toledo = await makeCity(server, { name: "Toledo" });
  owner = await makeOwner(server, dayton, { name: "Safe Streets Institute", templateKey: "ssi-housing" });
  ohio = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  const { releaseId } = owner;
  const site = { releaseId, launchOn: "2027-09-01" };
  for (const name of ["One", "Two", "Three"]) await dayton.openSite({ name, ...site });
  await dayton.openSite({ name: "Adapted", adaptations: [retitle], ...site });
  await toledo.openSite({ name: "Without consent", ...site });
  next = await owner.publish("1.1.0", ({ checklistItems }) => {
    partOf(checklistItems, "B04")["title"] = { en: "List every body, program and critic" };
  });
  await act(dayton.administrator, "decideUpgradeConsent", {
    jurisdictionId: dayton.jurisdictionId,
    expectedRevision: 0,
    allowsState: true,
    allowsTemplateOwner: false,
  });
});
afterAll(async () => {
  await database.end();
  await server.close();
});

async function finished(actor: TestActor, { run }: Outcome): Promise<Run> {
  for (;;) {
    const found = await readRun(actor, run?.id ?? "");
    if (found.isFinished) return found;
    await wait(50);
  }
}

const versions = async () =>
  Object.fromEntries((await fleetOf(ohio)).rows.map(({ name, version }) => [name, version]));

describe("a run", () => {
  test("of the template's owner leaves cities alone that agreed to the state only", async () => {
    const started = await act(owner.author, "startUpgradeRun", { releaseId: next, sites: {} });
    const run = await finished(owner.author, started);
    expect([run.siteCount, countsOf(run)]).toEqual([5, { WITHOUT_CONSENT: 5 }]);
    expect(new Set(Object.values(await versions()))).toEqual(new Set(["1.0.0"]));
  });

  test("upgrades the sites that have no question, and lists those that need a person", async () => {
    const started = await act(ohio, "startUpgradeRun", { releaseId: next, sites: {} });
    expect(started).toMatchObject({ __typename: "UpgradeRunStarted", run: { siteCount: 5 } });
    const run = await finished(ohio, started);
    expect(countsOf(run)).toEqual({ UPGRADED: 3, NEEDS_PERSON: 1, WITHOUT_CONSENT: 1 });
    expect(await versions()).toEqual({
      Adapted: "1.0.0",
      One: "1.1.0",
      Three: "1.1.0",
      Two: "1.1.0",
      "Without consent": "1.0.0",
    });
    const { upgradeRun } = await ohio.get<{ upgradeRun: { sites: { edges: { node: object }[] } } }>(
      `query ($id: ID!) { upgradeRun(id: $id) { sites(result: NEEDS_PERSON) { edges { node { siteName result questionCount } } } } }`,
      { id: run.id },
    );
    expect(upgradeRun.sites.edges.map(({ node }) => node)).toEqual([
      { siteName: "Adapted", result: "NEEDS_PERSON", questionCount: 1 },
    ]);
  });

  test("leaves one change set for each site, in the city's own history, under the name of who started it", async () => {
    const { history } = await dayton.administrator.get<{
      history: { edges: { node: { useCase: string; actorName: string; via: string } }[] };
    }>(
      `query ($id: ID!) { history(jurisdictionId: $id, first: 50) { edges { node { useCase actorName via } } } }`,
      { id: dayton.jurisdictionId },
    );
    const upgrades = history.edges.map(({ node }) => node).filter(({ useCase }) => useCase === "upgradeSite");
    expect(upgrades).toHaveLength(3);
    for (const { actorName } of upgrades) expect(actorName).toMatch(/, OH$/);
  });

  test("gives back the grant of every site", async () => {
    const { rows } = await database.query("select 1 from sec.grant_ctx where hat = 'job'");
    expect(rows).toEqual([]);
  });

  test("goes on when its server died: what was upgraded stays, the rest is done once", async () => {
    const { releaseId } = owner;
    for (const name of ["Four", "Five"]) await dayton.openSite({ name, releaseId, launchOn: "2027-09-01" });
    const started = await act(ohio, "startUpgradeRun", { releaseId: next, sites: {} });
    await finished(ohio, started);
    // As if a server had taken the run on and died after the first of them.
    await database.query(
      `update upgrade_run set finished_at = null, lease_until = now() - interval '1 second' where id = $1`,
      [started.run?.id],
    );
    await database.query(
      `update upgrade_run_site w set result = null, done_at = null from site s where s.id = w.site_id and w.run_id = $1 and s.name = 'Five'`,
      [started.run?.id],
    );
    const run = await finished(ohio, started);
    expect(countsOf(run)).toEqual({ UPGRADED: 1, ALREADY_THERE: 1, NEEDS_PERSON: 1, WITHOUT_CONSENT: 1 });
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from site_upgrade u join site s on s.id = u.site_id where s.name = 'Five'`,
    );
    expect(rows[0]?.count).toBe(1);
  }, 30_000);

  test("is stopped by who started it, and seen by nobody else", async () => {
    const started = await act(owner.author, "startUpgradeRun", { releaseId: next, sites: {} });
    const runId = started.run?.id;
    expect((await act(ohio, "cancelUpgradeRun", { runId })).__typename).toBe("NOT_FOUND");
    expect((await act(dayton.administrator, "cancelUpgradeRun", { runId })).__typename).toBe("FORBIDDEN");
    const canceled = await act(owner.author, "cancelUpgradeRun", { runId });
    expect(canceled.__typename).toBe("UpgradeRunCancelAsked");
    await finished(owner.author, started);
  });

  test("that has no site below the release is not begun", async () => {
    const outcome = await act(ohio, "startUpgradeRun", { releaseId: owner.releaseId, sites: {} });
    expect(outcome).toMatchObject({
      __typename: "UpgradeRunRefused",
      findings: [{ code: "RUN_NO_SITE_BELOW" }],
    });
  });
});
