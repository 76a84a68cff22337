import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import type { TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Millbrook" }));
});
afterAll(() => server.close());

const WHY = { reasonCode: "CULTURE", reason: "Residents asked for it at the first meeting." };
const NIGHT_WALK = {
  phase: "L",
  title: { en: "Walk the site at night with residents" },
  ownerRole: "SS",
  dueOffsetDays: 10,
  evidence: { en: "Notes of the walk" },
};
const COOK = { title: { en: "Community cook" }, count: 1, employer: "civilian" };
const READING = {
  title: { en: "More young people are served" },
  kind: "outcome",
  baselineWindow: { kind: "none" },
  targets: [{ kind: "atLeast", value: 120, indicator: "PR-YTH", byMonth: 12 }],
};

interface Outcome {
  readonly __typename: string;
  readonly key?: string;
  readonly findings?: readonly { readonly code: string; readonly path: string }[];
}

let opened = 0;

async function openSite(changes: object = {}): Promise<string> {
  opened += 1;
  return await city.openSite({ name: `Harborview ${String(opened)}`, ...changes });
}

async function revisionOf(id: string): Promise<number> {
  const { site } = await city.administrator.get<{ site: { revision: number } }>(
    `query ($id: ID!) { site(id: $id) { revision } }`,
    { id },
  );
  return site.revision;
}

const SAVE = `mutation ($input: SaveOwnPartInput!) { saveOwnPart(input: $input) { __typename
  ... on OwnPartSaved { key } ... on SaveOwnPartRefused { findings { code path } } } }`;

async function save(siteId: string, section: string, value: object, changes: object = {}): Promise<Outcome> {
  const input = { siteId, expectedRevision: await revisionOf(siteId), section, value, ...WHY, ...changes };
  return (await city.administrator.get<{ saveOwnPart: Outcome }>(SAVE, { input })).saveOwnPart;
}

interface Shown {
  readonly adaptations: readonly {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly change: string;
    readonly touchesCore: boolean;
    readonly reason: string | null;
  }[];
  readonly checklist: readonly {
    readonly items: readonly {
      readonly key: string;
      readonly dueOn: string;
      readonly status: string;
      readonly revision: number;
    }[];
  }[];
  readonly roster: { readonly slots: readonly { readonly positionKey: string }[] };
  readonly goals: readonly { readonly key: string }[];
}

const SITE = `query ($id: ID!) { site(id: $id) {
  adaptations { id key title change touchesCore reason }
  checklist { items { key dueOn status revision } } roster { slots { positionKey } } goals { key } } }`;

const shown = async (id: string) => (await city.administrator.get<{ site: Shown }>(SITE, { id })).site;

const itemOf = ({ checklist }: Shown, key: string) =>
  checklist.flatMap(({ items }) => items).find((item) => item.key === key);

describe("a part of its own", () => {
  test("is on the checklist, the roster and among the goals at once, and in the ledger with its reason", async () => {
    const siteId = await openSite({ launchOn: "2027-03-01" });
    expect(await save(siteId, "CHECKLIST_ITEMS", NIGHT_WALK)).toEqual({
      __typename: "OwnPartSaved",
      key: "own-walk-the-site-at-night",
    });
    expect((await save(siteId, "POSITIONS", COOK)).key).toBe("own-community-cook");
    expect((await save(siteId, "GOALS", READING)).key).toBe("own-more-young-people-are");
    const site = await shown(siteId);
    expect(itemOf(site, "own-walk-the-site-at-night")).toMatchObject({ dueOn: "2027-03-11" });
    expect(site.roster.slots.map(({ positionKey }) => positionKey)).toContain("own-community-cook");
    expect(site.goals.map(({ key }) => key)).toContain("own-more-young-people-are");
    expect(site.adaptations).toHaveLength(3);
    expect(site.adaptations.find(({ key }) => key === "own-community-cook")).toMatchObject({
      title: "Community cook",
      change: "ADDED",
      touchesCore: false,
      reason: WHY.reason,
    });
  });

  test("is written anew under its key, and what was done under it stays", async () => {
    const siteId = await openSite();
    const { key } = await save(siteId, "CHECKLIST_ITEMS", NIGHT_WALK);
    const item = itemOf(await shown(siteId), key ?? "");
    await city.administrator.get(
      `mutation ($input: ChangeItemStatusInput!) { changeItemStatus(input: $input) { __typename } }`,
      {
        input: {
          siteId,
          itemKey: key,
          expectedRevision: item?.revision,
          status: "DONE",
          doneOn: "2026-02-01",
        },
      },
    );
    const value = { ...NIGHT_WALK, title: { en: "Walk the site at dusk" }, dueOffsetDays: 20 };
    expect(await save(siteId, "CHECKLIST_ITEMS", value, { key })).toEqual({
      __typename: "OwnPartSaved",
      key,
    });
    const after = await shown(siteId);
    expect(itemOf(after, key ?? "")).toMatchObject({ status: "DONE" });
    expect(after.adaptations).toEqual([expect.objectContaining({ key, title: "Walk the site at dusk" })]);
  });

  test("goes again as any difference does, and with it what only stood in it", async () => {
    const siteId = await openSite();
    const { key } = await save(siteId, "GOALS", READING);
    const [entry] = (await shown(siteId)).adaptations;
    await city.administrator.get(
      `mutation ($input: RevertAdaptationInput!) { revertAdaptation(input: $input) { __typename } }`,
      { input: { siteId, adaptationId: entry?.id, expectedRevision: await revisionOf(siteId) } },
    );
    const after = await shown(siteId);
    expect(after.adaptations).toEqual([]);
    expect(after.goals.map((goal) => goal.key)).not.toContain(key);
  });

  test("stays when the site takes the next release", async () => {
    const { template } = await city.administrator.get<{
      template: { releases: { id: string; version: string }[] };
    }>(`{ template(key: "csp-public-housing") { releases { id version } } }`);
    const releaseOf = (version: string) => template.releases.find((one) => one.version === version)?.id;
    const siteId = await openSite({ releaseId: releaseOf("3.1.0") });
    const { key } = await save(siteId, "CHECKLIST_ITEMS", NIGHT_WALK);
    const { upgradeSite } = await city.administrator.get<{ upgradeSite: { __typename: string } }>(
      `mutation ($input: UpgradeSiteInput!) { upgradeSite(input: $input) { __typename } }`,
      {
        input: {
          siteId,
          releaseId: releaseOf("3.2.0"),
          expectedRevision: await revisionOf(siteId),
          decisions: [],
        },
      },
    );
    expect(upgradeSite.__typename).toBe("SiteUpgraded");
    const after = await shown(siteId);
    expect(itemOf(after, key ?? "")).toBeDefined();
    expect(after.adaptations.map((entry) => entry.key)).toEqual([key]);
  });

  test("is the same change at another site that words it alike", async () => {
    const keys = new Set<string | undefined>();
    for (const title of ["Walk the site at night", "walk the  site at night."]) {
      const siteId = await openSite();
      const { key } = await save(siteId, "CHECKLIST_ITEMS", { ...NIGHT_WALK, title: { en: title } });
      keys.add(key);
    }
    expect([...keys]).toEqual(["own-walk-the-site-at-night"]);
  });
});

describe("is refused, and nothing is kept,", () => {
  test.each<[string, string, object, object, string]>([
    [
      "a goal on arrests",
      "GOALS",
      { ...READING, targets: [{ ...READING.targets[0], indicator: "PA-ARR" }] },
      {},
      "GOAL",
    ],
    ["a phase that is not there", "CHECKLIST_ITEMS", { ...NIGHT_WALK, phase: "P99" }, {}, "REFERENCE"],
    ["a field of another form", "POSITIONS", { ...COOK, salary: 1 }, {}, "PART_FORM_INVALID"],
    ["a number that is none", "POSITIONS", { ...COOK, count: "many" }, {}, "PART_FORM_INVALID"],
    ["a part of the release", "POSITIONS", COOK, { key: "SGT" }, "OWN_PART_UNKNOWN"],
    ["no reason", "POSITIONS", COOK, { reason: "so" }, "ADAPTATION_REASON_MISSING"],
    ["a list in place of a part", "POSITIONS", [], {}, "PART_FORM_INVALID"],
    [
      "a key that is none",
      "POSITIONS",
      { ...COOK, __proto__: { isCore: true }, "x.y": 1 },
      {},
      "PART_FORM_INVALID",
    ],
  ])("%s", async (_case, section, value, changes, code) => {
    const siteId = await openSite();
    const before = await revisionOf(siteId);
    const outcome = await save(siteId, section, value, changes);
    expect(outcome.__typename).toBe("SaveOwnPartRefused");
    expect(outcome.findings?.[0]?.code).toContain(code);
    expect(await revisionOf(siteId)).toBe(before);
    expect((await shown(siteId)).adaptations).toEqual([]);
  });

  test("over a revision that has moved", async () => {
    const siteId = await openSite();
    const input = { siteId, expectedRevision: 99, section: "POSITIONS", value: COOK, ...WHY };
    const { errors } = await city.administrator.ask(SAVE, { input });
    expect(errors?.[0]?.extensions?.code).toBe("STALE_REVISION");
  });
});
