import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { actOnDraft, draftAfter, edit, readDraft, set, type ShownDraft } from "../support/drafts.ts";
import { act, makeOwner, type TestOwner } from "../support/fleet.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";
import { previewOf, upgrade } from "../support/upgrade.ts";

let server: TestServer;
let dayton: TestCity;
let detroit: TestCity;
let owner: TestOwner;
const sites: Record<string, { readonly id: string; readonly city: TestCity }> = {};

const retitled = (en: string) => ({
  section: "CHECKLIST_ITEMS",
  key: "B04",
  change: "CHANGED",
  field: "title",
  value: { en },
  reasonCode: "CULTURE",
  reason: "So decided with the residents here",
});

beforeAll(async () => {
  ({ server, city: dayton } = await startCity({ name: "Dayton" }));
  detroit = await makeCity(server, { name: "Detroit", stateCode: "MI" });
  owner = await makeOwner(server, dayton, { name: "Safe Streets Institute", templateKey: "ssi-housing" });
  const open = async (city: TestCity, name: string, adaptation: object) => {
    const site = { releaseId: owner.releaseId, launchOn: "2027-09-01", name, adaptations: [adaptation] };
    sites[name] = { id: await city.openSite(site), city };
  };
  await open(dayton, "Exact", retitled("Ask every resident"));
  await open(detroit, "Typed", retitled(" ask every  Resident"));
  await open(dayton, "Other", retitled("Ask every shopkeeper"));
});
afterAll(() => server.close());

const siteOf = (name: string) => {
  const site = sites[name];
  if (site === undefined) throw new Error(`There is no site ${name}`);
  return { siteId: site.id, actor: site.city.administrator };
};

async function differences(name: string): Promise<readonly { id: string; key: string }[]> {
  const { siteId, actor } = siteOf(name);
  const { site } = await actor.get<{ site: { adaptations: { id: string; key: string }[] } }>(
    `query ($id: ID!) { site(id: $id) { adaptations { id key } } }`,
    { id: siteId },
  );
  return site.adaptations;
}

async function propose(name: string): Promise<string> {
  const [difference] = await differences(name);
  const { siteId, actor } = siteOf(name);
  const input = { siteId, adaptationId: difference?.id };
  return (await act(actor, "proposeAdaptation", input)).__typename;
}

async function waiting(actor: TestActor = owner.author) {
  const { proposals } = await actor.get<{
    proposals: { after: string; proposals: { id: string; siteName: string }[] }[];
  }>(`{ proposals { after proposals { id siteName } } }`);
  return proposals;
}

const idsOf = async (after: string) =>
  (await waiting())
    .filter((group) => group.after === after)
    .flatMap((group) => group.proposals.map(({ id }) => id));

async function answersOf(name: string) {
  const { siteId, actor } = siteOf(name);
  const { site } = await actor.get<{
    site: { ownProposals: { status: string; answer: string | null; answeredBy: string | null }[] };
  }>(`query ($id: ID!) { site(id: $id) { ownProposals { status answer answeredBy } } }`, { id: siteId });
  return site.ownProposals;
}

const take = (proposalIds: readonly string[], input: object = {}, actor = owner.author) =>
  act(actor, "takeProposals", { proposalIds, ...input });

const titleIn = ({ document }: ShownDraft) =>
  document.checklistItems.find(({ key }) => key === "B04")?.["title"];

describe("taking a proposal", () => {
  test("begins a draft where there is none, with the change and nothing else", async () => {
    await propose("Exact");
    await propose("Typed");
    await propose("Other");
    const answer = "It comes with the spring release.";
    const taken = await take(await idsOf("Ask every resident"), { answer });
    expect(taken).toMatchObject({ __typename: "ProposalsTaken", takenCount: 2 });
    const draft = await readDraft(owner.author, taken.draftId);
    expect(titleIn(draft)).toEqual({ en: "Ask every resident" });
    expect(draft.changes).toMatchObject([{ section: "checklistItems", key: "B04", kind: "CHANGED" }]);
    for (const name of ["Exact", "Typed"])
      expect(await answersOf(name)).toMatchObject([{ status: "TAKEN", answer }]);
    expect((await waiting()).map(({ after }) => after)).toEqual(["Ask every shopkeeper"]);
  });

  test("stands in one change set with the draft that has it", async () => {
    const database = new pg.Client(server.database.url);
    await database.connect();
    const { rows } = await database.query<{ tables: string[] }>(
      `select array_agg(distinct c.table_name order by c.table_name) as tables from change_set s
       join change c on c.jurisdiction_id = s.jurisdiction_id and c.change_set_id = s.id
       where s.use_case = 'takeProposals' group by s.id`,
    );
    await database.end();
    expect(rows).toEqual([{ tables: ["contribution", "template_draft"] }]);
  });

  test("is over with it: what was answered is not there to be taken again", async () => {
    expect((await take(["0198c0de-0000-7000-8000-000000000000"])).__typename).toBe("NOT_FOUND");
  });

  test("that the draft speaks against changes nothing and says what to do", async () => {
    const outcome = await take(await idsOf("Ask every shopkeeper"));
    expect(outcome.findings).toMatchObject([{ code: "PROPOSAL_AGAINST_DRAFT" }]);
    expect(outcome.findings?.[0]?.message).toContain("Decide in the draft which it is to be");
    expect(await answersOf("Other")).toMatchObject([{ status: "PROPOSED" }]);
  });

  test("is for the template's own authors, with a draft of their own", async () => {
    const ids = await idsOf("Ask every shopkeeper");
    const other = await makeOwner(server, dayton, { name: "Another Institute", templateKey: "another" });
    const steward = await server.actor([{ role: "platformSteward" }]);
    for (const actor of [other.author, steward])
      expect((await take(ids, {}, actor)).__typename).toBe("NOT_FOUND");
    expect((await take(ids, {}, dayton.administrator)).__typename).toBe("FORBIDDEN");
    expect((await take(ids, {}, server.nobody)).__typename).toBe("SIGNED_OUT");
  });

  test("of different changes is asked for one at a time", async () => {
    const siteId = await dayton.openSite({
      name: "Third",
      releaseId: owner.releaseId,
      launchOn: "2027-09-01",
      adaptations: [{ ...retitled("Ask every landlord"), key: "B06" }],
    });
    sites["Third"] = { id: siteId, city: dayton };
    await propose("Third");
    const all = [...(await idsOf("Ask every shopkeeper")), ...(await idsOf("Ask every landlord"))];
    const outcome = await take(all);
    expect(outcome.findings).toMatchObject([{ code: "PROPOSALS_DIFFER" }]);
  });

  test("of a built-in template is told to need an organization's care first", async () => {
    const siteId = await dayton.openSite({
      name: "Built in",
      launchOn: "2027-09-01",
      adaptations: [retitled("Ask every resident")],
    });
    sites["Built in"] = { id: siteId, city: dayton };
    await propose("Built in");
    const steward = await server.actor([{ role: "platformSteward" }]);
    const [group] = await waiting(steward);
    const outcome = await take(group?.proposals.map(({ id }) => id) ?? [], {}, steward);
    expect(outcome.findings).toMatchObject([{ code: "PROPOSAL_OF_PLATFORM" }]);
  });
});

describe("a draft that has a proposal", () => {
  test("opens the proposal again when it is thrown away", async () => {
    const taken = await take(await idsOf("Ask every landlord"));
    const draft = await readDraft(owner.author, taken.draftId);
    expect(draft.changes.map(({ key }) => key).toSorted()).toEqual(["B04", "B06"]);
    const input = { draftId: draft.id, expectedRevision: draft.revision };
    const discarded = await actOnDraft(owner.author, "discardTemplateDraft", input);
    expect(discarded.__typename).toBe("TemplateDraftDiscarded");
    for (const name of ["Exact", "Typed", "Third"])
      expect(await answersOf(name)).toMatchObject([{ status: "PROPOSED", answer: null, answeredBy: null }]);
  });

  test("takes it beside what another author is changing in the same draft", async () => {
    const { organizationId, templateKey } = owner;
    const draft = await draftAfter(owner.author, "startTemplateDraft", { organizationId, templateKey });
    await edit(owner.author, draft.id, [set(draft, "checklistItems.B04.dueOffsetDays", -300)]);
    const taken = await take(await idsOf("Ask every resident"));
    expect(taken).toMatchObject({ __typename: "ProposalsTaken", draftId: draft.id });
    const item = (await readDraft(owner.author, draft.id)).document.checklistItems.find(
      ({ key }) => key === "B04",
    );
    expect(item).toMatchObject({ title: { en: "Ask every resident" }, dueOffsetDays: -300 });
  });
});

describe("the release that has a taken proposal", () => {
  let releaseId: string;

  test("is published with the change in both languages", async () => {
    const { draftId } = await act(owner.author, "takeProposals", {
      proposalIds: await idsOf("Ask every landlord"),
    });
    let draft = await readDraft(owner.author, draftId);
    const title = { en: "Ask every resident", es: "Pregunte a cada residente" };
    draft = await edit(owner.author, draft.id, [set(draft, "checklistItems.B04.title", title)]);
    const notes = draft.changes.map(({ section, key }) => ({
      kind: "NOTE",
      section,
      key,
      seen: null,
      value: { en: "As cities do it", es: "Como lo hacen las ciudades" },
    }));
    draft = await edit(owner.author, draft.id, notes);
    const published = await actOnDraft(owner.author, "publishTemplateDraft", {
      draftId: draft.id,
      expectedRevision: draft.revision,
      version: draft.proposedVersion,
    });
    expect(published.__typename).toBe("ReleasePublished");
    releaseId = published.release?.id ?? "";
  });

  test.each(["Exact", "Typed", "Third"])(
    "dissolves the difference of the site %s: nothing to decide, nothing left, and the release's words there",
    async (name) => {
      const { siteId, actor } = siteOf(name);
      expect(await differences(name)).toHaveLength(1);
      expect((await previewOf(actor, siteId, releaseId)).conflicts).toEqual([]);
      const done = await upgrade(actor, { siteId, releaseId, expectedRevision: 1 });
      expect(done.__typename).toBe("SiteUpgraded");
      expect(await differences(name)).toEqual([]);
      expect(await answersOf(name)).toMatchObject([{ status: "TAKEN" }]);
    },
  );

  test("asks the site that did it differently, whose change nobody took", async () => {
    const { siteId, actor } = siteOf("Other");
    expect((await previewOf(actor, siteId, releaseId)).conflicts).toMatchObject([
      { kind: "BOTH_CHANGED", key: "B04", field: "title" },
    ]);
  });

  test("has a later proposal of the same already: it is taken, and no draft is begun for it", async () => {
    const siteId = await detroit.openSite({
      name: "Late",
      releaseId: owner.releaseId,
      launchOn: "2027-09-01",
      adaptations: [retitled("Ask every resident")],
    });
    sites["Late"] = { id: siteId, city: detroit };
    await propose("Late");
    const taken = await take(await idsOf("Ask every resident"));
    expect(taken).toMatchObject({ __typename: "ProposalsTaken", takenCount: 1, draftId: null });
    expect(await answersOf("Late")).toMatchObject([{ status: "TAKEN" }]);
  });
});
