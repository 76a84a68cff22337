import { afterAll, beforeAll, describe, expect, test } from "vitest";
import pg from "pg";
import { loadCatalogue, makeCity } from "../support/city.ts";
import {
  bringIn,
  type FileAnswer,
  type Forger,
  makeForger,
  makePublisher,
  publish,
  type Publisher,
  sendFile,
  smallContent,
  smallItem,
} from "../support/template-files.ts";
import { columnsByTable } from "../support/worlds.ts";
import { changedTables, recordedState } from "../support/recorded-state.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

/*
 * What must never come in with a template file: each is refused with one sentence that says what to do, and
 * nothing of it is kept. Files are signed by a key of nobody in particular wherever a signature must hold.
 */
let server: TestServer;
let owner: pg.Client;
let tables: string[];
let author: Publisher & { organizationId: string };
let other: Publisher & { organizationId: string };
let forger: Forger;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  const city = await makeCity(server, { name: "Millbrook" });
  author = await makePublisher(server, city, "Bridge Alliance");
  other = await makePublisher(server, city, "Lantern Works");
  await publish(other, smallContent({ template: "Taken" }));
  await publish(author, smallContent({ template: "own", name: { en: "Ours" } }));
  forger = makeForger();
  owner = new pg.Client(server.database.url);
  await owner.connect();
  tables = [...(await columnsByTable(owner)).keys()];
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** Sends a file to be looked at and straight to be brought in, and sees that nothing was kept. */
async function refusal(bytes: Buffer | string): Promise<NonNullable<FileAnswer["findings"]>> {
  const before = await recordedState(owner, tables);
  const answer = await sendFile(author, bytes);
  const tried = await sendFile(author, bytes, { checkedSha256: "0".repeat(64), trust: forger.fingerprint });
  expect([answer.status, tried.status]).toEqual([422, 422]);
  expect(changedTables(before, await recordedState(owner, tables))).toEqual([]);
  return answer.findings ?? [];
}

const whole = () => forger.write([smallContent()]);
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

describe("a template file is refused, and nothing of it kept, when it is", () => {
  const cases: [string, string, () => Buffer | string][] = [
    ["empty", "TEMPLATE_FILE_EMPTY", () => ""],
    [
      "not UTF-8",
      "TEMPLATE_FILE_NOT_UTF8",
      () => Buffer.from(whole().replace("Elsewhere", "caf\u00e9"), "latin1"),
    ],
    ["in UTF-16", "TEMPLATE_FILE_NOT_UTF8", () => Buffer.from(`\ufeff${whole()}`, "utf16le")],
    ["marked with a byte order mark", "TEMPLATE_FILE_BYTE_ORDER_MARK", () => `\ufeff${whole()}`],
    ["cut off", "TEMPLATE_FILE_NOT_JSON", () => whole().slice(0, -10)],
    ["a web page", "TEMPLATE_FILE_NOT_JSON", () => "<!doctype html><title>Sign in</title>"],
    ["followed by something", "TEMPLATE_FILE_TRAILING_DATA", () => `${whole()}{}`],
    ["eleven levels deep", "TEMPLATE_FILE_TOO_DEEP", () => nested(11)],
    ["ten levels deep", "TEMPLATE_FILE_FORMAT_UNKNOWN", () => nested(10)],
    ["a hundred thousand levels deep", "TEMPLATE_FILE_TOO_DEEP", () => nested(100_000)],
    [
      "an object of a million names",
      "TEMPLATE_FILE_TOO_MANY",
      () => `{${Array.from({ length: 1_000_000 }, (_, index) => `"n${String(index)}":1`).join(",")}}`,
    ],
    [
      "a million values in lists of lists",
      "TEMPLATE_FILE_TOO_MANY",
      () => {
        const thousand = `[${Array<string>(999).fill("1").join(",")}]`;
        return `[[${Array<string>(999).fill(thousand).join(",")}],[${thousand},${thousand},${thousand}]]`;
      },
    ],
    ["a text of a megabyte", "TEMPLATE_FILE_TEXT_TOO_LONG", () => `{"format":"${"a".repeat(1_000_000)}"}`],
    [
      "a name twice",
      "TEMPLATE_FILE_NAME_TWICE",
      () => whole().replace('"name":', '"name":{"en":"Other"},"name":'),
    ],
    [
      "carrying __proto__",
      "TEMPLATE_FILE_NAME_REFUSED",
      () => whole().replace('"name":', '"__proto__":{"isAdmin":true},"name":'),
    ],
    [
      "carrying constructor",
      "TEMPLATE_FILE_NAME_REFUSED",
      () => whole().replace('"name":', '"constructor":{"prototype":{}},"name":'),
    ],
    [
      "carrying names that differ only in case",
      "TEMPLATE_FILE_NAMES_ALIKE",
      () => whole().replace('"name":', '"Name":1,"name":'),
    ],
    [
      "carrying names that differ only in Unicode form",
      "TEMPLATE_FILE_NAMES_ALIKE",
      () => '{"caf\u00e9":1,"cafe\u0301":1}',
    ],
    [
      "carrying half a character",
      "TEMPLATE_FILE_NO_CANONICAL_FORM",
      () => whole().replace("Elsewhere", "\\ud800"),
    ],
    [
      "carrying the character zero",
      "TEMPLATE_FILE_TEXT_REFUSED",
      () => whole().replace("Elsewhere", "\\u0000"),
    ],
    [
      "carrying a number without end",
      "TEMPLATE_FILE_NO_CANONICAL_FORM",
      () => whole().replace("-365", "-1e999"),
    ],
    [
      "carrying a member that the format has not",
      "TEMPLATE_FILE_FORM_INVALID",
      () => whole().replace('"languages"', '"languages2":[],"languages"'),
    ],
    ["spaced anew", "TEMPLATE_FILE_NOT_CANONICAL", () => JSON.stringify(JSON.parse(whole()), undefined, 2)],
    [
      "ordered anew",
      "TEMPLATE_FILE_NOT_CANONICAL",
      () => JSON.stringify({ template: "elsewhere", ...(JSON.parse(whole()) as object) }),
    ],
    ["ended with a line end", "TEMPLATE_FILE_NOT_CANONICAL", () => `${whole()}\n`],
    [
      "of a newer format",
      "TEMPLATE_FILE_FORMAT_NEWER",
      () => whole().replace("template-file/1", "template-file/2"),
    ],
    ["of another kind", "TEMPLATE_FILE_FORMAT_UNKNOWN", () => JSON.stringify(smallContent())],
    [
      "changed by a word",
      "TEMPLATE_FILE_SIGNATURE_WRONG",
      () => whole().replace("A template from", "One template from"),
    ],
    [
      "signed by another key than it names",
      "TEMPLATE_FILE_KEYS_WRONG",
      () => whole().replaceAll(forger.fingerprint, "a".repeat(64)),
    ],
    ["without releases", "TEMPLATE_FILE_FORM_INVALID", () => forger.write([])],
    [
      "of two templates",
      "TEMPLATE_FILE_RELEASES_MIXED",
      () => forger.write([smallContent(), smallContent({ template: "second", release: "1.1.0" })]),
    ],
    [
      "of a release twice",
      "TEMPLATE_FILE_RELEASES_MIXED",
      () => forger.write([smallContent(), smallContent()]),
    ],
    [
      "out of order",
      "TEMPLATE_FILE_RELEASES_MIXED",
      () => forger.write([smallContent({ release: "1.10.0" }), smallContent({ release: "1.9.0" })]),
    ],
    [
      "of items that wait for themselves",
      "CHECKLIST_DEPENDENCY_CYCLE",
      () =>
        forger.write([
          smallContent({
            checklistItems: [
              smallItem("B01", { dependsOn: ["B03"] }),
              smallItem("B02", { dependsOn: ["B01"] }),
              smallItem("B03", { dependsOn: ["B02"] }),
            ],
          }),
        ]),
    ],
    [
      "of a part whose key stands twice",
      "TEMPLATE_KEY_DUPLICATE",
      () => forger.write([smallContent({ checklistItems: [smallItem("B01"), smallItem("B01")] })]),
    ],
    [
      "of parts whose keys differ only in case",
      "TEMPLATE_KEYS_ALIKE",
      () => forger.write([smallContent({ checklistItems: [smallItem("B01"), smallItem("b01")] })]),
    ],
    [
      "of a part that leads nowhere",
      "TEMPLATE_REFERENCE_UNKNOWN",
      () => forger.write([smallContent({ checklistItems: [smallItem("B01", { phase: "X" })] })]),
    ],
    [
      "of a key that is another organization's here",
      "TEMPLATE_OF_OTHERS",
      () => forger.write([smallContent({ template: "Taken" })], "Taken"),
    ],
    [
      "of a key that differs from one here only in case",
      "TEMPLATE_KEYS_ALIKE",
      () => forger.write([smallContent({ template: "taken" })], "taken"),
    ],
    [
      "of the platform's key",
      "TEMPLATE_OF_OTHERS",
      () => forger.write([smallContent({ template: "csp-park" })], "csp-park"),
    ],
    [
      "of a release that is held with another content",
      "RELEASE_DIFFERS",
      () => forger.write([smallContent({ template: "own", name: { en: "Theirs" } })], "own"),
    ],
  ];
  test.each(cases)("%s: %s", async (_what, code, make) => {
    const findings = await refusal(make());
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(findings.length).toBeLessThanOrEqual(50);
    for (const { message } of findings) expect(message).toMatch(/^["A-Z].*[.]$/);
  });

  test("of 50 MB, before anything of it is read as JSON, with no more than the limit in memory", async () => {
    const piece = Buffer.alloc(50 * 1024 * 1024, "[");
    const findings = await refusal(piece);
    expect(findings).toMatchObject([{ code: "TEMPLATE_FILE_TOO_LARGE" }]);
  });
});

describe("what is in a file that is let in", () => {
  test("is text and nothing else: HTML in a title stays what it is", async () => {
    const title = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    const file = forger.write([smallContent({ template: "markup", name: { en: title } })], "markup");
    expect(await bringIn(author, file)).toMatchObject({
      kind: "imported",
      plan: { template: { name: title } },
    });
    expect(await author.actor.get(`{ template(key: "markup") { name } }`)).toEqual({
      template: { name: title },
    });
  });

  test("changes nothing that all objects share", () => {
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
