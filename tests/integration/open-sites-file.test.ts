import { openSitesFile, type SitesFileOutcome } from "@frontstep/server";
import { type Databases, openDatabases } from "@frontstep/server/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { TEST_SECRET } from "../support/database.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

/*
 * Sites of several cities from tables of a spreadsheet: each row checked before anything is written,
 * each city in a transaction of its own, and the same file again adds nothing.
 */
const DAYTON = "OH0570200";
const AKRON = "OH0770100";

let server: TestServer;
let databases: Databases;
let owner: pg.Client;
let dayton: TestCity;
let akron: TestCity;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  databases = openDatabases(server.database.url, TEST_SECRET);
  owner = new pg.Client(server.database.url);
  await owner.connect();
  dayton = await makeCity(server, { name: "Dayton", ori: DAYTON });
  akron = await makeCity(server, { name: "Akron", ori: AKRON });
});
afterAll(async () => {
  await owner.end();
  await databases.close();
  await server.close();
});

const launchOn = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 10);
const header = "name,city,template,release,launch_date,address,owner:CL";
const row = (name: string, city: string, changes: { release?: string; launchOn?: string } = {}) =>
  `${name},${city},csp-public-housing,${changes.release ?? "3.2.0"},${changes.launchOn ?? launchOn},1 Main Street,Rosa Delgado`;
const tableOf = (...rows: readonly string[]) => [header, ...rows].join("\n");
const adaptationsOf = (...rows: readonly string[]) =>
  ["site,city,section,key,change,field,value,reason_code,reason,steering_decided_on", ...rows].join("\n");

interface Wish {
  readonly adaptations?: string;
  readonly city?: string;
  readonly isDryRun?: boolean;
}

function open(table: string, wish: Wish = {}): Promise<SitesFileOutcome> {
  return openSitesFile(databases, { table, isDryRun: false, ...wish });
}

/** The sites of a city, as its administrator sees them. */
async function sitesOf({ administrator }: TestCity): Promise<string[]> {
  const { sites } = await administrator.get<{ sites: { edges: { node: { name: string } }[] } }>(
    `{ sites(first: 100) { edges { node { name } } } }`,
  );
  return sites.edges.map(({ node }) => node.name);
}

async function countOf(statement: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count ${statement}`);
  return rows[0]?.count ?? -1;
}

const findingsOf = (outcome: SitesFileOutcome) =>
  outcome.kind === "stopped" ? [] : outcome.findings.map(({ code, path }) => `${code} at ${path}`);

describe("a file of several cities", () => {
  test("opens each site in its own city, each with a change set of its own, and says so city by city", async () => {
    const told: string[] = [];
    const table = tableOf(
      row("Elm Court", DAYTON),
      row("Elm Court", AKRON.toLowerCase()),
      row("Oak Homes", ""),
    );
    const outcome = await openSitesFile(databases, {
      table,
      city: AKRON,
      isDryRun: false,
      onOpened: ({ jurisdiction, siteIds }) => told.push(`${jurisdiction.name} ${String(siteIds.length)}`),
    });
    expect(outcome.kind).toBe("opened");
    expect(told).toEqual(["Dayton 1", "Akron 2"]);
    expect(await sitesOf(dayton)).toEqual(["Elm Court"]);
    expect(await sitesOf(akron)).toEqual(["Elm Court", "Oak Homes"]);
    expect(
      await countOf(
        "from change_set s where use_case = 'openSite' and via = 'cli' and exists (select 1 from change c where c.change_set_id = s.id)",
      ),
    ).toBe(3);
  });

  test("run once more adds nothing, and opens what was added to it", async () => {
    const table = tableOf(row("Elm Court", DAYTON), row("Elm Court", AKRON));
    const before = await countOf("from change");
    const again = await open(table);
    expect(again).toMatchObject({
      kind: "opened",
      cities: [
        { siteIds: [], alreadyThere: ["Elm Court"] },
        { siteIds: [], alreadyThere: ["Elm Court"] },
      ],
    });
    expect(findingsOf(again)).toEqual([
      "SITES_ALREADY_THERE at row 2, name",
      "SITES_ALREADY_THERE at row 3, name",
    ]);
    expect(await countOf("from change")).toBe(before);

    await open(`${table}\n${row("Ash Terrace", DAYTON)}`);
    expect(await sitesOf(dayton)).toEqual(["Ash Terrace", "Elm Court"]);
  });

  test("is refused altogether for one bad row in one city", async () => {
    const table = tableOf(
      row("Fir Court", DAYTON),
      row("Fir Homes", AKRON),
      row("Fir Place", AKRON, { launchOn: "soon" }),
    );
    const outcome = await open(table);
    expect(outcome.kind).toBe("refused");
    expect(findingsOf(outcome)).toEqual(["SITES_DATE_MALFORMED at row 4, launch_date"]);
    expect([...(await sitesOf(dayton)), ...(await sitesOf(akron))].join()).not.toContain("Fir");
  });

  test("says of each row what is wrong with its city, its release and its name", async () => {
    const table = tableOf(
      row("Ivy Court", ""),
      row("Ivy Homes", "OH9999999"),
      row("Ivy Place", DAYTON, { release: "99.0.0" }),
      row("Ivy Row", DAYTON),
      row("Ivy Row", DAYTON),
    );
    expect(findingsOf(await open(table))).toEqual([
      "SITES_CITY_MISSING at row 2, city",
      "SITES_CITY_UNKNOWN at row 3, city",
      "SITES_RELEASE_UNKNOWN at row 4, release",
      "SITE_NAME_TAKEN at row 6, name",
    ]);
  });

  test("does not take a site of another template for one that it opened", async () => {
    const table = tableOf(row("Elm Court", DAYTON).replace("csp-public-housing", "csp-park"));
    expect(findingsOf(await open(table))).toEqual(["SITE_NAME_TAKEN at row 2, name"]);
  });

  test("stops at the city where somebody was quicker, keeps the cities before it, and can be run again", async () => {
    const table = tableOf(row("Yew Court", DAYTON), row("Yew Homes", AKRON), row("Yew Place", AKRON));
    let cities = 0;
    const outcome = await openSitesFile(databases, {
      table,
      isDryRun: false,
      onOpened: () => (++cities === 1 ? akron.openSite({ name: "Yew Place" }) : undefined),
    });
    expect(outcome).toMatchObject({
      kind: "stopped",
      at: { name: "Akron" },
      cities: [{ siteIds: [{}] }],
    });
    expect(await sitesOf(dayton)).toContain("Yew Court");
    expect(await sitesOf(akron)).not.toContain("Yew Homes");

    expect(await open(table)).toMatchObject({ kind: "opened" });
    expect(await sitesOf(akron)).toEqual(expect.arrayContaining(["Yew Homes", "Yew Place"]));
  });
});

describe("a dry run", () => {
  test("shows each site with all that would be made, and makes nothing", async () => {
    const before = await countOf("from change");
    const outcome = await open(tableOf(row("Dry Court", DAYTON)), {
      adaptations: adaptationsOf(
        `Dry Court,,positions,OFF-GEN,changed,count,1,resources,There is money for fewer officers this year.`,
      ),
      isDryRun: true,
    });
    expect(outcome).toMatchObject({
      kind: "checked",
      cities: [
        {
          jurisdiction: { name: "Dayton" },
          plans: [
            {
              input: { name: "Dry Court", launchOn, owners: [{ ownerRole: "CL", name: "Rosa Delgado" }] },
              plan: { adaptations: [{ key: "OFF-GEN", field: "count", toLocal: 1 }] },
            },
          ],
        },
      ],
    });
    const plan = outcome.kind === "checked" ? outcome.cities[0]?.plans[0]?.plan : undefined;
    expect(plan?.checklist).toHaveLength(49);
    expect(await countOf("from change")).toBe(before);
  });
});

describe("a table of adaptations", () => {
  test("is applied to the sites that it names, by name and city, with what touches the core marked", async () => {
    const table = tableOf(row("Bay Court", DAYTON), row("Bay Court", AKRON), row("Bay Homes", AKRON));
    const outcome = await open(table, {
      adaptations: adaptationsOf(
        `Bay Court,${AKRON},positions,SGT,Changed,commitmentMonths,36,Local law,The contract of the city allows three years.,2026-02-02`,
        `Bay Homes,,positions,OFF-GEN,changed,count,1,resources,There is money for fewer officers this year.`,
      ),
    });
    expect(findingsOf(outcome)).toContain(
      "ADAPTATION_TOUCHES_CORE at adaptations row 2, positions.SGT.commitmentMonths",
    );
    expect(outcome.kind).toBe("opened");
    const { rows } = await owner.query(
      `select s.name, a.part_key, a.field, a.to_local, a.touches_core, a.reason_code
       from adaptation a join site s on s.jurisdiction_id = a.jurisdiction_id and s.id = a.site_id
       where s.name like 'Bay%' order by s.name`,
    );
    expect(rows).toEqual([
      {
        name: "Bay Court",
        part_key: "SGT",
        field: "commitmentMonths",
        to_local: 36,
        touches_core: true,
        reason_code: "localLaw",
      },
      expect.objectContaining({ name: "Bay Homes", part_key: "OFF-GEN", to_local: 1, touches_core: false }),
    ]);
  });

  test("that touches the core without its reason, or names what is not there, refuses the whole file", async () => {
    const outcome = await open(tableOf(row("Cay Court", DAYTON), row("Cay Court", AKRON)), {
      adaptations: adaptationsOf(
        `Cay Court,${DAYTON},positions,SGT,changed,commitmentMonths,36,localLaw,`,
        `Cay Court,,positions,SGT,left out,,,localLaw,The law of this state allows none.`,
        `Cay House,,positions,SGT,left out,,,localLaw,The law of this state allows none.`,
        `Cay Court,${AKRON},positions,NOBODY,left out,,,localLaw,The law of this state allows none.`,
        `Cay Court,${AKRON},positions,OFF-GEN,changed,count,many,resources,There is no money for more of them.,soon`,
      ),
    });
    expect(outcome.kind).toBe("refused");
    expect(findingsOf(outcome)).toEqual([
      "ADAPTATION_REASON_MISSING at adaptations row 2, positions.SGT.commitmentMonths",
      "SITES_ADAPTATION_SITE_UNCLEAR at adaptations row 3, site",
      "SITES_ADAPTATION_SITE_UNKNOWN at adaptations row 4, site",
      "ADAPTATION_PART_UNKNOWN at adaptations row 5, positions.NOBODY",
      "SITES_DATE_MALFORMED at adaptations row 6, steering_decided_on",
    ]);
    expect([...(await sitesOf(dayton)), ...(await sitesOf(akron))]).not.toContain("Cay Court");
  });

  test("that touches the core is taken only with the day of the steering committee's decision", async () => {
    const outcome = await open(tableOf(row("Eve Court", DAYTON)), {
      adaptations: adaptationsOf(
        `Eve Court,,positions,SGT,changed,commitmentMonths,36,localLaw,The contract of the city allows three years.,`,
      ),
    });
    expect(findingsOf(outcome)).toEqual([
      "ADAPTATION_STEERING_DECISION_MISSING at adaptations row 2, positions.SGT.commitmentMonths",
    ]);
  });

  test("refuses a value that its field does not take", async () => {
    const outcome = await open(tableOf(row("Eve Court", DAYTON)), {
      adaptations: adaptationsOf(
        `Eve Court,,positions,OFF-GEN,changed,count,many,resources,There is no money for more of them.`,
      ),
    });
    expect(outcome.kind).toBe("refused");
    expect(findingsOf(outcome)).toEqual([
      expect.stringMatching(/at adaptations row 2, positions\.OFF-GEN\.count$/),
    ]);
  });

  test("has words of its own for each column", async () => {
    const outcome = await open(tableOf(row("Day Court", DAYTON)), {
      adaptations: adaptationsOf(`Day Court,,indicators,X,dropped,,,because,We would rather not have it.`),
    });
    expect(findingsOf(outcome)).toEqual([
      "SITES_WORD_UNKNOWN at adaptations row 2, section",
      "SITES_WORD_UNKNOWN at adaptations row 2, change",
      "SITES_WORD_UNKNOWN at adaptations row 2, reason_code",
    ]);
  });
});

describe("the same through the API, for one's own city", () => {
  const PREVIEW = `query ($input: SitesTablesInput!) { sitesPreview(input: $input) {
    canOpen findings { code path } sites { name itemCount adaptationCount coreCount } alreadyThere } }`;
  const OPEN = `mutation ($input: OpenSitesInput!) { openSites(input: $input) {
    ... on SitesOpened { siteIds alreadyThere } ... on OpenSitesRefused { findings { code path } } } }`;
  const ask = <T>(document: string, sites: string, adaptations?: string) =>
    dayton.administrator.get<T>(document, {
      input: { jurisdictionId: dayton.jurisdictionId, sites, adaptations },
    });

  test("shows what would be made, opens it, and leaves it as it is when it is sent again", async () => {
    const sites = tableOf(row("Gate Court", ""), row("Gate Homes", DAYTON));
    const adaptations = adaptationsOf(
      `Gate Homes,,positions,SGT,changed,commitmentMonths,36,localLaw,The contract of the city allows three years.,2026-02-02`,
    );
    expect(await ask(PREVIEW, sites, adaptations)).toMatchObject({
      sitesPreview: {
        canOpen: true,
        findings: [
          { code: "ADAPTATION_TOUCHES_CORE", path: "adaptations row 2, positions.SGT.commitmentMonths" },
        ],
        sites: [
          { name: "Gate Court", itemCount: 49, adaptationCount: 0 },
          { name: "Gate Homes", adaptationCount: 1, coreCount: 1 },
        ],
      },
    });
    expect(await ask(OPEN, sites, adaptations)).toMatchObject({ openSites: { alreadyThere: [] } });
    expect(await sitesOf(dayton)).toEqual(expect.arrayContaining(["Gate Court", "Gate Homes"]));
    expect(await ask(OPEN, sites, adaptations)).toEqual({
      openSites: { siteIds: [], alreadyThere: ["Gate Court", "Gate Homes"] },
    });
  });

  test("opens nothing for a row of another city", async () => {
    const sites = tableOf(row("Hill Court", DAYTON), row("Hill Homes", AKRON));
    const findings = [{ code: "SITES_CITY_OTHER", path: "row 3, city" }];
    expect(await ask(PREVIEW, sites)).toMatchObject({
      sitesPreview: { canOpen: false, findings, sites: [] },
    });
    expect(await ask(OPEN, sites)).toEqual({ openSites: { findings } });
    expect(await sitesOf(dayton)).not.toContain("Hill Court");
  });
});

describe("a large file", () => {
  test(
    "of two hundred sites in two cities is opened, and found there when it is run again",
    { timeout: 120_000 },
    async () => {
      const rows = Array.from({ length: 200 }, (_, index) =>
        row(`Large ${String(index)}`, index % 2 === 0 ? DAYTON : AKRON),
      );
      const began = performance.now();
      const outcome = await open(tableOf(...rows));
      console.info(`Two hundred sites: ${((performance.now() - began) / 1000).toFixed(1)} s`);
      expect(outcome).toMatchObject({ kind: "opened" });
      expect(await countOf("from site where name like 'Large%'")).toBe(200);
      expect(
        await countOf("from site_owner o join site s on s.id = o.site_id where s.name like 'Large%'"),
      ).toBe(200);
      const again = await open(tableOf(...rows));
      expect(again).toMatchObject({ kind: "opened", cities: [{ siteIds: [] }, { siteIds: [] }] });
    },
  );
});
