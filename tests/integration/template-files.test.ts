import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity } from "../support/city.ts";
import {
  bringIn,
  exportFile,
  makePublisher,
  publish,
  type Publisher,
  sendFile,
  smallContent,
  smallItem,
} from "../support/template-files.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

/*
 * Template files from one Frontstep to another: two servers with a database each, and their doors alone.
 */
let here: TestServer;
let there: TestServer;
let author: Publisher & { organizationId: string };
let receiver: Publisher & { organizationId: string };
let steward: Publisher;
let otherSteward: Publisher;

beforeAll(async () => {
  [here, there] = await Promise.all([startTestServer(), startTestServer()]);
  await Promise.all([loadCatalogue(here), loadCatalogue(there)]);
  const [city, otherCity] = await Promise.all([
    makeCity(here, { name: "Millbrook" }),
    makeCity(there, { name: "Ashford" }),
  ]);
  author = await makePublisher(here, city, "Bridge Alliance");
  receiver = await makePublisher(there, otherCity, "Harbor Light");
  steward = { server: here, actor: await here.actor([{ role: "platformSteward" }]) };
  otherSteward = { server: there, actor: await there.actor([{ role: "platformSteward" }]) };
  await publish(author, smallContent({ template: "bridge", name: { en: "Bridge", es: "Bridge" } }));
  await publish(
    author,
    smallContent({ template: "bridge", release: "1.1.0", checklistItems: [smallItem("B01")] }),
  );
});
afterAll(() => Promise.all([here.close(), there.close()]));

const ORIGINS = `query ($key: String!) { template(key: $key) {
  organizationId releases { version publishedBy publishedAt } origins { version organizationName words importedBy } } }`;
const KEYS = `query ($organizationId: ID) { templateKeys(organizationId: $organizationId) {
  signing { id words groups madeBy retiredAt retiredReason }
  trusted { id claimedName groups isTrusted decidedBy reason revision } } }`;

interface Keys {
  readonly templateKeys: {
    readonly signing: readonly { id: string; words: string[]; groups: string[]; retiredAt: string | null }[];
    readonly trusted: readonly {
      id: string;
      claimedName: string;
      isTrusted: boolean;
      decidedBy: string;
      revision: number;
    }[];
  };
}

const keysOf = async ({ actor, organizationId }: Publisher) =>
  (await actor.get<Keys>(KEYS, { organizationId })).templateKeys;

const ROTATE = `mutation ($input: RotateSigningKeyInput!) { rotateSigningKey(input: $input) {
  __typename ... on KeyRefused { findings { code } } } }`;
const TRUST = `mutation ($input: ChangeKeyTrustInput!) { changeKeyTrust(input: $input) {
  __typename ... on KeyRefused { findings { code } } } }`;

describe("a template file", () => {
  test("is the same bytes at each export, names no id of this place, and makes its key once", async () => {
    expect((await keysOf(author)).signing).toEqual([]);
    const [first, second] = await Promise.all([exportFile(author, "bridge"), exportFile(author, "bridge")]);
    expect(second.equals(first)).toBe(true);
    expect((await exportFile(author, "bridge")).equals(first)).toBe(true);
    const text = first.toString("utf8");
    expect(text).not.toContain(author.organizationId);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    const { signing } = await keysOf(author);
    expect(signing).toHaveLength(1);
    expect(signing[0]?.words).toHaveLength(12);
    expect(text).toContain(signing[0]?.groups.join(""));
  });

  test("is a question first, then in one transaction here as it was there, and exported again the same bytes", async () => {
    const file = await exportFile(author, "bridge");
    const looked = await sendFile(receiver, file);
    expect(looked).toMatchObject({
      kind: "checked",
      plan: {
        template: { key: "bridge", name: "Elsewhere", isNew: true },
        releases: [
          { version: "1.0.0", standing: "added", organization: "Bridge Alliance" },
          { version: "1.1.0", standing: "added" },
        ],
        keys: [{ claimedName: "Bridge Alliance", standing: "unknown" }],
      },
    });
    const checkedSha256 = looked.plan?.sha256 ?? "";
    expect(await sendFile(receiver, file, { checkedSha256 })).toMatchObject({ kind: "untrusted" });
    expect(await receiver.actor.get(ORIGINS, { key: "bridge" })).toEqual({ template: null });

    const trust = looked.plan?.keys[0]?.fingerprint ?? "";
    expect(await sendFile(receiver, file, { checkedSha256, trust })).toMatchObject({
      kind: "imported",
      status: 200,
    });
    const before = await author.actor.get<{ template: { releases: object[] } }>(ORIGINS, { key: "bridge" });
    const after = await receiver.actor.get<{ template: object }>(ORIGINS, { key: "bridge" });
    expect(after.template).toMatchObject({
      organizationId: receiver.organizationId,
      releases: before.template.releases,
      origins: [
        { version: "1.0.0", organizationName: "Bridge Alliance" },
        { version: "1.1.0", organizationName: "Bridge Alliance" },
      ],
    });
    expect((await exportFile(receiver, "bridge")).equals(file)).toBe(true);
    expect((await keysOf(receiver)).signing).toEqual([]);
    expect(await keysOf(receiver)).toMatchObject({
      trusted: [{ claimedName: "Bridge Alliance", isTrusted: true }],
    });
  });

  test("a second time changes nothing, and a later one adds what is new without asking again", async () => {
    const file = await exportFile(author, "bridge");
    expect(await bringIn(receiver, file)).toMatchObject({ kind: "unchanged" });
    await publish(
      author,
      smallContent({ template: "bridge", release: "2.0.0", name: { en: "Broad Bridge" } }),
    );
    const later = await exportFile(author, "bridge");
    const looked = await sendFile(receiver, later);
    expect(looked.plan?.releases.map(({ standing }) => standing)).toEqual(["alike", "alike", "added"]);
    expect(looked.plan?.keys).toMatchObject([{ standing: "trusted" }]);
    expect(await sendFile(receiver, later, { checkedSha256: looked.plan?.sha256 ?? "" })).toMatchObject({
      kind: "imported",
    });
    expect((await exportFile(receiver, "bridge")).equals(later)).toBe(true);
    expect(await receiver.actor.get(`{ template(key: "bridge") { name } }`)).toEqual({
      template: { name: "Broad Bridge" },
    });
  });

  test("of the platform goes from steward to steward: what came with the product is alike", async () => {
    const file = await exportFile(steward, "csp-park");
    const looked = await sendFile(otherSteward, file);
    expect(looked.plan?.releases.map(({ standing }) => standing)).toEqual(["alike", "alike"]);
    expect(await bringIn(otherSteward, file)).toMatchObject({ kind: "unchanged" });
  });

  test("once brought in can be opened from, and cannot be changed", async () => {
    const { release } = await receiver.actor.get<{ release: { version: string; document: object } }>(
      `{ release(templateKey: "bridge", version: "1.1.0") { version document content { checklistItems { key } } } }`,
    );
    expect(release).toMatchObject({ version: "1.1.0", content: { checklistItems: [{ key: "B01" }] } });
    const owner = new pg.Client(there.database.url);
    await owner.connect();
    await expect(owner.query("delete from release where version = '1.1.0'")).rejects.toThrow("never changed");
    await owner.end();
  });

  test("leaves its record: who trusted whom, and what was added", async () => {
    const { history } = await otherSteward.actor.get<{
      history: { edges: { node: { useCase: string; summary: object } }[] };
    }>(`{ history(first: 100) { edges { node { useCase summary } } } }`);
    const imported = history.edges
      .map(({ node }) => node)
      .filter(({ useCase }) => useCase === "importTemplate");
    expect(imported.map(({ summary }) => summary)).toMatchObject([
      { template: "bridge", releases: ["2.0.0"], organization: "Bridge Alliance" },
      { template: "bridge", releases: ["1.0.0", "1.1.0"] },
    ]);
  });
});

describe("the keys", () => {
  test("are kept so that whoever reads the database cannot sign, and the record never holds them", async () => {
    const owner = new pg.Client(here.database.url);
    await owner.connect();
    const { rows } = await owner.query<{ bytes: Buffer }>("select bytes from signing_secret");
    expect(rows.length).toBeGreaterThan(0);
    // An Ed25519 key in PKCS #8 begins with these bytes wherever it lies open.
    const open = Buffer.from("302e020100300506032b657004220420", "hex");
    expect(rows.filter(({ bytes }) => bytes.includes(open))).toEqual([]);
    const { rows: recorded } = await owner.query(
      "select 1 from change where table_name = 'signing_secret' and (after ? 'bytes' or before ? 'bytes')",
    );
    expect(recorded).toEqual([]);
    await owner.end();
  });

  test("change for a reason: the earlier one is kept for what it signed, and signs no more", async () => {
    const before = await exportFile(author, "bridge");
    const refused = await author.actor.get(ROTATE, {
      input: { organizationId: author.organizationId, reason: " " },
    });
    expect(refused).toMatchObject({ rotateSigningKey: { findings: [{ code: "KEY_REASON_MISSING" }] } });
    await author.actor.get(ROTATE, {
      input: { organizationId: author.organizationId, reason: "Our author left." },
    });
    expect(await keysOf(author)).toMatchObject({
      signing: [{ retiredAt: null }, { retiredReason: "Our author left." }],
    });
    expect((await exportFile(author, "bridge")).equals(before)).toBe(true);
    await publish(
      author,
      smallContent({ template: "bridge", release: "2.1.0", name: { en: "Broad Bridge" } }),
    );
    const looked = await sendFile(receiver, await exportFile(author, "bridge"));
    expect(looked.plan).toMatchObject({
      releases: [{}, {}, {}, { version: "2.1.0", standing: "added" }],
      keys: [{ standing: "unknown", claimedName: "Bridge Alliance" }],
    });
    const owner = new pg.Client(here.database.url);
    await owner.connect();
    const { rows } = await owner.query(
      "select 1 from signing_secret s join signing_key k on k.id = s.signing_key_id where k.retired_at is not null",
    );
    expect(rows).toEqual([]);
    await owner.end();
  });

  test("that are no longer trusted are refused, until somebody trusts them again", async () => {
    const file = await exportFile(author, "bridge");
    await bringIn(receiver, file);
    const { trusted } = await keysOf(receiver);
    const [key] = trusted;
    if (key === undefined) throw new Error("the import trusted a key");
    const decide = (isTrusted: boolean, expectedRevision: number) =>
      receiver.actor.get(TRUST, {
        input: {
          trustedKeyId: key.id,
          isTrusted,
          reason: "They told us that it was lost.",
          expectedRevision,
        },
      });
    expect(await decide(false, key.revision)).toEqual({ changeKeyTrust: { __typename: "KeyTrustChanged" } });
    expect(await sendFile(receiver, file)).toMatchObject({
      status: 422,
      findings: [{ code: "TEMPLATE_FILE_KEY_DISTRUSTED" }],
    });
    await decide(true, key.revision + 1);
    expect(await bringIn(receiver, file)).toMatchObject({ kind: "unchanged" });
  });

  test("are their organization's own: nobody else sees, changes or exports with them", async () => {
    const stranger = await makePublisher(here, await makeCity(here, { name: "Fairfield" }), "Lantern Works");
    expect((await keysOf(stranger)).signing).toEqual([]);
    const asked = await stranger.actor.ask(KEYS, { organizationId: author.organizationId });
    expect(asked.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    await expect(exportFile(stranger, "bridge")).rejects.toThrow("FORBIDDEN");
    expect(await sendFile({ ...stranger, organizationId: author.organizationId }, "{}")).toMatchObject({
      status: 403,
    });
    expect(await sendFile({ ...stranger, actor: here.nobody }, "{}")).toMatchObject({ status: 401 });
  });
});

describe("the door for template files", () => {
  test("brings in only the file that was looked at", async () => {
    const file = await exportFile(author, "bridge");
    const checkedSha256 = createHash("sha256").update("another file").digest("hex");
    expect(await sendFile(receiver, file, { checkedSha256 })).toMatchObject({
      findings: [{ code: "TEMPLATE_FILE_FILE_CHANGED" }],
    });
  });

  test("lets one of two win who bring the same in at once, and tells the other", async () => {
    await publish(author, smallContent({ template: "lantern" }));
    const file = await exportFile(author, "lantern");
    const answers = await Promise.all([
      bringIn(receiver, file),
      bringIn(receiver, file),
      bringIn(receiver, file),
    ]);
    const kinds = answers.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "imported")).toHaveLength(1);
    for (const { kind, findings } of answers)
      if (kind === "refused") expect(findings).toMatchObject([{ code: "TEMPLATE_FILE_RACED" }]);
    expect((await exportFile(receiver, "lantern")).equals(file)).toBe(true);
  });

  test("takes no more of a stream than the limit, whatever its sender says of its size", async () => {
    const address = await there.listen();
    const request = httpRequest(`${address}/api/template-files?organizationId=${receiver.organizationId}`, {
      method: "POST",
      headers: {
        "content-type": "application/octet-stream",
        "transfer-encoding": "chunked",
        "x-test-account": receiver.actor.accountId,
      },
    });
    const answered = once(request, "response") as Promise<[{ statusCode: number; resume(): void }]>;
    const piece = Buffer.alloc(1024 * 1024, "[");
    const before = process.memoryUsage().rss;
    for (let sent = 0; sent < 30; sent += 1) if (!request.write(piece)) await once(request, "drain");
    request.end();
    const [response] = await answered;
    response.resume();
    expect(response.statusCode).toBe(422);
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(150);
  });
});
