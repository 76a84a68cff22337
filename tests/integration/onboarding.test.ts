import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let administrator: TestActor;
let editor: TestActor;

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  city = await makeCity(server, { name: "Harborview", timeZone: "UTC" });
  administrator = city.administrator;
  editor = await server.actor([{ role: "cityEditor", jurisdictionId: city.jurisdictionId }]);
});
afterAll(() => server.close());

let opened = 0;
function openSite(launchOn = inDays(500)): Promise<string> {
  opened += 1;
  return city.openSite({ name: `Site ${String(opened)}`, launchOn });
}

interface Item {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly dueOn: string;
  readonly revision: number;
  readonly isDueSetByHand: boolean;
  readonly isSignedOff: boolean;
  readonly signedOffBy: string | null;
  readonly statusReason: string | null;
  readonly doneOn: string | null;
  readonly ownerName: string | null;
  readonly gateState: string | null;
  readonly blockedBy: readonly { readonly key: string }[];
  readonly evidence: readonly {
    readonly id: string;
    readonly label: string;
    readonly url: string;
    readonly isFile: boolean;
  }[];
}

const FIELDS = `key title status dueOn revision isDueSetByHand isSignedOff signedOffBy statusReason doneOn ownerName gateState
  blockedBy { key } evidence { id label url isFile }`;
const OUTCOME = `... on ChecklistItemChanged { item { ${FIELDS} } } ... on ChecklistItemRefused { findings { code path } }`;

async function read(siteId: string, key: string, actor = administrator): Promise<Item> {
  const { checklistItem } = await actor.get<{ checklistItem: Item }>(
    `query ($siteId: ID!, $key: String!) { checklistItem(siteId: $siteId, key: $key) { ${FIELDS} } }`,
    { siteId, key },
  );
  return checklistItem;
}

interface Outcome {
  readonly item?: Item;
  readonly findings?: readonly { readonly code: string; readonly path: string }[];
}

/** Does something with an item as it is now. */
async function act(
  mutation: string,
  input: { siteId: string; itemKey: string },
  options: { changes?: object; actor?: TestActor } = {},
): Promise<Outcome> {
  const { revision } = await read(input.siteId, input.itemKey);
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await (options.actor ?? administrator).get<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${OUTCOME} } }`,
    { input: { ...input, expectedRevision: revision, ...options.changes } },
  );
  return answer[mutation]!;
}

async function finish(siteId: string, itemKey: string): Promise<Outcome> {
  return await act("changeItemStatus", { siteId, itemKey }, { changes: { status: "DONE" } });
}

async function addLink(
  siteId: string,
  itemKey: string,
  url = "https://example.org/memo.pdf",
): Promise<Outcome> {
  const answer = await administrator.get<{ addEvidenceLink: Outcome }>(
    `mutation ($input: AddEvidenceLinkInput!) { addEvidenceLink(input: $input) { ${OUTCOME} } }`,
    { input: { siteId, itemKey, label: "Signed memo", url } },
  );
  return answer.addEvidenceLink;
}

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

describe("evidence", () => {
  test("a link is added, refused when it is no web address, and taken off again", async () => {
    const siteId = await openSite();
    expect((await addLink(siteId, "B01", "javascript:alert(1)")).findings).toEqual([
      { code: "EVIDENCE_LINK_MALFORMED", path: "url" },
    ]);
    const { item } = await addLink(siteId, "B01");
    expect(item!.evidence).toMatchObject([
      { label: "Signed memo", url: "https://example.org/memo.pdf", isFile: false },
    ]);
    const { removeEvidence } = await administrator.get<{ removeEvidence: Outcome }>(
      `mutation ($input: RemoveEvidenceInput!) { removeEvidence(input: $input) { ${OUTCOME} } }`,
      { input: { siteId, itemKey: "B01", evidenceId: item!.evidence[0]!.id } },
    );
    expect(removeEvidence.item!.evidence).toEqual([]);
  });

  const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

  async function upload(
    siteId: string,
    options: { name?: string; payload?: Buffer; actor?: TestActor | null } = {},
  ) {
    const query = new URLSearchParams({
      siteId,
      itemKey: "B01",
      label: "Signed memo",
      name: options.name ?? "memo.pdf",
    });
    const actor = options.actor === undefined ? administrator : options.actor;
    return await server.inject({
      method: "POST",
      url: `/api/evidence-files?${query.toString()}`,
      headers: {
        "content-type": "application/octet-stream",
        ...(actor === null ? {} : { "x-test-account": actor.accountId }),
      },
      payload: options.payload ?? pdf,
    });
  }

  test("a file is kept and given back as an attachment only, to those who work there", async () => {
    const siteId = await openSite();
    const answer = await upload(siteId, { name: "Memo – año 1.pdf" });
    expect(answer.statusCode).toBe(201);
    const [evidence] = (await read(siteId, "B01")).evidence;
    expect(evidence).toMatchObject({ label: "Signed memo", isFile: true });
    const file = await server.inject({ url: evidence!.url, headers: { "x-test-account": editor.accountId } });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.equals(pdf)).toBe(true);
    expect(file.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="Memo _ a_o 1.pdf"; filename*=UTF-8''Memo%20%E2%80%93%20a%C3%B1o%201.pdf`,
      "x-content-type-options": "nosniff",
    });
    const neighbor = await makeCity(server, { name: "Otherton" });
    for (const stranger of [
      neighbor.administrator,
      await server.actor([{ role: "stateOfficial", stateCode: "OH" }]),
    ]) {
      const refused = await server.inject({
        url: evidence!.url,
        headers: { "x-test-account": stranger.accountId },
      });
      expect([403, 404]).toContain(refused.statusCode);
    }
    expect((await server.inject({ url: evidence!.url })).statusCode).toBe(401);
  });

  test("a file that is not what its name says, is empty, or is too large is refused with what to do", async () => {
    const siteId = await openSite();
    const html = await upload(siteId, {
      name: "memo.pdf",
      payload: Buffer.from("<html><script>alert(1)</script></html>"),
    });
    expect(html.json()).toMatchObject({ findings: [{ code: "EVIDENCE_FILE_KIND_REFUSED" }] });
    expect(
      (await upload(siteId, { name: "run.exe", payload: Buffer.from("MZ\u0000\u0000") })).json(),
    ).toMatchObject({ findings: [{ code: "EVIDENCE_FILE_KIND_REFUSED" }] });
    expect((await upload(siteId, { payload: Buffer.alloc(0) })).json()).toMatchObject({
      findings: [{ code: "EVIDENCE_FILE_EMPTY" }],
    });
    const large = await upload(siteId, { payload: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(large.statusCode).toBe(413);
    expect(large.json<{ message: string }>().message).toContain("10 MB");
    expect((await upload(siteId, { actor: null })).statusCode).toBe(401);
    expect((await read(siteId, "B01")).evidence).toEqual([]);
  });
});

describe("the launch date", () => {
  const PREVIEW = `query ($siteId: ID!, $launchOn: Date!) { launchDatePreview(siteId: $siteId, launchOn: $launchOn) {
    from to moved { key from to } keptByHand { key } gatesNowFailing { key } gatesNoLongerFailing { key } } }`;
  const CHANGE = `mutation ($input: ChangeLaunchDateInput!) { changeLaunchDate(input: $input) {
    ... on LaunchDateChanged { movedCount site { launchOn revision } } ... on ChangeLaunchDateRefused { findings { code } } } }`;
  interface Preview {
    readonly launchDatePreview: {
      readonly moved: readonly { readonly key: string; readonly from: string; readonly to: string }[];
      readonly keptByHand: readonly { readonly key: string }[];
      readonly gatesNowFailing: readonly { readonly key: string }[];
    };
  }

  test("moving it by six weeks moves what is unfinished, leaves what is done or set by hand, as the preview said", async () => {
    const siteId = await openSite();
    await finish(siteId, "B01");
    const byHand = await act(
      "changeItemDueDate",
      { siteId, itemKey: "B03" },
      { changes: { dueOn: inDays(200) } },
    );
    expect(byHand.item).toMatchObject({ dueOn: inDays(200), isDueSetByHand: true });
    const before = { done: await read(siteId, "B01"), open: await read(siteId, "B31") };

    const launchOn = inDays(542);
    const { launchDatePreview: preview } = await administrator.get<Preview>(PREVIEW, { siteId, launchOn });
    expect(preview.moved).toHaveLength(47);
    expect(preview.keptByHand).toEqual([{ key: "B03" }]);
    const input = {
      siteId,
      expectedRevision: 1,
      launchOn,
      reason: "The agreement is signed later than planned.",
    };
    expect(await administrator.get(CHANGE, { input })).toEqual({
      changeLaunchDate: { movedCount: 47, site: { launchOn, revision: 2 } },
    });
    expect(await read(siteId, "B01")).toEqual(before.done);
    expect(await read(siteId, "B03")).toMatchObject({ dueOn: inDays(200) });
    expect(await read(siteId, "B31")).toMatchObject({ dueOn: launchOn });

    const backToPlan = await act("changeItemDueDate", { siteId, itemKey: "B03" });
    expect(backToPlan.item).toMatchObject({ isDueSetByHand: false, dueOn: inDays(542 - 330) });
  });

  test("moving it forward names the gates that then fail", async () => {
    const siteId = await openSite();
    const { launchDatePreview } = await administrator.get<Preview>(PREVIEW, {
      siteId,
      launchOn: inDays(100),
    });
    const failing = launchDatePreview.gatesNowFailing.map(({ key }) => key);
    expect(failing).toContain("B10");
    expect(failing).not.toContain("B30");
  });

  test("asks for a reason and for another day", async () => {
    const siteId = await openSite();
    const input = { siteId, expectedRevision: 1, launchOn: inDays(500), reason: "" };
    const { changeLaunchDate } = await administrator.get<{
      changeLaunchDate: { findings: readonly { code: string }[] };
    }>(CHANGE, { input });
    expect(changeLaunchDate.findings.map(({ code }) => code)).toEqual([
      "LAUNCH_DATE_UNCHANGED",
      "LAUNCH_DATE_REASON_MISSING",
    ]);
  });
});

describe("what is due", () => {
  test("lists what is overdue and due soon of all sites that one may see, earliest first, page by page", async () => {
    const eastport = await makeCity(server, { name: "Eastport", timeZone: "UTC" });
    await eastport.openSite({ name: "Late", launchOn: inDays(364) });
    await eastport.openSite({ name: "Early", launchOn: inDays(500) });
    const QUERY = `query ($first: Int, $after: String) { dueItems(withinDays: 20, first: $first, after: $after) {
      totalCount edges { cursor node { siteName key title daysLeft } } pageInfo { hasNextPage endCursor } } }`;
    interface Due {
      readonly dueItems: {
        readonly totalCount: number;
        readonly edges: readonly {
          readonly cursor: string;
          readonly node: { readonly key: string; readonly daysLeft: number };
        }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const { dueItems } = await eastport.administrator.get<Due>(QUERY, { first: 2 });
    expect(dueItems.edges.map(({ node }) => [node.key, node.daysLeft])).toEqual([
      ["B01", -1],
      ["B02", 14],
    ]);
    const { totalCount, pageInfo } = dueItems;
    expect(pageInfo.hasNextPage).toBe(totalCount > 2);
    const { errors } = await eastport.administrator.ask(`{ dueItems(withinDays: 5000) { totalCount } }`);
    expect(errors?.[0]?.extensions?.code).toBe("BAD_INPUT");
  });
});
