import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import type { TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Millbrook" }));
});
afterAll(() => server.close());

interface Entry {
  readonly id: string;
  readonly section: string;
  readonly key: string;
  readonly change: string;
  readonly field: string | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly steeringDecidedOn: string | null;
}

interface Shown {
  readonly revision: number;
  readonly adaptations: readonly Entry[];
}

const SITE = `query ($id: ID!) { site(id: $id) { revision
  adaptations { id section key change field reason decidedBy steeringDecidedOn } } }`;

const shown = async (id: string) => (await city.administrator.get<{ site: Shown }>(SITE, { id })).site;

function entryOf({ adaptations }: Shown, key: string): Entry {
  const entry = adaptations.find((one) => one.key === key);
  if (entry === undefined) throw new Error(`The ledger has no entry about ${key}`);
  return entry;
}

const WHY = { reasonCode: "RESOURCES", reason: "The city has two officers fewer this year." };
const FEWER = { section: "POSITIONS", key: "OFF-GEN", change: "CHANGED", field: "count", value: 1, ...WHY };
const SHORTER = {
  section: "TRAININGS",
  key: "TRN-CORE",
  change: "CHANGED",
  field: "hours",
  value: 32,
  ...WHY,
};

let opened = 0;

async function openSite(adaptations: readonly object[]): Promise<string> {
  opened += 1;
  return await city.openSite({ name: `Harborview ${String(opened)}`, adaptations });
}

interface Outcome {
  readonly __typename: string;
  readonly findings?: readonly { readonly code: string; readonly message: string }[];
}

async function act(name: string, input: object): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const answer = await city.administrator.get<Record<string, Outcome>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
      ... on ${type}Refused { findings { code message } } } }`,
    { input },
  );
  const outcome = answer[name];
  if (outcome === undefined) throw new Error(`${name} answered nothing`);
  return outcome;
}

interface Item {
  readonly key: string;
  readonly status: string;
  readonly dueOn: string;
}

async function itemsOf(id: string): Promise<readonly Item[]> {
  const { site } = await city.administrator.get<{
    site: { checklist: readonly { items: readonly Item[] }[] };
  }>(`query ($id: ID!) { site(id: $id) { checklist { items { key status dueOn } } } }`, { id });
  return site.checklist.flatMap(({ items }) => items);
}

describe("explaining a difference", () => {
  test("puts what is said in the place of what was said, and leaves the difference as it is", async () => {
    const siteId = await openSite([FEWER, SHORTER]);
    const before = await shown(siteId);
    const entry = entryOf(before, "OFF-GEN");
    const said = {
      reasonCode: "SITE_CONDITIONS",
      reason: "  The site is half the size of the others.  ",
      decidedBy: "CITY",
      steeringDecidedOn: "2026-01-15",
    };
    const known = { siteId, adaptationId: entry.id, expectedRevision: before.revision };
    expect(await act("explainAdaptation", { ...known, ...said })).toMatchObject({
      __typename: "AdaptationExplained",
    });
    const after = await shown(siteId);
    expect(after.adaptations).toHaveLength(2);
    expect(after.adaptations.find(({ key }) => key === "OFF-GEN")).toEqual({
      ...entry,
      reason: "The site is half the size of the others.",
      decidedBy: "CITY",
      steeringDecidedOn: "2026-01-15",
    });
    expect(after.adaptations.find(({ key }) => key === "TRN-CORE")).toMatchObject({ reason: WHY.reason });
  });

  test.each([
    ["no sentence", { reason: "short" }, "ADAPTATION_REASON_MISSING"],
    ["a decision to come", { steeringDecidedOn: "2999-01-01" }, "ADAPTATION_STEERING_IN_FUTURE"],
  ])("is refused with %s, and nothing is changed", async (_case, wrong, code) => {
    const siteId = await openSite([FEWER]);
    const before = await shown(siteId);
    const adaptationId = before.adaptations[0]?.id;
    const input = { siteId, adaptationId, expectedRevision: before.revision, ...WHY, ...wrong };
    expect((await act("explainAdaptation", input)).findings?.[0]?.code).toBe(code);
    expect(await shown(siteId)).toEqual(before);
  });
});

describe("taking a difference back", () => {
  test("gives the release's value again and leaves the other differences with their reasons", async () => {
    const siteId = await openSite([FEWER, SHORTER]);
    const before = await shown(siteId);
    const entry = entryOf(before, "OFF-GEN");
    const known = { siteId, adaptationId: entry.id, expectedRevision: before.revision };
    expect(await act("revertAdaptation", known)).toMatchObject({ __typename: "AdaptationReverted" });
    const after = await shown(siteId);
    expect(after.adaptations).toEqual(before.adaptations.filter(({ key }) => key === "TRN-CORE"));
  });

  test("brings an item back that was left out, with the work that was recorded on it", async () => {
    const siteId = await openSite([]);
    const [item] = await itemsOf(siteId);
    const key = item?.key ?? "";
    const status = `mutation ($input: ChangeItemStatusInput!) { changeItemStatus(input: $input) { __typename } }`;
    await city.administrator.get(status, {
      input: { siteId, itemKey: key, status: "IN_PROGRESS", expectedRevision: 1 },
    });
    const leaveOut = { section: "CHECKLIST_ITEMS", key, change: "LEFT_OUT", ...WHY };
    const { revision } = await shown(siteId);
    const adaptations = [{ ...leaveOut, steeringDecidedOn: "2026-01-15" }];
    await act("adaptSite", { siteId, expectedRevision: revision, adaptations });
    expect((await itemsOf(siteId)).map((held) => held.key)).not.toContain(key);
    const without = await shown(siteId);
    const entry = entryOf(without, key);
    await act("revertAdaptation", { siteId, adaptationId: entry.id, expectedRevision: without.revision });
    expect((await itemsOf(siteId)).find((held) => held.key === key)).toMatchObject({ status: "IN_PROGRESS" });
    expect((await shown(siteId)).adaptations).toEqual([]);
  });

  test("is told to whoever comes second, and for a difference that is gone", async () => {
    const siteId = await openSite([FEWER]);
    const { revision: expectedRevision, adaptations } = await shown(siteId);
    const input = { siteId, adaptationId: adaptations[0]?.id, expectedRevision };
    await act("revertAdaptation", input);
    const REVERT = `mutation ($input: RevertAdaptationInput!) { revertAdaptation(input: $input) { __typename } }`;
    const codeOf = async (wrong: object) =>
      (await city.administrator.ask(REVERT, { input: { ...input, ...wrong } })).errors?.[0]?.extensions?.code;
    expect(await codeOf({})).toBe("STALE_REVISION");
    expect(await codeOf({ expectedRevision: expectedRevision + 1 })).toBe("NOT_FOUND");
  });
});
