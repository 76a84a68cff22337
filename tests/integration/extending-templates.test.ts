import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import { actOnDraft, draftAfter, edit, set, type ShownDraft } from "../support/drafts.ts";
import { makeOwner, type TestOwner } from "../support/fleet.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";
import { decide, partOf, publishNext, type Question, type ReleaseDocument } from "../support/upgrade.ts";

let server: TestServer;
let city: TestCity;
let steward: TestActor;
let owner: TestOwner;
let draft: ShownDraft;
let base: string;
let made = 0;
// Far enough apart that none is taken for another.
const NAMES = "Alder Brook Cedar Dune Ember Falcon Garnet Harbor Iris".split(" ");

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Millbrook" }));
  steward = await server.actor([{ role: "platformSteward" }]);
});
afterAll(() => server.close());

/** Publishes a release of the template that is extended: as the one before, changed. */
async function publishBase(release: string, change: (document: ReleaseDocument) => void = () => undefined) {
  const from =
    release === "1.0.0" ? { templateKey: "csp-public-housing", version: "3.2.0" } : { templateKey: base };
  return await publishNext(steward, from, (document) => {
    document.template = base;
    document.release = release;
    change(document);
  });
}

beforeEach(async () => {
  made += 1;
  base = `base-${String(made)}`;
  await publishBase("1.0.0");
  owner = await makeOwner(server, city, {
    name: NAMES[made] ?? "",
    templateKey: `riverbend-${String(made)}`,
  });
  draft = await draftAfter(owner.author, "startTemplateDraft", {
    organizationId: owner.organizationId,
    templateKey: `extended-${String(made)}`,
    name: { en: "Extended" },
    copyOf: base,
    isExtending: true,
  });
});

interface Base {
  readonly templateKey: string;
  readonly version: string;
  readonly newer: readonly { readonly id: string; readonly version: string }[];
  readonly inheritedCount: number;
  readonly changedCount: number;
  readonly leftOutCount: number;
  readonly ownCount: number;
}

async function baseOf(id = draft.id, actor = owner.author): Promise<Base | null> {
  const { templateDraft } = await actor.get<{ templateDraft: { base: Base | null } }>(
    `query ($id: ID!) { templateDraft(id: $id) { base {
      templateKey version newer { id version } inheritedCount changedCount leftOutCount ownCount } } }`,
    { id },
  );
  return templateDraft.base;
}

interface Preview {
  readonly draftRevision: number;
  readonly isReady: boolean;
  readonly questions: readonly Question[];
  readonly changes: readonly {
    readonly kind: string;
    readonly section: string;
    readonly key: string | null;
  }[];
}

async function previewOf(releaseId: string, decisions: readonly object[] = []): Promise<Preview> {
  const { baseReleasePreview } = await owner.author.get<{ baseReleasePreview: Preview }>(
    `query ($draftId: ID!, $releaseId: ID!, $decisions: [UpgradeDecisionInput!]!) {
      baseReleasePreview(draftId: $draftId, releaseId: $releaseId, decisions: $decisions) {
        draftRevision isReady changes { kind section key }
        questions { question kind section key field base local incoming isCore isOpen } } }`,
    { draftId: draft.id, releaseId, decisions },
  );
  return baseReleasePreview;
}

async function take(releaseId: string, expectedRevision: number, decisions: readonly object[] = []) {
  const { data, errors } = await owner.author.ask<{
    takeBaseRelease: { __typename: string; openCount?: number; draft?: { document: ReleaseDocument } };
  }>(
    `mutation ($input: TakeBaseReleaseInput!) { takeBaseRelease(input: $input) { __typename
      ... on BaseReleaseTaken { draft { document } } ... on BaseReleaseConflicted { openCount } } }`,
    { input: { draftId: draft.id, releaseId, expectedRevision, decisions } },
  );
  return data?.takeBaseRelease ?? { __typename: errors?.[0]?.extensions?.code ?? "" };
}

function documentOf({ draft: changed }: { readonly draft?: { readonly document: ReleaseDocument } }) {
  if (changed === undefined) throw new Error("Nothing was taken");
  return changed.document;
}

describe("a template that extends another", () => {
  test("begins as that one is, says which release it has, and how much it takes over", async () => {
    expect(draft.document).toMatchObject({ extends: { template: base, release: "1.0.0" } });
    expect(await baseOf()).toMatchObject({
      templateKey: base,
      version: "1.0.0",
      newer: [],
      changedCount: 0,
      leftOutCount: 0,
      ownCount: 0,
    });
    const [first, second] = draft.document.activities;
    await edit(owner.author, draft.id, [
      set(draft, `activities.${first?.key ?? ""}.dose`, { en: "Twice a week" }),
      { kind: "REMOVE", section: "activities", key: second?.key, seen: second },
    ]);
    expect(await baseOf()).toMatchObject({ changedCount: 1, leftOutCount: 1, ownCount: 0 });
  });

  test("is offered a newer release of it, takes what it did not change, and keeps what it did", async () => {
    await edit(owner.author, draft.id, [set(draft, "activities.A1.dose", { en: "Twice a week" })]);
    const releaseId = await publishBase("1.1.0", ({ activities, checklistItems }) => {
      partOf(activities, "A2")["dose"] = { en: "Every quarter" };
      partOf(checklistItems, checklistItems[0]?.key ?? "")["title"] = { en: "Begin with a walk" };
    });
    expect((await baseOf())?.newer).toEqual([{ id: releaseId, version: "1.1.0" }]);
    const preview = await previewOf(releaseId);
    expect(preview).toMatchObject({ isReady: true, questions: [] });
    const taken = await take(releaseId, preview.draftRevision);
    expect(taken.__typename).toBe("BaseReleaseTaken");
    const document = documentOf(taken);
    expect(document).toMatchObject({
      template: draft.templateKey,
      name: { en: "Extended" },
      extends: { template: base, release: "1.1.0" },
    });
    expect(partOf(document.activities, "A1")["dose"]).toEqual({ en: "Twice a week" });
    expect(partOf(document.activities, "A2")["dose"]).toEqual({ en: "Every quarter" });
    expect(document.checklistItems[0]?.["title"]).toEqual({ en: "Begin with a walk" });
    expect((await baseOf())?.newer).toEqual([]);
  });

  test("asks where both changed the same, core or not, and does what was decided", async () => {
    await edit(owner.author, draft.id, [
      set(draft, "activities.A1.dose", { en: "Twice a week" }),
      set(draft, "activities.A2.dose", { en: "Twice a year" }),
    ]);
    const releaseId = await publishBase("2.0.0", ({ activities }) => {
      partOf(activities, "A1")["dose"] = { en: "Every day" };
      partOf(activities, "A2")["dose"] = { en: "Every quarter" };
    });
    const preview = await previewOf(releaseId);
    expect(preview.questions.map(({ key, isCore }) => [key, isCore])).toEqual([
      ["A1", false],
      ["A2", false],
    ]);
    expect(await take(releaseId, preview.draftRevision)).toEqual({
      __typename: "BaseReleaseConflicted",
      openCount: 2,
    });
    const [first, second] = preview.questions;
    const decisions = [decide(first, "KEEP_LOCAL"), decide(second, "TAKE_INCOMING")];
    expect(await previewOf(releaseId, decisions)).toMatchObject({ isReady: true });
    const taken = await take(releaseId, preview.draftRevision, decisions);
    const { activities } = documentOf(taken);
    expect(partOf(activities, "A1")["dose"]).toEqual({ en: "Twice a week" });
    expect(partOf(activities, "A2")["dose"]).toEqual({ en: "Every quarter" });
  });

  test("is told when somebody changed the draft meanwhile, and nothing is taken", async () => {
    const releaseId = await publishBase("1.1.0", ({ activities }) => {
      partOf(activities, "A2")["dose"] = { en: "Every quarter" };
    });
    const { draftRevision } = await previewOf(releaseId);
    await edit(owner.author, draft.id, [set(draft, "activities.A1.dose", { en: "Twice a week" })]);
    expect((await take(releaseId, draftRevision)).__typename).toBe("STALE_REVISION");
    expect((await baseOf())?.version).toBe("1.0.0");
  });

  test("keeps to what it extends in its next draft; a plain copy extends nothing", async () => {
    const { organizationId, author } = owner;
    const copy = await draftAfter(author, "startTemplateDraft", {
      organizationId,
      templateKey: `copied-${String(made)}`,
      name: { en: "Copied" },
      copyOf: base,
    });
    expect(copy.document).not.toHaveProperty("extends");
    expect(await baseOf(copy.id)).toBeNull();
    const published = await actOnDraft(author, "publishTemplateDraft", {
      draftId: draft.id,
      expectedRevision: draft.revision,
      version: "1.0.0",
    });
    expect(published.__typename).toBe("ReleasePublished");
    const next = await draftAfter(author, "startTemplateDraft", {
      organizationId,
      templateKey: draft.templateKey,
    });
    expect(next.document).toMatchObject({ extends: { template: base, release: "1.0.0" } });
  });

  test("is its authors' alone: others neither see what it would take nor take it", async () => {
    const releaseId = await publishBase("1.1.0", ({ activities }) => {
      partOf(activities, "A2")["dose"] = { en: "Every quarter" };
    });
    const stranger = await makeOwner(server, city, {
      name: `${NAMES[made] ?? ""} and friends`,
      templateKey: `elsewhere-${String(made)}`,
    });
    const { errors } = await stranger.author.ask(
      `query ($draftId: ID!, $releaseId: ID!) {
        baseReleasePreview(draftId: $draftId, releaseId: $releaseId, decisions: []) { isReady } }`,
      { draftId: draft.id, releaseId },
    );
    expect(errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  });
});
