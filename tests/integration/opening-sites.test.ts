import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, publicHousingRelease, startCity, type TestCity } from "../support/city.ts";
import { inAYear, OPEN, type Opened, type Plan, PREVIEW, siteForm, why } from "../support/site-calls.ts";
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
