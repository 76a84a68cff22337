import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checklistCalls, OUTCOME, type Outcome } from "../support/checklist-calls.ts";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
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

const { addLink, openSite, read } = checklistCalls(() => ({ city }));

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
