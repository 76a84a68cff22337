import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { apply, check, type ReadImport, uploadFile } from "../support/import-file.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  city = await makeCity(server, { name: "Dayton" });
  await city.openSite();
});
afterAll(() => server.close());

const header = "Site,Year,Month,Population,Violent crime,Homicide victims";
const january = "Harbor Homes,2026,1,4000,12,1";
const file = (...lines: readonly string[]) => [header, ...lines].join("\n");
const own = () => ({ jurisdictionId: city.jurisdictionId });
const dryRun = (bytes: string | Buffer) => check(server, city.administrator, { bytes, ...own() });
const codesOf = ({ findings }: ReadImport) => findings.edges.map(({ node }) => node.code);
const countsOf = ({ summary }: ReadImport) => [summary?.added, summary?.refused];

describe("files that are odd and can be read", () => {
  test.each<[string, string | Buffer]>([
    ["a byte order mark", `\ufeff${file(january)}`],
    ["lines that end in CR alone", file(january).replaceAll("\n", "\r")],
    [
      "lines that end in CR and LF, and a line break in quotation marks",
      `${header.replace("Violent crime", '"Violent\ncrime"')}\r\n${january}\r\n`,
    ],
    ["UTF-16", Buffer.from(`\ufeff${file(january)}`, "utf16le")],
    ["no line end at the end", file(january)],
  ])("%s", async (_name, bytes) => {
    expect(countsOf(await dryRun(bytes))).toEqual([2, 0]);
  });

  test("another encoding than UTF-8, which is said", async () => {
    const bytes = Buffer.from(file(january).replace("Population", "Poblaci\u00f3n"), "latin1");
    const { id } = await dryRun(bytes);
    const { import: found } = await city.administrator.get<{
      import: { encoding: string; fileFindings: { code: string }[] };
    }>(`query ($id: ID!) { import(id: $id) { encoding fileFindings { code } } }`, { id });
    expect(found).toEqual({ encoding: "windows-1252", fileFindings: [{ code: "ENCODING_GUESSED" }] });
  });

  test("two columns of one name, which are told apart and said", async () => {
    const { importId = "" } = await uploadFile(server, city.administrator, {
      bytes: "Site,Year,Violent crime,Violent crime\nHarbor Homes,2025,1,2\n",
      ...own(),
    });
    const { import: found } = await city.administrator.get<{
      import: { columns: { name: string }[]; fileFindings: { code: string }[] };
    }>(`query ($id: ID!) { import(id: $id) { columns { name } fileFindings { code } } }`, { id: importId });
    expect(found.columns.map(({ name }) => name)).toEqual([
      "Site",
      "Year",
      "Violent crime",
      "Violent crime (2)",
    ]);
    expect(found.fileFindings).toEqual([{ code: "COLUMN_NAME_REPEATED" }]);
  });
});

describe("rows that cannot come in are refused one by one, and the others come in", () => {
  test.each([
    ["a last line that was cut off", file(january, "Harbor Homes,2026,2,40"), "ROW_CUT_SHORT", [2, 1]],
    ["a row again in the same words", file(january, january), "FIGURE_REPEATED", [2, 0]],
    [
      "a row again in other words",
      file(january, january.replace(",12,", ",13,")),
      "FIGURE_CONTRADICTED",
      [1, 2],
    ],
    ["a negative count", file(january, "Harbor Homes,2026,2,4000,-3,0"), "VALUE_NEGATIVE", [3, 1]],
    [
      "a count above the population",
      file(january, "Harbor Homes,2026,2,4000,4001,0"),
      "COUNT_ABOVE_POPULATION",
      [3, 1],
    ],
    ["1e308", file(january, "Harbor Homes,2026,2,4000,1e308,0"), "VALUE_UNREADABLE", [3, 1]],
    ["a month to come", file(january, "Harbor Homes,2096,2,4000,1,0"), "PERIOD_IN_FUTURE", [2, 1]],
    ["a month that is none", file(january, "Harbor Homes,2026,13,4000,1,0"), "PERIOD_UNREADABLE", [2, 1]],
  ])("%s", async (_name, bytes, code, counts) => {
    const checked = await dryRun(bytes);
    expect(codesOf(checked)).toContain(code);
    expect(countsOf(checked)).toEqual(counts);
  });

  test("each with the values of its sentence, for another language", async () => {
    const { id } = await dryRun(file(january, "Harbor Homes,2026,2,4000,4001,0"));
    const { import: found } = await city.administrator.get<{
      import: { findings: { edges: { node: object }[] } };
    }>(`query ($id: ID!) { import(id: $id) { findings(first: 5) { edges { node { row code values } } } } }`, {
      id,
    });
    expect(found.findings.edges.map(({ node }) => node)).toContainEqual({
      row: 3,
      code: "COUNT_ABOVE_POPULATION",
      values: { value: 4001, population: 4000 },
    });
  });
});

describe("files that are refused at the door, and of which nothing is kept", () => {
  test.each([
    ["an empty file", "", "FILE_EMPTY"],
    ["blanks", " \r\n\r\n", "FILE_EMPTY"],
    ["a ZIP named .csv", "PK\u0003\u0004\u0014\u0000", "FILE_NOT_A_TABLE"],
    ["a header alone", header, "NO_ROWS"],
    ["a file cut off in quotation marks", file(january, '"Harbor Homes,2026'), "FILE_CUT_SHORT"],
  ])("%s", async (_name, bytes, code) => {
    const answer = await uploadFile(server, city.administrator, { bytes, fileName: "figures.csv", ...own() });
    expect([answer.status, answer.findings?.map((finding) => finding.code)]).toEqual([422, [code]]);
    expect(answer.importId).toBeUndefined();
  });

  test("200 MB of one line, with little memory and with an answer", async () => {
    const piece = Buffer.alloc(64 * 1024, "a");
    let sent = 0;
    function* endless(): Generator<Buffer> {
      for (; sent < 200 * 1024 * 1024; sent += piece.length) yield piece;
    }
    const before = process.memoryUsage().rss;
    const response = await server.inject({
      method: "POST",
      url: "/imports",
      query: { ...own(), fileName: "line.csv" },
      headers: { "content-type": "application/octet-stream", "x-test-account": city.administrator.accountId },
      payload: Readable.from(endless()),
    });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ kind: "refused", findings: [{ code: "LINE_TOO_LONG" }] });
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
  });
});

test("a file none of whose rows can come in is not brought in at all", async () => {
  const checked = await dryRun(file("Harbor Homes,2096,1,4000,1,0"));
  expect(await apply(city.administrator, checked)).toMatchObject([{ code: "NOTHING_TO_BRING_IN" }]);
});
