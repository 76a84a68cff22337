import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { actOnDraft, draftAfter, edit, readDraft, set, type ShownDraft } from "../support/drafts.ts";
import {
  act,
  countsOf,
  fleetOf,
  type FleetRow,
  makeOwner,
  offersOf,
  readRun,
  type TestOwner,
} from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { decide, partOf, previewOf, type Question, upgrade } from "../support/upgrade.ts";

// One release through six cities, told in order: each test is the next day of the same story.
let server: TestServer;
let ohio: TestActor;
let owner: TestOwner;
let third: string;
const towns = ["Akron", "Canton", "Dayton", "Elyria", "Fairfield", "Geneva"] as const;
type Town = (typeof towns)[number];
const sites = new Map<Town, { readonly city: TestCity; readonly id: string }>();

const changed = (section: string, key: string, field: string, value: unknown) => ({
  section,
  key,
  change: "CHANGED",
  field,
  value,
  reasonCode: "CULTURE",
  reason: "So decided with the residents here",
});

/** What each city did its own way before the release came. */
const OWN: Readonly<Record<Town, readonly object[]>> = {
  Akron: [],
  Canton: [changed("CHECKLIST_ITEMS", "B10", "title", { en: "A title of Canton's own" })],
  Dayton: [changed("CHECKLIST_ITEMS", "B04", "title", { en: "Ask every resident of Dayton" })],
  Elyria: [changed("POSITIONS", "OFF-GEN", "count", 2)],
  Fairfield: [changed("ACTIVITIES", "A1", "dose", { en: "24 a year" })],
  Geneva: [changed("CHECKLIST_ITEMS", "B05", "title", { en: "Introduce the team at every door" })],
};

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  ohio = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  for (const name of towns) sites.set(name, { city: await makeCity(server, { name }), id: "" });
  owner = await makeOwner(server, at("Akron").city, {
    name: "Safe Streets Institute",
    templateKey: "ssi-housing",
  });
  const releaseId = await owner.publish("3.2.0");
  for (const name of towns) {
    const { city } = at(name);
    const adaptations = OWN[name];
    const id = await city.openSite({ name: `${name} Homes`, releaseId, launchOn: "2027-09-01", adaptations });
    sites.set(name, { city, id });
    await act(city.administrator, "decideUpgradeConsent", {
      jurisdictionId: city.jurisdictionId,
      expectedRevision: 0,
      allowsState: true,
      allowsTemplateOwner: false,
    });
  }
});
afterAll(() => server.close());

function at(name: Town): { readonly city: TestCity; readonly id: string } {
  const found = sites.get(name);
  if (found === undefined) throw new Error(`There is no site in ${name}`);
  return found;
}

interface Site {
  readonly revision: number;
  readonly release: { readonly version: string };
  readonly adaptations: readonly {
    readonly id: string;
    readonly key: string;
    readonly field: string | null;
  }[];
  readonly design: Readonly<Record<string, readonly { readonly key: string }[]>>;
}

async function siteIn(name: Town): Promise<Site> {
  const { site } = await at(name).city.administrator.get<{ site: Site }>(
    `query ($id: ID!) { site(id: $id) { revision release { version } adaptations { id key field } design } }`,
    { id: at(name).id },
  );
  return site;
}

/** What a field of a site's own design says. */
const says = async (name: Town, section: string, key: string, field: string): Promise<unknown> =>
  partOf((await siteIn(name)).design[section] ?? [], key)[field];

const settle = async (name: Town, decisions: (conflicts: readonly Question[]) => readonly object[]) => {
  const { city, id } = at(name);
  const { siteRevision, conflicts } = await previewOf(city.administrator, id, third);
  return await upgrade(city.administrator, {
    siteId: id,
    releaseId: third,
    expectedRevision: siteRevision,
    decisions: decisions(conflicts),
  });
};

async function board(): Promise<Readonly<Record<string, Omit<FleetRow, "name">>>> {
  const { rows } = await fleetOf(ohio);
  return Object.fromEntries(rows.map(({ name, ...row }) => [name.replace(" Homes", ""), row]));
}

const words = (en: string) => ({ en, es: `${en} (es)` });

/** Twelve changes of a release that adds and rewords, and touches nothing core. */
async function twelveChanges(draft: ShownDraft): Promise<ShownDraft> {
  const retitled = ["B02", "B04", "B05", "B06", "B07", "B08"].map((key) =>
    set(draft, `checklistItems.${key}.title`, words(`${key}, in clearer words`)),
  );
  const [first] = draft.document.checklistItems;
  const added = { ...first, key: "B70", title: words("Meet the new school year"), dependsOn: [], core: [] };
  const edits = [
    ...retitled,
    set(draft, "positions.OFF-GEN.count", 4),
    set(draft, "activities.A1.dose", words("26 a year")),
    set(draft, "activities.A2.dose", words("Once a week")),
    set(draft, "activities.A3.dose", words("Twice a week")),
    set(draft, "activities.A4.dose", words("Once a quarter")),
    { kind: "ADD", section: "checklistItems", value: added },
  ];
  const after = await edit(owner.author, draft.id, edits);
  const notes = after.changes.map(({ section, key }) => ({
    kind: "NOTE",
    section,
    key,
    seen: null,
    value: words(`Why ${key} changed`),
  }));
  return await edit(owner.author, draft.id, notes);
}

test("a nonprofit publishes a release of twelve changes, each with its note", async () => {
  const { organizationId, templateKey } = owner;
  const begun = await draftAfter(owner.author, "startTemplateDraft", { organizationId, templateKey });
  const draft = await twelveChanges(begun);
  expect(draft.changes).toHaveLength(12);
  const outcome = await actOnDraft(owner.author, "publishTemplateDraft", {
    draftId: draft.id,
    expectedRevision: draft.revision,
    version: draft.proposedVersion,
  });
  expect(outcome.release).toMatchObject({ version: draft.proposedVersion });
  third = outcome.release?.id ?? "";
});

test("every site is offered it, and each offer says what it would mean there", async () => {
  const offered = await act(owner.author, "offerRelease", { releaseId: third, sites: {} });
  expect(offered).toMatchObject({ __typename: "ReleaseOffered", offeredCount: 6 });
  const questions = await Promise.all(
    towns.map(async (name) => (await offersOf(at(name).city.administrator, at(name).id))[0]?.questionCount),
  );
  expect(questions).toEqual([0, 0, 1, 1, 1, 1]);
});

test("one run takes those without a question, and names those that need a person", async () => {
  const { run } = await act(ohio, "startUpgradeRun", { releaseId: third, sites: {} });
  let found = await readRun(ohio, run?.id ?? "");
  while (!found.isFinished) {
    await wait(50);
    found = await readRun(ohio, run?.id ?? "");
  }
  expect(countsOf(found)).toEqual({ UPGRADED: 2, NEEDS_PERSON: 4 });
  expect(await says("Canton", "checklistItems", "B10", "title")).toEqual({ en: "A title of Canton's own" });
});

test("three cities with a conflict keep theirs, take the release's, and write a third", async () => {
  await settle("Dayton", ([question]) => [
    decide(question, "KEEP_LOCAL", { reasonCode: "CULTURE", reason: "Residents know it by this name." }),
  ]);
  await settle("Elyria", ([question]) => [decide(question, "TAKE_INCOMING")]);
  await settle("Fairfield", ([question]) => [
    decide(question, "OTHER", {
      value: { en: "25 a year" },
      reasonCode: "RESOURCES",
      reason: "The school has a place for one more.",
    }),
  ]);
  expect(await says("Dayton", "checklistItems", "B04", "title")).toEqual({
    en: "Ask every resident of Dayton",
  });
  expect(await says("Elyria", "positions", "OFF-GEN", "count")).toBe(4);
  expect(await says("Fairfield", "activities", "A1", "dose")).toEqual({ en: "25 a year" });
});

test("one goes back, and has again what it had", async () => {
  const before = (await siteIn("Akron")).design;
  expect(before["checklistItems"]?.some(({ key }) => key === "B70")).toBe(true);
  const { city, id } = at("Akron");
  await city.administrator.get(
    `mutation ($input: RollBackUpgradeInput!) { rollBackUpgrade(input: $input) { __typename
      ... on UpgradeRolledBack { exceptionCount } } }`,
    {
      input: {
        siteId: id,
        expectedRevision: (await siteIn("Akron")).revision,
        reason: "The council wants to read it first",
      },
    },
  );
  const { design, release } = await siteIn("Akron");
  expect(release.version).toBe("3.2.0");
  expect(design["checklistItems"]?.some(({ key }) => key === "B70")).toBe(false);
});

test("the board tells the whole story", async () => {
  const rows = await board();
  const behind = { version: "3.2.0", releasesBehind: 1 };
  const there = { releasesBehind: 0, isOffered: false };
  expect(rows).toMatchObject({
    Akron: behind,
    Canton: there,
    Dayton: there,
    Elyria: there,
    Fairfield: there,
    Geneva: { ...behind, isOffered: true, questionCount: 1 },
  });
  const differences = Object.fromEntries(
    Object.entries(rows).map(([name, { adaptations }]) => [name, adaptations.map(({ count }) => count)]),
  );
  expect(differences).toEqual({
    Akron: [],
    Canton: [1],
    Dayton: [1],
    Elyria: [],
    Fairfield: [1],
    Geneva: [1],
  });
});

test("what one city proposes comes with the next release, and dissolves where it was made", async () => {
  const { city, id } = at("Dayton");
  const [difference] = (await siteIn("Dayton")).adaptations;
  const proposed = await act(city.administrator, "proposeAdaptation", {
    siteId: id,
    adaptationId: difference?.id,
    note: "Residents asked for it.",
  });
  expect(proposed.__typename).toBe("AdaptationProposed");
  const { proposals } = await owner.author.get<{ proposals: { proposals: { id: string }[] }[] }>(
    `{ proposals { proposals { id } } }`,
  );
  const proposalIds = proposals.flatMap((group) => group.proposals.map((each) => each.id));
  const { draftId } = await act(owner.author, "takeProposals", { proposalIds, answer: "With thanks." });
  const begun = await readDraft(owner.author, draftId);
  const notes = begun.changes.map(({ section, key }) => ({
    kind: "NOTE",
    section,
    key,
    seen: null,
    value: words("A city showed the way"),
  }));
  const draft = await edit(owner.author, begun.id, notes);
  const published = await actOnDraft(owner.author, "publishTemplateDraft", {
    draftId: draft.id,
    expectedRevision: draft.revision,
    version: draft.proposedVersion,
  });
  third = published.release?.id ?? "";
  expect((await settle("Dayton", () => [])).__typename).toBe("SiteUpgraded");
  const { adaptations, release } = await siteIn("Dayton");
  expect([release.version, adaptations]).toEqual([published.release?.version, []]);
  expect(await says("Dayton", "checklistItems", "B04", "title")).toEqual({
    en: "Ask every resident of Dayton",
  });
});
