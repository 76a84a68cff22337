import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let administrator: TestActor;
let releaseId: string;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  city = await makeCity(server, { name: "Harborview" });
  administrator = city.administrator;
  const { release } = await administrator.get<{ release: { id: string } }>(
    `{ release(templateKey: "csp-public-housing") { id } }`,
  );
  releaseId = release.id;
});
afterAll(() => server.close());

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
}

interface Plan {
  readonly canOpen: boolean;
  readonly findings: readonly Finding[];
  readonly checklist: readonly {
    readonly key: string;
    readonly title: string;
    readonly dueOn: string;
    readonly ownerName: string | null;
  }[];
  readonly positions: readonly { readonly key: string; readonly slotCount: number }[];
  readonly adaptations: readonly {
    readonly key: string;
    readonly touchesCore: boolean;
    readonly coreComponents: readonly { readonly key: string }[];
  }[];
  readonly goals: readonly { readonly key: string }[];
}

const PREVIEW = `query ($input: OpenSiteInput!) { siteOpeningPreview(input: $input) {
  canOpen findings { code severity path }
  checklist { key title dueOn ownerName } positions { key slotCount } goals { key }
  adaptations { key touchesCore coreComponents { key } }
} }`;

const OPEN = `mutation ($input: OpenSiteInput!) { openSite(input: $input) {
  ... on SiteOpened { site { id name launchOn daysToLaunch stage kind revision
    jurisdiction { name } release { version templateKey } phase { key label }
    readiness { itemCount doneCount gateCount gatesMet percentDone overdueCount }
    ownerRoles { key owner { name } }
    adaptations { key title change field fromValue toValue touchesCore reason decidedOn }
    checklist { key items { key dueOn ownerName isLaunchGate } } } }
  ... on OpenSiteRefused { findings { code severity path } }
} }`;

const inAYear = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 10);

function form(changes: object = {}): object {
  return {
    releaseId,
    jurisdictionId: city.jurisdictionId,
    name: "Harbor Homes",
    address: "1 Harbor Street",
    launchOn: inAYear,
    ...changes,
  };
}

interface Opened {
  readonly openSite: {
    readonly findings?: readonly Finding[];
    readonly site?: {
      readonly id: string;
      readonly revision: number;
      readonly daysToLaunch: number;
      readonly readiness: Readonly<Record<string, number>>;
      readonly adaptations: readonly { readonly key: string }[];
      readonly checklist: readonly {
        readonly items: readonly {
          readonly key: string;
          readonly dueOn: string;
          readonly ownerName: string | null;
        }[];
      }[];
    };
  };
}

const why = { reasonCode: "RESOURCES", reason: "The city has money for eight officers in this year." };

describe("opening a site", () => {
  test("opening makes exactly what the preview showed, with real dates and the people named", async () => {
    const input = form({
      name: "Preview Homes",
      owners: [{ ownerRole: "CL", name: "Rosa Delgado", email: "rosa@example.org" }],
      adaptations: [
        { section: "POSITIONS", key: "OFF-GEN", change: "CHANGED", field: "count", value: 1, ...why },
      ],
    });
    const { siteOpeningPreview: plan } = await administrator.get<{ siteOpeningPreview: Plan }>(PREVIEW, {
      input,
    });
    expect(plan.canOpen).toBe(true);
    expect(plan.checklist).toHaveLength(49);
    expect(plan.checklist.find(({ key }) => key === "B31")).toMatchObject({ dueOn: inAYear });
    expect(plan.checklist.find(({ key }) => key === "B01")).toMatchObject({ ownerName: "Rosa Delgado" });

    const { openSite } = await administrator.get<Opened>(OPEN, { input });
    const items = openSite.site!.checklist.flatMap((phase) => phase.items);
    const byKey = (list: readonly { readonly key: string }[]) =>
      list.toSorted((left, right) => left.key.localeCompare(right.key));
    expect(byKey(items.map(({ key, dueOn, ownerName }) => ({ key, dueOn, ownerName })))).toEqual(
      byKey(plan.checklist.map(({ key, dueOn, ownerName }) => ({ key, dueOn, ownerName }))),
    );
    expect(openSite.site).toMatchObject({
      stage: "PREPARING",
      kind: "PUBLIC_HOUSING",
      jurisdiction: { name: "Harborview" },
      release: { version: "3.2.0", templateKey: "csp-public-housing" },
      readiness: { itemCount: 49, doneCount: 0, gatesMet: 0, percentDone: 0 },
      adaptations: [{ key: "OFF-GEN", change: "CHANGED", field: "count", toValue: 1, reason: why.reason }],
    });
    expect(Math.abs(openSite.site!.daysToLaunch - 500)).toBeLessThanOrEqual(1);
  });

  test("a preview saves nothing", async () => {
    const COUNTS = `query ($id: ID!) { sites { totalCount } history(jurisdictionId: $id) { totalCount } }`;
    const before = await administrator.get(COUNTS, { id: city.jurisdictionId });
    await administrator.get(PREVIEW, { input: form({ name: "Never opened" }) });
    expect(await administrator.get(COUNTS, { id: city.jurisdictionId })).toEqual(before);
  });

  test("takes what touches a core component only with the decision of the steering committee", async () => {
    const adaptations = [
      { section: "PARTNER_ROLES", key: "intervention-agency", change: "LEFT_OUT", ...why },
    ];
    const { siteOpening } = await administrator.get<{
      siteOpening: { parts: readonly { section: string; key: string; isCore: boolean }[] };
    }>(`query ($id: ID!) { siteOpening(releaseId: $id) { parts { section key isCore } } }`, {
      id: releaseId,
    });
    const core = siteOpening.parts.find(({ section, isCore }) => section === "POSITIONS" && isCore);
    const touching =
      core === undefined ? adaptations : [{ ...adaptations[0], section: core.section, key: core.key }];
    const input = form({ adaptations: touching });
    const { siteOpeningPreview: plan } = await administrator.get<{ siteOpeningPreview: Plan }>(PREVIEW, {
      input,
    });
    expect(plan.canOpen).toBe(false);
    expect(plan.adaptations[0]).toMatchObject({ touchesCore: true });
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ code: "ADAPTATION_STEERING_DECISION_MISSING", severity: "ERROR" }),
    );
    const decided = touching.map((adaptation) => ({
      ...adaptation,
      steeringDecidedOn: "2026-02-02",
    }));
    const { siteOpeningPreview: after } = await administrator.get<{ siteOpeningPreview: Plan }>(PREVIEW, {
      input: { ...input, adaptations: decided },
    });
    expect(after.canOpen).toBe(true);
    expect(after.findings).toContainEqual(
      expect.objectContaining({ code: "ADAPTATION_TOUCHES_CORE", severity: "WARNING" }),
    );
  });

  test("every fault of the form is said at once, each at its field, and nothing is opened", async () => {
    const input = form({
      name: " ",
      address: null,
      residentPopulation: 1200,
      launchOn: "1990-01-01",
      timeZone: "Mars/Olympus",
      owners: [{ ownerRole: "XX", name: "" }],
      adaptations: [
        {
          section: "POSITIONS",
          key: "OFF-GEN",
          change: "CHANGED",
          field: "count",
          value: -2,
          reasonCode: "OTHER",
          reason: "We cannot fill these seats.",
        },
      ],
    });
    const { openSite } = await administrator.get<Opened>(OPEN, { input });
    expect(openSite.findings!.map(({ code, path }) => [code, path])).toEqual([
      ["SITE_NAME_MISSING", "name"],
      ["SITE_PLACE_MISSING", "address"],
      ["SITE_POPULATION_SOURCE_MISSING", "residentPopulationSource"],
      ["SITE_POPULATION_YEAR_MISSING", "residentPopulationYear"],
      ["SITE_LAUNCH_DATE_TOO_FAR", "launchOn"],
      ["SITE_TIME_ZONE_UNKNOWN", "timeZone"],
      ["SITE_OWNER_ROLE_UNKNOWN", "owners.XX"],
      ["SITE_OWNER_NAME_MISSING", "owners.XX"],
      ["PART_FORM_INVALID", "positions.OFF-GEN.count"],
    ]);
  });

  test("a second site of the same name in one city is refused, and the first stays alone", async () => {
    const { openSite } = await administrator.get<Opened>(OPEN, { input: form({ name: "Preview Homes" }) });
    expect(openSite.findings).toEqual([{ code: "SITE_NAME_TAKEN", severity: "ERROR", path: "name" }]);
  });

  test("the same key sent twice opens one site and gives the same answer", async () => {
    const input = form({ name: "Once Only", idempotencyKey: "open-once" });
    const [first, second] = [
      await administrator.get<Opened>(OPEN, { input }),
      await administrator.get<Opened>(OPEN, { input }),
    ];
    expect(second.openSite.site!.id).toBe(first.openSite.site!.id);
    expect(await administrator.get(`{ sites(search: "Once") { totalCount } }`)).toEqual({
      sites: { totalCount: 1 },
    });
  });

  test("one change set holds the whole opening", async () => {
    const { openSite } = await administrator.get<Opened>(OPEN, { input: form({ name: "Recorded" }) });
    const { history } = await administrator.get<{
      history: { totalCount: number; edges: readonly { node: object }[] };
    }>(
      `query ($city: ID!, $id: ID!) { history(jurisdictionId: $city, siteId: $id) { totalCount edges { node { useCase summary } } } }`,
      { city: city.jurisdictionId, id: openSite.site!.id },
    );
    expect(history.totalCount).toBe(1);
    expect(history.edges[0]!.node).toMatchObject({
      useCase: "openSite",
      summary: { name: "Recorded", itemCount: 49 },
    });
  });

  test("a viewer, a neighbor city and a state official may not open a site here", async () => {
    const neighbor = await makeCity(server, { name: "Otherton" });
    const viewer = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }]);
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    for (const actor of [viewer, neighbor.administrator, official]) {
      const { errors } = await actor.ask(OPEN, { input: form({ name: "Not theirs" }) });
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });
});

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

describe("a half-filled form", () => {
  const SAVE = `mutation ($input: SaveSiteDraftInput!) { saveSiteDraft(input: $input) { ... on SiteDraftSaved { draft { id revision form } } } }`;
  interface Saved {
    readonly saveSiteDraft: {
      readonly draft: { readonly id: string; readonly revision: number; readonly form: unknown };
    };
  }

  test("is kept for whoever began it, saved over, and gone once the site is open", async () => {
    const draft = { jurisdictionId: city.jurisdictionId, form: { name: "Half" } };
    const { saveSiteDraft } = await administrator.get<Saved>(SAVE, { input: draft });
    const { id, revision } = saveSiteDraft.draft;
    const again = await administrator.get<Saved>(SAVE, {
      input: { ...draft, id, expectedRevision: revision, form: { name: "Half a site" } },
    });
    expect(again.saveSiteDraft.draft).toMatchObject({
      id,
      revision: revision + 1,
      form: { name: "Half a site" },
    });

    const colleague = await server.actor([
      { role: "cityAdministrator", jurisdictionId: city.jurisdictionId },
    ]);
    expect(await colleague.get(`{ siteDrafts { id } }`)).toEqual({ siteDrafts: [] });
    const { errors } = await administrator.ask(SAVE, { input: { ...draft, id, expectedRevision: revision } });
    expect(errors?.[0]?.extensions?.code).toBe("STALE_REVISION");

    await administrator.get(OPEN, { input: form({ name: "From a draft", draftId: id }) });
    expect(await administrator.get(`query ($id: ID!) { siteDraft(id: $id) { id } }`, { id })).toEqual({
      siteDraft: null,
    });
  });

  test("can be thrown away", async () => {
    const { saveSiteDraft } = await administrator.get<Saved>(SAVE, {
      input: { jurisdictionId: city.jurisdictionId, form: {} },
    });
    await administrator.get(
      `mutation ($id: ID!) { discardSiteDraft(id: $id) { ... on SiteDraftDiscarded { id } } }`,
      { id: saveSiteDraft.draft.id },
    );
    expect(await administrator.get(`{ siteDrafts { id } }`)).toEqual({ siteDrafts: [] });
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
