import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checklistCalls, inDays, OUTCOME } from "../support/checklist-calls.ts";
import { startCity, type TestCity } from "../support/city.ts";
import { type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let administrator: TestActor;
let editor: TestActor;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview", timeZone: "UTC" }));
  administrator = city.administrator;
  editor = await server.actor([{ role: "cityEditor", jurisdictionId: city.jurisdictionId }]);
});
afterAll(() => server.close());

const { act, addLink, finish, openSite, read } = checklistCalls(() => ({ city }));

describe("working the checklist", () => {
  test("an item goes through its statuses, is done today unless said, and the record says so", async () => {
    const siteId = await openSite();
    expect(
      (
        await act(
          "changeItemStatus",
          { siteId, itemKey: "B01" },
          { changes: { status: "PLANNING" }, actor: editor },
        )
      ).item,
    ).toMatchObject({ status: "PLANNING" });
    expect((await finish(siteId, "B01")).item).toMatchObject({ status: "DONE", doneOn: inDays(0) });
    const earlier = await act(
      "changeItemStatus",
      { siteId, itemKey: "B01" },
      { changes: { status: "DONE", doneOn: "2026-01-05" } },
    );
    expect(earlier.item).toMatchObject({ doneOn: "2026-01-05" });
    const { history } = await administrator.get<{
      history: { edges: readonly { node: { useCase: string } }[] };
    }>(
      `query ($city: ID!, $siteId: ID!) { history(jurisdictionId: $city, siteId: $siteId) { edges { node { useCase } } } }`,
      { city: city.jurisdictionId, siteId },
    );
    expect(history.edges.map(({ node }) => node.useCase)).toEqual([
      "changeItemStatus",
      "changeItemStatus",
      "changeItemStatus",
      "openSite",
    ]);
  });

  test("what waits for others cannot be done, and says for whom it waits", async () => {
    const siteId = await openSite();
    const waiting = await read(siteId, "B02");
    expect(waiting.blockedBy).toEqual([{ key: "B01" }]);
    expect((await finish(siteId, "B02")).findings).toEqual([{ code: "CHECKLIST_BLOCKED", path: "status" }]);
    await finish(siteId, "B01");
    expect((await finish(siteId, "B02")).item).toMatchObject({ status: "DONE", blockedBy: [] });
  });

  test("setting an item aside asks for a reason, and a launch gate is never merely set aside", async () => {
    const siteId = await openSite();
    const aside = { changes: { status: "NOT_APPLICABLE" } };
    expect((await act("changeItemStatus", { siteId, itemKey: "B04" }, aside)).findings).toEqual([
      { code: "CHECKLIST_REASON_MISSING", path: "reason" },
    ]);
    const reason = { changes: { status: "NOT_APPLICABLE", reason: "The county did this last year." } };
    expect((await act("changeItemStatus", { siteId, itemKey: "B04" }, reason)).item).toMatchObject({
      status: "NOT_APPLICABLE",
      statusReason: "The county did this last year.",
    });
    expect((await act("changeItemStatus", { siteId, itemKey: "B10" }, reason)).findings).toEqual([
      { code: "CHECKLIST_GATE_MUST_APPLY", path: "status" },
    ]);
  });

  test("a day in the future is no day on which something was done", async () => {
    const siteId = await openSite();
    const outcome = await act(
      "changeItemStatus",
      { siteId, itemKey: "B01" },
      { changes: { status: "DONE", doneOn: inDays(3) } },
    );
    expect(outcome.findings).toEqual([{ code: "CHECKLIST_DONE_IN_FUTURE", path: "doneOn" }]);
  });

  test("an item is given to a person, and back to whoever fills its owner role", async () => {
    const siteId = await openSite();
    expect(
      (await act("assignItem", { siteId, itemKey: "B01" }, { changes: { ownerName: "Ann Lee" } })).item,
    ).toMatchObject({ ownerName: "Ann Lee" });
    expect((await act("assignItem", { siteId, itemKey: "B01" })).item).toMatchObject({ ownerName: null });
  });

  test("two people at once: the second is told and saves over nobody", async () => {
    const siteId = await openSite();
    const input = { siteId, itemKey: "B01", expectedRevision: 1, status: "PLANNING" };
    const MUTATION = `mutation ($input: ChangeItemStatusInput!) { changeItemStatus(input: $input) { ${OUTCOME} } }`;
    await administrator.get(MUTATION, { input });
    const { errors } = await editor.ask(MUTATION, { input: { ...input, status: "DONE" } });
    expect(errors?.[0]?.extensions?.code).toBe("STALE_REVISION");
    expect(await read(siteId, "B01")).toMatchObject({ status: "PLANNING" });
  });

  test("a viewer reads the checklist and changes nothing; a state official sees progress without names", async () => {
    const siteId = await openSite();
    await act("assignItem", { siteId, itemKey: "B01" }, { changes: { ownerName: "Ann Lee" } });
    await addLink(siteId, "B01");
    const viewer = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }]);
    expect(await read(siteId, "B01", viewer)).toMatchObject({ ownerName: "Ann Lee" });
    const input = { siteId, itemKey: "B01", expectedRevision: 2, status: "DONE" };
    const { errors } = await viewer.ask(
      `mutation ($input: ChangeItemStatusInput!) { changeItemStatus(input: $input) { ${OUTCOME} } }`,
      { input },
    );
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    expect(await read(siteId, "B01", official)).toMatchObject({
      status: "NOT_STARTED",
      ownerName: null,
      evidence: [],
    });
  });
});

describe("sign-off", () => {
  test("a gate is met when it is done, shown and signed off by someone who may; then it changes only after being reopened", async () => {
    const siteId = await openSite();
    const gate = { siteId, itemKey: "B09" };
    for (const key of ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "H01"]) {
      const done = await finish(siteId, key);
      expect(done.findings).toBeUndefined();
    }
    expect((await finish(siteId, "B09")).item).toMatchObject({ gateState: "AWAITING_SIGN_OFF" });
    expect((await act("signOffItem", gate)).findings).toEqual([
      { code: "CHECKLIST_EVIDENCE_MISSING", path: "evidence" },
    ]);
    await addLink(siteId, "B09");
    const { errors } = await editor.ask(
      `mutation ($input: SignOffItemInput!) { signOffItem(input: $input) { ${OUTCOME} } }`,
      { input: { ...gate, expectedRevision: 2 } },
    );
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect((await act("signOffItem", gate)).item).toMatchObject({ gateState: "MET", isSignedOff: true });

    expect((await act("changeItemStatus", gate, { changes: { status: "PLANNING" } })).findings).toEqual([
      { code: "CHECKLIST_SIGNED_OFF", path: "status" },
    ]);
    expect((await act("reopenItem", gate, { changes: { reason: " " } })).findings).toEqual([
      { code: "CHECKLIST_REASON_MISSING", path: "reason" },
    ]);
    const reopened = await act("reopenItem", gate, {
      changes: { reason: "The minutes were of another meeting." },
    });
    expect(reopened.item).toMatchObject({
      status: "IN_PROGRESS",
      isSignedOff: false,
      statusReason: "The minutes were of another meeting.",
    });
  });

  test("only what is done is signed off", async () => {
    const siteId = await openSite();
    expect((await act("signOffItem", { siteId, itemKey: "B01" })).findings).toEqual([
      { code: "CHECKLIST_NOT_DONE", path: "status" },
    ]);
  });
});
