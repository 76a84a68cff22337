import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inDays } from "../support/checklist-calls.ts";
import { startCity, type TestCity } from "../support/city.ts";
import { type TestActor, type TestServer } from "../support/test-server.ts";
import { decide, partOf, previewOf, publishNext, upgrade } from "../support/upgrade.ts";

let server: TestServer;
let city: TestCity;
let steward: TestActor;
let administrator: TestActor;
let next: string;

const templateKey = "csp-public-housing";

/** What authors say of one item of the checklist. */
const note = (key: string, en: string) => ({ section: "checklistItems", key, text: { en } });

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  ({ administrator } = city);
  steward = await server.actor([{ role: "platformSteward" }]);
  next = await publishNext(steward, { templateKey, version: "3.2.0" }, (document) => {
    document.release = "3.3.0";
    const { checklistItems, positions, activities, partnerRoles } = document;
    partOf(checklistItems, "B04")["title"] = { en: "List every body, program and critic" };
    partOf(checklistItems, "B06")["dueOffsetDays"] = -290;
    document["changes"] = [{ en: "The first steps come later." }];
    document["changeNotes"] = [note("B06", "Ten months are enough.")];
    partOf(checklistItems, "B05").key = "B05R";
    partOf(checklistItems, "B05R")["was"] = ["B05"];
    for (const item of checklistItems)
      item["dependsOn"] = (item["dependsOn"] as string[]).map((key) => (key === "B05" ? "B05R" : key));
    document.checklistItems = checklistItems.filter(({ key }) => key !== "B12");
    for (const item of document.checklistItems)
      item["dependsOn"] = (item["dependsOn"] as string[]).filter((key) => key !== "B12");
    const last = document.checklistItems.at(-1);
    document.checklistItems.push({
      ...last,
      key: "B77",
      title: { en: "Meet the new school year" },
      dependsOn: [],
    });
    partOf(activities, "A1")["dose"] = { en: "18 a year" };
    const [officers] = positions;
    if (officers) officers["note"] = { en: "Two more from year three" };
    const optional = partnerRoles.find((role) => role["requirement"] === "optional");
    document.partnerRoles = partnerRoles.filter((role) => role !== optional);
  });
});
afterAll(() => server.close());

let opened = 0;
async function openSite(adaptations: readonly object[] = []): Promise<string> {
  opened += 1;
  const { release } = await administrator.get<{ release: { id: string } }>(
    `{ release(templateKey: "${templateKey}", version: "3.2.0") { id } }`,
  );
  return await city.openSite({
    name: `Site ${String(opened)}`,
    releaseId: release.id,
    adaptations,
    launchOn: "2027-09-01",
  });
}

const because = { reasonCode: "OTHER", reason: "So decided with the residents here" };

interface SiteNow {
  readonly revision: number;
  readonly release: { readonly version: string };
  readonly adaptations: readonly {
    readonly key: string;
    readonly field: string | null;
    readonly reason: string | null;
  }[];
  readonly checklist: readonly { readonly items: readonly Item[] }[];
  readonly retiredItems: readonly { readonly key: string; readonly title: string; readonly status: string }[];
  readonly upgrades: readonly {
    readonly from: string;
    readonly to: string;
    readonly rolledBackAt: string | null;
  }[];
}

interface Item {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly dueOn: string;
  readonly revision: number;
}

async function siteNow(id: string): Promise<SiteNow & { items: Map<string, Item> }> {
  const { site } = await administrator.get<{ site: SiteNow }>(
    `query ($id: ID!) { site(id: $id) { revision release { version }
      adaptations { key field change reason } retiredItems { key title status } upgrades { from to rolledBackAt counts { kind count } }
      checklist { items { key title status dueOn revision } } } }`,
    { id },
  );
  return {
    ...site,
    items: new Map(site.checklist.flatMap(({ items }) => items.map((item) => [item.key, item] as const))),
  };
}

async function setStatus(siteId: string, itemKey: string, status: string): Promise<void> {
  const { items } = await siteNow(siteId);
  const answer = await administrator.get<{ changeItemStatus: { __typename: string } }>(
    `mutation ($input: ChangeItemStatusInput!) { changeItemStatus(input: $input) { __typename } }`,
    { input: { siteId, itemKey, status, expectedRevision: items.get(itemKey)?.revision } },
  );
  expect(answer.changeItemStatus.__typename).not.toContain("Refused");
}

describe("taking a release", () => {
  test("is shown before it is done, and is done as it was shown", async () => {
    const siteId = await openSite();
    const preview = await previewOf(administrator, siteId, next);
    expect(preview.isReady).toBe(true);
    expect(preview.conflicts).toEqual([]);
    expect(preview.changes).toContainEqual(
      expect.objectContaining({
        kind: "CHANGED",
        key: "B06",
        field: "dueOffsetDays",
        merged: "290 days before launch",
      }),
    );
    expect(preview.changes).toContainEqual(expect.objectContaining({ kind: "ADDED", key: "B77" }));
    expect(preview.changes).toContainEqual(expect.objectContaining({ kind: "REMOVED", key: "B12" }));
    const done = await upgrade(administrator, {
      siteId,
      releaseId: next,
      expectedRevision: preview.siteRevision,
    });
    expect(done.site?.release.version).toBe("3.3.0");
    const { items, adaptations } = await siteNow(siteId);
    expect(adaptations).toEqual([]);
    const shown = preview.checklist.map(({ key, dueOn, status }) => [key, dueOn, status]);
    expect([...items.values()].map(({ key, dueOn, status }) => [key, dueOn, status]).toSorted()).toEqual(
      shown.toSorted(),
    );
    expect(items.has("B12")).toBe(false);
    expect(items.get("B04")?.title).toBe("List every body, program and critic");
  });

  test("keeps what was done, days set by hand, and what is recorded under a key that the release changes", async () => {
    const siteId = await openSite();
    await setStatus(siteId, "B01", "DONE");
    await setStatus(siteId, "B05", "IN_PROGRESS");
    const { items } = await siteNow(siteId);
    await administrator.get(
      `mutation ($input: ChangeItemDueDateInput!) { changeItemDueDate(input: $input) { __typename } }`,
      {
        input: { siteId, itemKey: "B06", dueOn: "2027-01-15", expectedRevision: items.get("B06")?.revision },
      },
    );
    const { revision } = await siteNow(siteId);
    const done = await upgrade(administrator, { siteId, releaseId: next, expectedRevision: revision });
    expect(done.__typename).toBe("SiteUpgraded");
    const after = await siteNow(siteId);
    expect(after.items.get("B01")?.status).toBe("DONE");
    expect(after.items.get("B06")?.dueOn).toBe("2027-01-15");
    expect(after.items.get("B05R")?.status).toBe("IN_PROGRESS");
    expect(after.items.has("B05")).toBe(false);
  });

  test("keeps local differences with their reasons, and takes the rest", async () => {
    const siteId = await openSite([
      {
        section: "CHECKLIST_ITEMS",
        key: "B08",
        change: "CHANGED",
        field: "dueOffsetDays",
        value: -175,
        ...because,
      },
      { section: "CHECKLIST_ITEMS", key: "B06", change: "LEFT_OUT", ...because },
    ]);
    const { revision } = await siteNow(siteId);
    const done = await upgrade(administrator, { siteId, releaseId: next, expectedRevision: revision });
    expect(done.__typename).toBe("SiteUpgraded");
    const { adaptations, items } = await siteNow(siteId);
    expect(adaptations.map(({ key, reason }) => [key, reason]).toSorted()).toEqual([
      ["B06", because.reason],
      ["B08", because.reason],
    ]);
    expect(items.has("B06")).toBe(false);
    expect(items.get("B04")?.title).toContain("critic");
  });

  test("asks where site and release differ, and does only what was decided", async () => {
    const changed = { section: "ACTIVITIES", key: "A1", change: "CHANGED", field: "dose", ...because };
    const siteId = await openSite([{ ...changed, value: { en: "24 a year" } }]);
    const { revision } = await siteNow(siteId);
    const refused = await upgrade(administrator, { siteId, releaseId: next, expectedRevision: revision });
    expect(refused).toEqual({ __typename: "SiteUpgradeConflicted", openCount: 1 });
    const [question] = (await previewOf(administrator, siteId, next)).conflicts;
    expect(question).toMatchObject({
      kind: "BOTH_CHANGED",
      local: "24 a year",
      incoming: "18 a year",
      isOpen: true,
    });
    const decisions = [
      decide(question, "OTHER", { value: { en: "20 a year" }, reason: "Agreed in the council" }),
    ];
    const done = await upgrade(administrator, {
      siteId,
      releaseId: next,
      expectedRevision: revision,
      decisions,
    });
    expect(done.site?.release.version).toBe("3.3.0");
    const { adaptations } = await siteNow(siteId);
    expect(adaptations).toEqual([
      expect.objectContaining({ key: "A1", field: "dose", reason: "Agreed in the council" }),
    ]);
  });

  test("keeps decisions until the upgrade is made, and asks again only what has moved since", async () => {
    const siteId = await openSite([
      {
        section: "ACTIVITIES",
        key: "A1",
        change: "CHANGED",
        field: "dose",
        value: { en: "24 a year" },
        ...because,
      },
    ]);
    const { conflicts, draftRevision } = await previewOf(administrator, siteId, next);
    const save = async (expectedRevision: number) =>
      await administrator.ask(
        `mutation ($input: SaveUpgradeDecisionsInput!) { saveUpgradeDecisions(input: $input) {
          ... on UpgradeDecisionsSaved { revision preview { isReady } } } }`,
        {
          input: {
            siteId,
            releaseId: next,
            expectedRevision,
            decisions: [decide(conflicts[0], "KEEP_LOCAL")],
          },
        },
      );
    expect((await save(draftRevision)).data).toEqual({
      saveUpgradeDecisions: { revision: 1, preview: { isReady: true } },
    });
    expect((await save(draftRevision)).errors?.[0]?.extensions?.code).toBe("STALE_REVISION");
    const { revision } = await siteNow(siteId);
    const adapted = {
      section: "ACTIVITIES",
      key: "A1",
      change: "CHANGED",
      field: "dose",
      value: { en: "30 a year" },
    };
    await administrator.get(
      `mutation ($input: AdaptSiteInput!) { adaptSite(input: $input) { __typename ... on AdaptSiteRefused { findings { message } } } }`,
      { input: { siteId, expectedRevision: revision, adaptations: [{ ...adapted, ...because }] } },
    );
    const moved = await previewOf(administrator, siteId, next);
    expect(moved).toMatchObject({ isReady: false, lapsedDecisionCount: 1 });
    expect(moved.conflicts).toEqual([
      expect.objectContaining({ local: "30 a year", isOpen: true, decision: null }),
    ]);
  });

  test("asks before it takes out what somebody holds", async () => {
    const siteId = await openSite();
    await setStatus(siteId, "B12", "IN_PROGRESS");
    const { conflicts, siteRevision } = await previewOf(administrator, siteId, next);
    expect(conflicts).toEqual([expect.objectContaining({ kind: "REMOVED_BUT_IN_USE", key: "B12" })]);
    const decisions = [decide(conflicts[0], "TAKE_INCOMING")];
    await upgrade(administrator, { siteId, releaseId: next, expectedRevision: siteRevision, decisions });
    const { items, retiredItems } = await siteNow(siteId);
    expect(items.has("B12")).toBe(false);
    expect(retiredItems).toEqual([expect.objectContaining({ key: "B12", status: "IN_PROGRESS" })]);
  });

  test("is won by one of two who do it at once; the other is told", async () => {
    const siteId = await openSite();
    const { revision } = await siteNow(siteId);
    const input = { siteId, releaseId: next, expectedRevision: revision, decisions: [] };
    const mutation = `mutation ($input: UpgradeSiteInput!) { upgradeSite(input: $input) { __typename } }`;
    const answers = await Promise.all([1, 2].map(() => administrator.ask(mutation, { input })));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? "done").toSorted();
    expect(codes).toEqual(["STALE_REVISION", "done"]);
  });

  test("leaves a site launched: what becomes a gate after its launch is to be done and holds nothing", async () => {
    const template = "csp-without-gates";
    const first = await publishNext(steward, { templateKey, version: "3.2.0" }, (document) => {
      Object.assign(document, { template, release: "1.0.0" });
      for (const item of document.checklistItems) item["isLaunchGate"] = false;
    });
    const later = await publishNext(steward, { templateKey: template, version: "1.0.0" }, (document) => {
      document.release = "1.1.0";
      const { checklistItems } = document;
      partOf(checklistItems, "B04")["isLaunchGate"] = true;
      checklistItems.push({ ...partOf(checklistItems, "B04"), key: "B99", dependsOn: [] });
    });
    const siteId = await city.openSite({ name: "Long Running", releaseId: first, launchOn: "2024-01-05" });
    const stageOf = async () => {
      const { site } = await administrator.get<{
        site: { stage: string; revision: number; readiness: { gateCount: number } };
      }>(`query ($id: ID!) { site(id: $id) { stage revision readiness { gateCount } } }`, { id: siteId });
      return site;
    };
    const before = await stageOf();
    expect(before.stage).toBe("LAUNCHED");
    const { checklist } = await previewOf(administrator, siteId, later);
    expect(checklist.filter(({ isLaunchGate }) => isLaunchGate)).toEqual([]);
    const comesLate = checklist.find(({ key }) => key === "B99");
    expect(comesLate).toMatchObject({ isNew: true });
    expect([inDays(29), inDays(30), inDays(31)]).toContain(comesLate?.dueOn);
    await upgrade(administrator, { siteId, releaseId: later, expectedRevision: before.revision });
    expect(await stageOf()).toMatchObject({ stage: "LAUNCHED", readiness: { gateCount: 0 } });
    expect((await siteNow(siteId)).items.get("B99")?.dueOn).toBe(comesLate?.dueOn);
  });

  test("never goes backwards, nor to another template's release", async () => {
    const siteId = await openSite();
    const { release } = await administrator.get<{ release: { id: string } }>(
      `{ release(templateKey: "${templateKey}", version: "3.1.0") { id } }`,
    );
    const { revision } = await siteNow(siteId);
    const asked = await administrator.ask(
      `mutation ($input: UpgradeSiteInput!) { upgradeSite(input: $input) { __typename } }`,
      { input: { siteId, releaseId: release.id, expectedRevision: revision, decisions: [] } },
    );
    expect(asked.errors?.[0]?.message).toContain("Roll the last upgrade back instead");
  });
});

describe("rolling an upgrade back", () => {
  const rollBack = async (siteId: string, expectedRevision: number, reason = "The council wants to wait") =>
    await administrator.get<{ rollBackUpgrade: { __typename: string; exceptionCount?: number } }>(
      `mutation ($input: RollBackUpgradeInput!) { rollBackUpgrade(input: $input) { __typename
        ... on UpgradeRolledBack { exceptionCount } ... on UpgradeRefused { findings { code } } } }`,
      { input: { siteId, expectedRevision, reason } },
    );

  test("gives the design back with its reasons, and keeps what was entered since", async () => {
    const siteId = await openSite([
      {
        section: "ACTIVITIES",
        key: "A1",
        change: "CHANGED",
        field: "dose",
        value: { en: "24 a year" },
        ...because,
      },
    ]);
    const before = await siteNow(siteId);
    const { conflicts } = await previewOf(administrator, siteId, next);
    const decisions = [decide(conflicts[0], "TAKE_INCOMING")];
    await upgrade(administrator, { siteId, releaseId: next, expectedRevision: before.revision, decisions });
    expect((await siteNow(siteId)).adaptations).toEqual([]);
    await setStatus(siteId, "B01", "DONE");
    await setStatus(siteId, "B77", "DONE");
    const { revision } = await siteNow(siteId);
    const done = await rollBack(siteId, revision);
    expect(done.rollBackUpgrade).toEqual({ __typename: "UpgradeRolledBack", exceptionCount: 0 });
    const after = await siteNow(siteId);
    expect(after.release.version).toBe("3.2.0");
    expect(after.adaptations).toEqual(before.adaptations);
    expect(after.items.get("B01")?.status).toBe("DONE");
    expect(after.items.get("B05")?.dueOn).toBe(before.items.get("B05")?.dueOn);
    expect(after.items.has("B77")).toBe(false);
    expect(after.upgrades).toEqual([expect.objectContaining({ from: "3.2.0", to: "3.3.0" })]);
    expect(after.upgrades[0]?.rolledBackAt).not.toBeNull();
    expect(after.retiredItems).toEqual([{ key: "B77", title: "Meet the new school year", status: "DONE" }]);
  });

  test("keeps what the upgrade brought and the site uses, and says so first", async () => {
    const siteId = await openSite();
    const { revision } = await siteNow(siteId);
    await upgrade(administrator, { siteId, releaseId: next, expectedRevision: revision });
    await setStatus(siteId, "B77", "IN_PROGRESS");
    const { rollBackPreview } = await administrator.get<{
      rollBackPreview: { exceptions: { key: string; kind: string }[] };
    }>(`query ($siteId: ID!) { rollBackPreview(siteId: $siteId) { from to exceptions { key kind } } }`, {
      siteId,
    });
    expect(rollBackPreview.exceptions).toEqual([{ key: "B77", kind: "REMOVED_BUT_IN_USE" }]);
    const now = await siteNow(siteId);
    expect((await rollBack(siteId, now.revision)).rollBackUpgrade.exceptionCount).toBe(1);
    const after = await siteNow(siteId);
    expect(after.items.get("B77")?.status).toBe("IN_PROGRESS");
    expect(after.adaptations).toEqual([expect.objectContaining({ key: "B77", reason: null })]);
  });

  test("asks for a reason, and goes one step only", async () => {
    const siteId = await openSite();
    const { revision } = await siteNow(siteId);
    expect((await rollBack(siteId, revision)).rollBackUpgrade.__typename).toBe("UpgradeRefused");
    await upgrade(administrator, { siteId, releaseId: next, expectedRevision: revision });
    const now = await siteNow(siteId);
    expect((await rollBack(siteId, now.revision, "no")).rollBackUpgrade.__typename).toBe("UpgradeRefused");
  });
});

describe("what the authors say", () => {
  test("of every release on the way and of each part stands in the preview", async () => {
    const changed = { section: "CHECKLIST_ITEMS", key: "B06", change: "CHANGED", field: "title" };
    const siteId = await openSite([{ ...changed, value: { en: "Ours" }, ...because }]);
    const last = await publishNext(steward, { templateKey, version: "3.3.0" }, (document) => {
      document.release = "3.4.0";
      partOf(document.checklistItems, "B06")["title"] = { en: "Theirs" };
      document["changes"] = [{ en: "A clearer first step." }];
      document["changeNotes"] = [note("B06", "Said more plainly.")];
    });
    const preview = await previewOf(administrator, siteId, last);
    expect(preview.notes.map(({ version }) => version)).toEqual(["3.3.0", "3.4.0"]);
    expect(preview.notes[0]?.changes).toContain("The first steps come later.");
    expect(preview.notes[1]?.changes).toContain("A clearer first step.");
    const said = "Ten months are enough. Said more plainly.";
    expect(preview.changes.find(({ field }) => field === "dueOffsetDays")).toMatchObject({
      key: "B06",
      note: said,
    });
    expect(preview.conflicts).toMatchObject([{ key: "B06", field: "title", note: said }]);
    expect(preview.changes.find(({ key }) => key === "B77")?.note).toBeNull();
  });
});
