import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { act, fleetOf, makeOwner, type TestOwner } from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { partOf } from "../support/upgrade.ts";

let server: TestServer;
let dayton: TestCity;
let detroit: TestCity;
let owner: TestOwner;
let ohio: TestActor;

const because = { reasonCode: "RESOURCES", reason: "So decided with the residents here" };
const fewerOfficers = {
  section: "POSITIONS",
  key: "OFF-GEN",
  change: "CHANGED",
  field: "count",
  value: 2,
  ...because,
};

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  dayton = await makeCity(server, { name: "Dayton" });
  detroit = await makeCity(server, { name: "Detroit", stateCode: "MI" });
  owner = await makeOwner(server, dayton, { name: "Safe Streets Institute", templateKey: "ssi-housing" });
  ohio = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  const { releaseId } = owner;
  const launchOn = "2027-09-01";
  await dayton.openSite({ name: "Oldest", releaseId, launchOn, adaptations: [fewerOfficers] });
  const second = await owner.publish("1.9.0", ({ checklistItems }) => {
    partOf(checklistItems, "B06")["dueOffsetDays"] = -290;
  });
  await dayton.openSite({ name: "=Middle", releaseId: second, launchOn });
  await detroit.openSite({ name: "Elsewhere", releaseId: second, launchOn: "2026-01-05" });
  const newest = await owner.publish("1.10.0", ({ checklistItems }) => {
    partOf(checklistItems, "B06")["dueOffsetDays"] = -280;
  });
  await dayton.openSite({ name: "Newest", releaseId: newest, launchOn });
  await dayton.openSite({ name: "Built in", launchOn });
});
afterAll(() => server.close());

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe("the fleet", () => {
  test("shows a state its own sites, an owner those of its templates, a city its own", async () => {
    expect(names((await fleetOf(ohio)).rows)).toEqual(["=Middle", "Built in", "Newest", "Oldest"]);
    expect(names((await fleetOf(owner.author)).rows)).toEqual(["=Middle", "Newest", "Oldest", "Elsewhere"]);
    expect(names((await fleetOf(detroit.administrator)).rows)).toEqual(["Elsewhere"]);
  });

  test("is closed to those who look after no template, and to an author of another one", async () => {
    const { organizationId } = owner;
    const staff = await server.actor([{ role: "partnerStaff", organizationId }]);
    const { errors } = await staff.ask(`{ fleet { totalCount } }`);
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    const other = await makeOwner(server, dayton, {
      name: "Another Institute",
      templateKey: "another-housing",
    });
    expect((await fleetOf(other.author)).totalCount).toBe(0);
  });

  test("says how far behind each site is, by number and not by spelling", async () => {
    const { rows } = await fleetOf(owner.author);
    const behind = rows.map(({ name, version, newestVersion, releasesBehind, daysBehind, next }) => [
      name,
      version,
      newestVersion,
      releasesBehind,
      daysBehind,
      next?.version ?? null,
    ]);
    expect(behind).toEqual([
      ["=Middle", "1.9.0", "1.10.0", 1, 0, "1.10.0"],
      ["Newest", "1.10.0", "1.10.0", 0, 0, null],
      ["Oldest", "1.0.0", "1.10.0", 2, 0, "1.10.0"],
      ["Elsewhere", "1.9.0", "1.10.0", 1, 0, "1.10.0"],
    ]);
  });

  test("counts what sites do differently, by part", async () => {
    const { rows } = await fleetOf(ohio, { search: "oldest" });
    expect(rows).toMatchObject([{ name: "Oldest", adaptations: [{ section: "positions", count: 1 }] }]);
  });

  test("is filtered by template, city, stage, release and being behind", async () => {
    const of = async (filter: object) => names((await fleetOf(owner.author, filter)).rows);
    expect(await of({ jurisdictionId: detroit.jurisdictionId })).toEqual(["Elsewhere"]);
    expect(await of({ version: "1.9.0" })).toEqual(["=Middle", "Elsewhere"]);
    expect(await of({ stage: "HELD_AT_GATES" })).toEqual(["Elsewhere"]);
    expect(await of({ isBehind: true })).toEqual(["=Middle", "Oldest", "Elsewhere"]);
    expect(await of({ templateKey: "csp-park" })).toEqual([]);
    expect(names((await fleetOf(ohio, { templateKey: "csp-public-housing" })).rows)).toEqual(["Built in"]);
  });

  test.each([
    ["NAME", ["=Middle", "Newest", "Oldest", "Elsewhere"]],
    ["BEHIND", ["Oldest", "=Middle", "Elsewhere", "Newest"]],
    ["LEAST_BEHIND", ["Newest", "=Middle", "Elsewhere", "Oldest"]],
  ])("is turned page by page in the order %s, nothing twice and nothing missed", async (sort, expected) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await fleetOf(owner.author, { sort, first: 1, after });
      expect(page.totalCount).toBe(4);
      seen.push(...names(page.rows));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(expected);
  });

  test("sums up how many sites have which release", async () => {
    const { fleetReleases } = await owner.author.get<{ fleetReleases: object[] }>(
      `{ fleetReleases { templateKey version newestVersion siteCount } }`,
    );
    const row = (version: string, siteCount: number) => ({
      templateKey: "ssi-housing",
      version,
      newestVersion: "1.10.0",
      siteCount,
    });
    expect(fleetReleases).toEqual([row("1.10.0", 1), row("1.9.0", 2), row("1.0.0", 1)]);
  });

  test("goes out as CSV that no spreadsheet runs", async () => {
    const { fleetExport } = await owner.author.get<{ fleetExport: { fileName: string; csv: string } }>(
      `{ fleetExport { fileName csv } }`,
    );
    const [header, ...lines] = fleetExport.csv.trim().split("\r\n");
    expect(fleetExport.fileName).toMatch(/^frontstep-fleet-\d{4}-\d\d-\d\d\.csv$/);
    expect(header).toContain("city,state,site,template,stage,release,newest_release,releases_behind");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      /^Dayton,OH,'=Middle,ssi-housing,preparing,1\.9\.0,1\.10\.0,1,0,,1,0,0,,no,no,no$/,
    );
  });

  test("keeps an author from what happens at the sites, officers above all", async () => {
    const [row] = (await fleetOf(owner.author)).rows;
    for (const query of [
      `query ($id: ID!) { site(id: $id) { id } }`,
      `query ($id: ID!) { officers(jurisdictionId: $id) { totalCount } }`,
    ]) {
      const { errors } = await owner.author.ask(query, { id: row?.id });
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });
});

describe("a city's consent", () => {
  const decision = { allowsState: true, allowsTemplateOwner: false };

  test("is no until the city says yes, and is the administrator's to give", async () => {
    expect((await fleetOf(ohio)).rows.some(({ allowsState }) => allowsState)).toBe(false);
    const { jurisdictionId } = dayton;
    const editor = await server.actor([{ role: "cityEditor", jurisdictionId }]);
    const input = { jurisdictionId, expectedRevision: 0, ...decision };
    expect((await act(editor, "decideUpgradeConsent", input)).__typename).toBe("FORBIDDEN");
    expect((await act(detroit.administrator, "decideUpgradeConsent", input)).__typename).toBe("FORBIDDEN");
    expect((await act(dayton.administrator, "decideUpgradeConsent", input)).__typename).toBe(
      "UpgradeConsentDecided",
    );
    const stale = await act(dayton.administrator, "decideUpgradeConsent", input);
    expect(stale.__typename).toBe("STALE_REVISION");
  });

  test("is seen by those to whom it is given", async () => {
    const row = async (actor: TestActor) => (await fleetOf(actor, { search: "Oldest" })).rows[0];
    expect(await row(ohio)).toMatchObject(decision);
    expect(await row(owner.author)).toMatchObject(decision);
  });
});
