import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checklistCalls } from "../support/checklist-calls.ts";
import { startCity, type TestCity } from "../support/city.ts";
import { actOnDraft, draftAfter, edit, readDraft, set, type ShownDraft } from "../support/drafts.ts";
import { act, makeOwner, offersOf, type TestOwner } from "../support/fleet.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";
import { decide, partOf, type Question } from "../support/upgrade.ts";

let server: TestServer;
let city: TestCity;
let owner: TestOwner;
let second: TestActor;
let draft: ShownDraft;
const checklist = checklistCalls(() => ({ city }));
let made = 0;
// Far enough apart that none is taken for another.
const NAMES =
  "Alder Brook Cedar Dune Ember Falcon Garnet Harbor Iris Juniper Kestrel Laurel Maple Nettle Osprey Pebble Quartz Rowan Sable Thistle".split(
    " ",
  );

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Millbrook" }));
});
afterAll(() => server.close());

beforeEach(async () => {
  made += 1;
  const name = NAMES[made] ?? "";
  owner = await makeOwner(server, city, { name, templateKey: `riverbend-${String(made)}` });
  const { organizationId } = owner;
  second = await server.actor([{ role: "templateAuthor", organizationId }]);
  draft = await draftAfter(owner.author, "startTemplateDraft", {
    organizationId,
    templateKey: owner.templateKey,
  });
});

const words = (en: string) => ({ en, es: `${en} (es)` });

/** Says for every part that differs why it does. */
async function noted(actor: TestActor, { id, changes }: ShownDraft): Promise<ShownDraft> {
  const notes = changes.map(({ section, key }) => ({
    kind: "NOTE",
    section,
    key,
    seen: null,
    value: words(`Why ${key} changed`),
  }));
  return await edit(actor, id, notes);
}

const publish = ({ id, revision }: ShownDraft, version: string, actor = owner.author) =>
  actOnDraft(actor, "publishTemplateDraft", { draftId: id, expectedRevision: revision, version });

const codes = (findings: readonly { code: string; path: string }[] = []) =>
  findings.map(({ code, path }) => `${code} ${path}`);

describe("a draft", () => {
  test("begins as the newest release, from which nothing differs", () => {
    expect(draft).toMatchObject({ newestVersion: "1.0.0", revision: 1, changes: [], reordered: [] });
    expect(codes(draft.releaseFindings)).toEqual(["RELEASE_WITHOUT_CHANGE "]);
  });

  test("is one at a time for a template, and stays when somebody else begins another", async () => {
    const { organizationId, templateKey } = owner;
    const again = await actOnDraft(second, "startTemplateDraft", { organizationId, templateKey });
    expect(codes(again.findings)).toEqual(["DRAFT_BEGUN_BEFORE templateKey"]);
  });

  test("of a new template may begin as a copy of another one, or empty, under a key that nobody has", async () => {
    const { organizationId, author } = owner;
    const name = words("Riverbend");
    const start = (input: object) => actOnDraft(author, "startTemplateDraft", { organizationId, ...input });
    const copy = await start({ templateKey: `copy-${String(made)}`, name, copyOf: "csp-park" });
    expect(copy.draft).toMatchObject({ newestVersion: null, proposedVersion: "1.0.0" });
    expect(copy.draft?.document.checklistItems.length).toBeGreaterThan(40);
    const empty = await start({ templateKey: `empty-${String(made)}`, name });
    expect(empty.draft?.document.checklistItems).toEqual([]);
    expect(codes((await start({ templateKey: "csp-park", name })).findings)).toEqual([
      "DRAFT_KEY_TAKEN templateKey",
    ]);
    expect(codes((await start({ templateKey: "__proto__", name })).findings)).toEqual([
      "DRAFT_KEY_INVALID templateKey",
    ]);
    expect(codes((await start({ templateKey: "nameless" })).findings)).toEqual(["DRAFT_NAME_MISSING name"]);
  });

  test("is seen and changed by the authors of its organization alone", async () => {
    const stranger = await makeOwner(server, city, {
      name: "Wintergreen",
      templateKey: `elsewhere-${String(made)}`,
    });
    const edits = [set(draft, "positions.SGT.note", words("x"))];
    const changed = await actOnDraft(stranger.author, "changeTemplateDraft", { draftId: draft.id, edits });
    expect(changed.__typename).toBe("NOT_FOUND");
    expect((await publish(draft, "2.0.0", stranger.author)).__typename).toBe("NOT_FOUND");
    const staff = await server.actor([{ role: "partnerStaff", organizationId: owner.organizationId }]);
    const tried = await actOnDraft(staff, "changeTemplateDraft", { draftId: draft.id, edits });
    expect(tried.__typename).toBe("FORBIDDEN");
  });

  test("is discarded as it was looked at, and not when somebody changed it since", async () => {
    const { id, revision } = draft;
    await edit(second, id, [set(draft, "positions.SGT.note", words("Stays"))]);
    const discard = (expectedRevision: number) =>
      actOnDraft(owner.author, "discardTemplateDraft", { draftId: id, expectedRevision });
    expect((await discard(revision)).__typename).toBe("STALE_REVISION");
    expect((await discard(revision + 1)).__typename).toBe("TemplateDraftDiscarded");
    expect((await discard(revision + 1)).__typename).toBe("NOT_FOUND");
  });
});

describe("two authors at once", () => {
  test("both changes stand when they are of different fields, parts or languages", async () => {
    await edit(owner.author, draft.id, [
      set(draft, "positions.SGT.note", words("Stays")),
      set(draft, "checklistItems.B01.title", { en: "Name who leads" }),
    ]);
    const after = await edit(second, draft.id, [
      set(draft, "positions.SGT.commitmentMonths", 72),
      { kind: "REMOVE", section: "activities", key: "A13", seen: seenPart("activities", "A13") },
    ]);
    expect(after.changes.map(({ key }) => key)).toEqual(["SGT", "A13", "B01"]);
    expect(after.document.positions.find(({ key }) => key === "SGT")).toMatchObject({
      commitmentMonths: 72,
      note: words("Stays"),
    });
  });

  test("a field that both changed is told with both values, and the rest is made", async () => {
    await edit(owner.author, draft.id, [set(draft, "checklistItems.B01.dueOffsetDays", -400)]);
    const outcome = await actOnDraft(second, "changeTemplateDraft", {
      draftId: draft.id,
      edits: [
        set(draft, "checklistItems.B01.dueOffsetDays", -380),
        set(draft, "checklistItems.B01.isLaunchGate", true),
      ],
    });
    expect(outcome.conflicts).toEqual([
      {
        kind: "BOTH_CHANGED",
        edit: 0,
        section: "checklistItems",
        key: "B01",
        field: "dueOffsetDays",
        theirs: -400,
        yours: -380,
      },
    ]);
    const item = outcome.draft?.document.checklistItems.find(({ key }) => key === "B01");
    expect(item).toMatchObject({ dueOffsetDays: -400, isLaunchGate: true });
  });

  test("changes sent at the same moment are all kept", async () => {
    const keys = draft.document.checklistItems.slice(0, 8).map(({ key }) => key);
    await Promise.all(
      keys.map((key, index) =>
        edit(index % 2 === 0 ? owner.author : second, draft.id, [
          set(draft, `checklistItems.${key}.note`, words(`Note on ${key}`)),
        ]),
      ),
    );
    const after = await edit(second, draft.id, [set(draft, "positions.SGT.note", words("Last"))]);
    expect(after.changes.map(({ key }) => key).toSorted()).toEqual([...keys, "SGT"].toSorted());
    expect(after.revision).toBe(keys.length + 2);
  });
});

function seenPart(section: "activities" | "checklistItems" | "positions" | "goals", key: string) {
  return draft.document[section].find((part) => part.key === key);
}

describe("what is said beside the fields", () => {
  test("a value that does not fit is refused, and nothing of the same save is kept", async () => {
    const outcome = await actOnDraft(owner.author, "changeTemplateDraft", {
      draftId: draft.id,
      edits: [
        set(draft, "positions.SGT.note", words("Stays")),
        set(draft, "positions.SGT.count", -1),
        set(draft, "positions.SGT.employer", "<b>nobody</b>"),
      ],
    });
    expect(codes(outcome.findings)).toEqual([
      "PART_FORM_INVALID positions.SGT.count",
      "PART_FORM_INVALID positions.SGT.employer",
    ]);
    const { templateDraft } = await owner.author.get<{ templateDraft: { revision: number } }>(
      `query ($id: ID!) { templateDraft(id: $id) { revision } }`,
      { id: draft.id },
    );
    expect(templateDraft.revision).toBe(1);
  });

  test("a goal without an indicator, an item due before the one that it waits for, a part that sites use", async () => {
    const siteId = await city.openSite({ name: "Where B01 is worked on", releaseId: owner.releaseId });
    await checklist.act(
      "changeItemStatus",
      { siteId, itemKey: "B01" },
      { changes: { status: "IN_PROGRESS" } },
    );
    const item = draft.document.checklistItems.find(({ dependsOn }) => {
      const first = dependsOn as string[];
      return first.length > 0 && !first.includes("B01");
    });
    const after = await edit(owner.author, draft.id, [
      set(draft, "goals.O1.targets", []),
      set(draft, `checklistItems.${item?.key ?? ""}.dueOffsetDays`, -3000),
      { kind: "REMOVE", section: "checklistItems", key: "B01", seen: seenPart("checklistItems", "B01") },
    ]);
    const said = codes(after.findings);
    expect(said).toContain("GOAL_WITHOUT_INDICATOR goals.O1");
    expect(said).toContain(`CHECKLIST_DUE_BEFORE_DEPENDENCY checklistItems.${item?.key ?? ""}.dueOffsetDays`);
    const inUse = after.findings.find(({ code }) => code === "REMOVED_PART_IN_USE");
    expect(inUse).toMatchObject({ path: "checklistItems.B01" });
    expect(inUse?.message).toContain("1 site uses it");
  });
});

describe("publishing", () => {
  test("asks for a note on each part, and for a number that is not too low", async () => {
    const changed = await edit(owner.author, draft.id, [
      set(draft, "checklistItems.B01.dueOffsetDays", -370),
    ]);
    expect(changed).toMatchObject({ level: "MINOR", proposedVersion: "1.1.0" });
    expect(codes((await publish(changed, "1.1.0")).findings)).toEqual([
      "CHANGE_NOTE_MISSING checklistItems.B01.changeNote",
    ]);
    const ready = await noted(owner.author, changed);
    expect(codes((await publish(ready, "1.0.1")).findings)).toEqual(["RELEASE_NUMBER_TOO_LOW version"]);
    expect(codes((await publish(ready, "next")).findings)).toEqual(["RELEASE_NUMBER_TOO_LOW version"]);
    expect((await publish(changed, "1.1.0")).__typename).toBe("STALE_REVISION");
  });

  test("is refused while the content is not sound", async () => {
    const changed = await edit(owner.author, draft.id, [set(draft, "goals.O1.targets", [])]);
    const ready = await noted(owner.author, changed);
    expect(codes((await publish(ready, ready.proposedVersion)).findings)).toContain(
      "GOAL_WITHOUT_INDICATOR goals.O1",
    );
  });

  test("makes a release that the catalogue shows, that can be offered to a site, and that ends the draft", async () => {
    const siteId = await city.openSite({ name: "Where it is offered", releaseId: owner.releaseId });
    const renamed = await edit(owner.author, draft.id, [
      { kind: "RENAME", section: "checklistItems", key: "B01", newKey: "B01-LEADS" },
      set(draft, "positions.SGT.note", words("Stays")),
    ]);
    expect(renamed.changes).toMatchObject([
      { key: "SGT", level: "PATCH" },
      { key: "B01-LEADS", was: "B01", kind: "CHANGED", level: "MINOR" },
    ]);
    const published = await publish(await noted(owner.author, renamed), "1.2.0");
    expect(published.release).toMatchObject({ version: "1.2.0" });
    expect(published.release?.changes).toContain("Why B01-LEADS changed");

    const { release, history } = await owner.author.get<{
      release: { contentHash: string; document: { changeNotes: object[]; release: string } };
      history?: object;
    }>(`query ($key: String!) { release(templateKey: $key) { contentHash document } }`, {
      key: owner.templateKey,
    });
    expect(history).toBeUndefined();
    expect(release.document).toMatchObject({ release: "1.2.0" });
    expect(release.document.changeNotes).toHaveLength(2);
    expect(release.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await publish(renamed, "1.2.0")).__typename).toBe("NOT_FOUND");

    const offered = await act(owner.author, "offerRelease", {
      releaseId: published.release?.id,
      sites: { siteIds: [siteId] },
    });
    expect(offered).toMatchObject({ __typename: "ReleaseOffered", offeredCount: 1 });
    expect(await offersOf(city.administrator, siteId)).toMatchObject([
      { version: "1.2.0", state: "OPEN", questionCount: 0 },
    ]);
    const { site } = await city.administrator.get<{ site: { newerReleases: { version: string }[] } }>(
      `query ($id: ID!) { site(id: $id) { newerReleases { version } } }`,
      { id: siteId },
    );
    expect(site.newerReleases).toMatchObject([{ version: "1.2.0" }]);
  });

  test("is one change set, with the release and the end of the draft", async () => {
    const ready = await noted(
      owner.author,
      await edit(owner.author, draft.id, [set(draft, "positions.SGT.note", words("Stays"))]),
    );
    expect((await publish(ready, "1.0.1")).release?.version).toBe("1.0.1");
    const client = new pg.Client(server.database.url);
    await client.connect();
    const { rows } = await client.query<{ written: string }>(
      `select c.operation || ' ' || c.table_name as written from change c join change_set s on s.id = c.change_set_id
       where s.use_case = 'publishTemplateDraft' and s.organization_id = $1 order by 1`,
      [owner.organizationId],
    );
    await client.end();
    expect(rows.map(({ written }) => written)).toEqual([
      "delete template_draft",
      "insert release",
      "update template",
    ]);
  });

  test("a core change makes it a major release, and one published past the draft holds it back", async () => {
    const component = draft.document.coreComponents[0];
    const changed = await edit(owner.author, draft.id, [
      set(draft, `coreComponents.${component?.key ?? ""}.weight`, 9),
    ]);
    expect(changed).toMatchObject({ level: "MAJOR", proposedVersion: "2.0.0" });
    await owner.publish("1.0.7");
    expect(codes((await publish(await noted(second, changed), "2.0.0")).findings)).toEqual([
      "DRAFT_BEHIND_RELEASE ",
    ]);
  });

  test("one published past the draft is taken into it: nothing is lost, and what both changed is asked", async () => {
    const dose = (en: string) => set(draft, "activities.A1.dose", words(en));
    await edit(owner.author, draft.id, [dose("Twice a week"), set(draft, "positions.OFF-GEN.count", 5)]);
    const past = await owner.publish("1.1.0", ({ activities, positions, checklistItems }) => {
      partOf(activities, "A1")["dose"] = words("Every day");
      partOf(activities, "A2")["dose"] = words("Every month");
      partOf(positions, "OFF-GEN")["count"] = 5;
      checklistItems.push({ ...partOf(checklistItems, "B04"), key: "B98", dependsOn: [] });
    });
    const { templateDraft } = await owner.author.get<{
      templateDraft: { revision: number; newerReleases: { id: string; version: string }[] };
    }>(`query ($id: ID!) { templateDraft(id: $id) { revision newerReleases { id version } } }`, {
      id: draft.id,
    });
    expect(templateDraft.newerReleases).toEqual([{ id: past, version: "1.1.0" }]);
    const wanted = { draftId: draft.id, releaseId: past };
    const { baseReleasePreview } = await owner.author.get<{
      baseReleasePreview: { isOwn: boolean; questions: Question[] };
    }>(
      `query ($draftId: ID!, $releaseId: ID!) { baseReleasePreview(draftId: $draftId, releaseId: $releaseId, decisions: []) {
        isOwn questions { question section key field } } }`,
      wanted,
    );
    expect(baseReleasePreview).toMatchObject({
      isOwn: true,
      questions: [{ section: "activities", key: "A1", field: "dose" }],
    });
    const take = `mutation ($input: TakeBaseReleaseInput!) { takeBaseRelease(input: $input) { __typename
      ... on BaseReleaseConflicted { openCount } } }`;
    const input = { ...wanted, expectedRevision: templateDraft.revision };
    const open = await owner.author.get(take, { input: { ...input, decisions: [] } });
    expect(open).toEqual({ takeBaseRelease: { __typename: "BaseReleaseConflicted", openCount: 1 } });
    const decisions = [decide(baseReleasePreview.questions[0], "KEEP_LOCAL")];
    await owner.author.get(take, { input: { ...input, decisions } });
    const taken = await readDraft(owner.author, draft.id);
    expect(partOf(taken.document.activities, "A1")["dose"]).toEqual(words("Twice a week"));
    expect(partOf(taken.document.activities, "A2")["dose"]).toEqual(words("Every month"));
    expect(taken.document.checklistItems.some(({ key }) => key === "B98")).toBe(true);
    expect(taken.changes.map(({ key }) => key)).toEqual(["A1"]);
    const published = await publish(await noted(owner.author, taken), "1.1.1");
    expect(published.release?.version).toBe("1.1.1");
  });

  test("nobody edits a release afterwards: the database refuses it, whoever asks", async () => {
    const client = new pg.Client(server.database.url);
    await client.connect();
    const id = owner.releaseId;
    for (const statement of [
      "update release set content = '{}' where id = $1",
      "update release set version = '9.9.9' where id = $1",
      "delete from release where id = $1",
    ])
      await expect(client.query(statement, [id])).rejects.toThrow("A published release is never changed");
    await expect(client.query("truncate release cascade")).rejects.toThrow(
      "A published release is never changed",
    );
    await client.end();
  });
});

describe("the list of one's templates", () => {
  test("shows what the organization has, with the draft that is being worked on", async () => {
    const { organizationId, author } = owner;
    const templateKey = `zest-${String(made)}`;
    await draftAfter(author, "startTemplateDraft", { organizationId, templateKey, name: words("Zest") });
    const { ownTemplates } = await author.get<{
      ownTemplates: { totalCount: number; edges: { node: object }[] };
    }>(`{ ownTemplates { totalCount edges { node { key name newestVersion draftId draftUpdatedBy } } } }`);
    expect(ownTemplates.totalCount).toBe(2);
    expect(ownTemplates.edges.map(({ node }) => node)).toMatchObject([
      { key: owner.templateKey, newestVersion: "1.0.0", draftId: draft.id },
      { key: templateKey, name: "Zest", newestVersion: null },
    ]);
  });
});
