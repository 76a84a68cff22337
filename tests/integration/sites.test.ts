import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, publicHousingRelease, startCity, type TestCity } from "../support/city.ts";
import { inAYear, OPEN, type Opened, siteForm, why } from "../support/site-calls.ts";
import { type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let administrator: TestActor;
let releaseId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  administrator = city.administrator;
  releaseId = await publicHousingRelease(administrator);
});
afterAll(() => server.close());

const form = (changes?: object) => siteForm({ releaseId, jurisdictionId: city.jurisdictionId }, changes);

describe("the list of sites", () => {
  test("pages by name, filters by stage and search, and shows each city its own", async () => {
    const lakeside = await makeCity(server, { name: "Lakeside" });
    for (const [name, launchOn] of [
      ["Cedar", inAYear],
      ["Alder", inAYear],
      ["Birch", "2026-01-05"],
    ]) {
      await lakeside.openSite({ name, launchOn });
    }
    const first = await lakeside.administrator.get<{
      sites: { totalCount: number; edges: readonly { cursor: string; node: { name: string } }[] };
    }>(`{ sites(first: 2) { totalCount edges { cursor node { name } } pageInfo { hasNextPage } } }`);
    expect(first).toMatchObject({
      sites: {
        totalCount: 3,
        pageInfo: { hasNextPage: true },
        edges: [{ node: { name: "Alder" } }, { node: { name: "Birch" } }],
      },
    });
    const rest = await lakeside.administrator.get(
      `query ($after: String) { sites(first: 2, after: $after) { edges { node { name } } } }`,
      { after: first.sites.edges[1]!.cursor },
    );
    expect(rest).toEqual({ sites: { edges: [{ node: { name: "Cedar" } }] } });
    const held = await lakeside.administrator.get(
      `{ sites(stage: HELD_AT_GATES, sort: LAUNCH_DATE) { edges { node { name stage readiness { gateCount gatesFailing } } } } }`,
    );
    expect(held).toMatchObject({ sites: { edges: [{ node: { name: "Birch", stage: "HELD_AT_GATES" } }] } });
    expect(await lakeside.administrator.get(`{ sites(search: "100%") { totalCount } }`)).toEqual({
      sites: { totalCount: 0 },
    });
  });

  test("a state official sees the sites of the state, without the names of those who work there", async () => {
    const owners = [{ ownerRole: "CL", name: "Rosa Delgado" }];
    await administrator.get(OPEN, { input: form({ name: "Preview Homes", owners }) });
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    const { sites } = await official.get<{ sites: { edges: readonly { node: object }[] } }>(
      `{ sites(search: "Preview") { edges { node { name readiness { itemCount } ownerRoles { owner { name } } } } } }`,
    );
    expect(sites.edges).toHaveLength(1);
    expect(JSON.stringify(sites)).not.toContain("Rosa");
    const elsewhere = await server.actor([{ role: "stateOfficial", stateCode: "MI" }]);
    expect(await elsewhere.get(`{ sites { totalCount } }`)).toEqual({ sites: { totalCount: 0 } });
  });
});

describe("an open site", () => {
  const ADAPT = `mutation ($input: AdaptSiteInput!) { adaptSite(input: $input) {
    ... on SiteAdapted { findings { code } site { revision adaptationCount readiness { itemCount gateCount } } }
    ... on AdaptSiteRefused { findings { code path } }
  } }`;

  test("leaves an item out with its reason, says that a gate touches the core, and keeps what was done on it", async () => {
    const { openSite } = await administrator.get<Opened>(OPEN, { input: form({ name: "Adapted" }) });
    const site = openSite.site!;
    const leftOut = { section: "CHECKLIST_ITEMS", key: "B10", change: "LEFT_OUT", ...why };
    const undecided = { siteId: site.id, expectedRevision: site.revision, adaptations: [leftOut] };
    expect(await administrator.get(ADAPT, { input: undecided })).toMatchObject({
      adaptSite: { findings: [{ code: "ADAPTATION_STEERING_DECISION_MISSING", path: "checklistItems.B10" }] },
    });
    const adaptations = [{ ...leftOut, steeringDecidedOn: "2026-02-02" }];
    const adapted = await administrator.get(ADAPT, {
      input: { siteId: site.id, expectedRevision: site.revision, adaptations },
    });
    expect(adapted).toMatchObject({
      adaptSite: {
        findings: [{ code: "ADAPTATION_TOUCHES_CORE" }],
        site: {
          adaptationCount: 1,
          readiness: { itemCount: 48, gateCount: site.readiness["gateCount"]! - 1 },
        },
      },
    });
    const stale = await administrator.ask(ADAPT, {
      input: { siteId: site.id, expectedRevision: site.revision, adaptations },
    });
    expect(stale.errors?.[0]?.extensions?.code).toBe("STALE_REVISION");
  });

  test("moves an item when its distance from launch is changed", async () => {
    const { openSite } = await administrator.get<Opened>(OPEN, { input: form({ name: "Earlier" }) });
    const { id, revision } = openSite.site!;
    const adaptations = [
      {
        section: "CHECKLIST_ITEMS",
        key: "B31",
        change: "CHANGED",
        field: "dueOffsetDays",
        value: 10,
        ...why,
      },
    ];
    await administrator.get(ADAPT, { input: { siteId: id, expectedRevision: revision, adaptations } });
    const { checklistItem } = await administrator.get<{ checklistItem: { dueOn: string } }>(
      `query ($id: ID!) { checklistItem(siteId: $id, key: "B31") { dueOn } }`,
      { id },
    );
    const tenDaysLater = new Date(Date.parse(inAYear) + 10 * 86_400_000).toISOString().slice(0, 10);
    expect(checklistItem.dueOn).toBe(tenDaysLater);
  });

  test("is described anew, and its owner roles change hands", async () => {
    const { openSite } = await administrator.get<Opened>(OPEN, { input: form({ name: "Plain" }) });
    const { id, revision } = openSite.site!;
    const described = await administrator.get(
      `mutation ($input: DescribeSiteInput!) { describeSite(input: $input) { ... on SiteDescribed { site { name latitude } } ... on DescribeSiteRefused { findings { code } } } }`,
      {
        input: {
          siteId: id,
          expectedRevision: revision,
          name: "Plain Homes",
          latitude: 39.7,
          longitude: -84.2,
        },
      },
    );
    expect(described).toEqual({ describeSite: { site: { name: "Plain Homes", latitude: 39.7 } } });
    for (const name of ["Ann Lee", "Bo Reyes"]) {
      await administrator.get(
        `mutation ($input: NameSiteOwnerInput!) { nameSiteOwner(input: $input) { ... on SiteOwnerNamed { site { id } } } }`,
        {
          input: { siteId: id, ownerRole: "SS", name },
        },
      );
    }
    const { site } = await administrator.get<{
      site: { ownerRoles: readonly { key: string; owner: { name: string } | null }[] };
    }>(`query ($id: ID!) { site(id: $id) { ownerRoles { key owner { name } } } }`, { id });
    expect(site.ownerRoles.find(({ key }) => key === "SS")).toEqual({
      key: "SS",
      owner: { name: "Bo Reyes" },
    });
  });

  test("is not there for another city", async () => {
    const neighbor = await makeCity(server, { name: "Faraway" });
    const { openSite } = await administrator.get<Opened>(OPEN, { input: form({ name: "Ours" }) });
    expect(
      await neighbor.administrator.get(`query ($id: ID!) { site(id: $id) { id } }`, {
        id: openSite.site!.id,
      }),
    ).toEqual({ site: null });
  });
});
