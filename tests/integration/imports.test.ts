import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { apply, bringIn, check, dryRun, readImport, undo, uploadFile } from "../support/import-file.ts";
import { type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let other: TestCity;
let steward: TestActor;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Dayton" }));
  other = await makeCity(server, { name: "Akron" });
  steward = await server.actor([{ role: "platformSteward" }]);
  siteId = await city.openSite();
});
afterAll(() => server.close());

interface Figure {
  readonly indicatorCode: string;
  readonly placeName: string;
  readonly period: string;
  readonly value: number;
  readonly denominator: number | null;
  readonly revision: number;
  readonly source: string;
}

async function figures(of: TestCity = city): Promise<Figure[]> {
  const { observations } = await of.administrator.get<{ observations: { edges: { node: Figure }[] } }>(
    `query ($id: ID!) { observations(jurisdictionId: $id, first: 100) { edges { node { indicatorCode placeName period value denominator revision source } } } }`,
    { id: of.jurisdictionId },
  );
  return observations.edges.map(({ node }) => node);
}

const header = "Site,Year,Month,Violent crime,Homicide victims,PR-YTH\n";
const january = `${header}Harbor Homes,2026,1,12,1,40\nHarbor Homes,2026,2,9,0,\n`;
const own = () => ({ jurisdictionId: city.jurisdictionId });

describe("bringing figures in", () => {
  test("a dry run counts what would happen and writes nothing", async () => {
    const checked = await check(server, city.administrator, { bytes: january, ...own() });
    expect(checked).toMatchObject({
      state: "CHECKED",
      summary: { rows: 2, added: 5, changed: 0, leftAlone: 0, refused: 0, missing: 1 },
    });
    expect(await figures()).toEqual([]);
  });

  test("applying brings in what the dry run counted, in one change set that the history shows", async () => {
    const applied = await bringIn(server, city.administrator, {
      bytes: january,
      fileName: "january.csv",
      ...own(),
    });
    expect(applied).toMatchObject({ state: "APPLIED", summary: { added: 5, refused: 0 } });
    expect(await figures()).toHaveLength(5);
    expect(await figures()).toContainEqual(
      expect.objectContaining({
        indicatorCode: "CR-VIOL",
        placeName: "Harbor Homes",
        period: "2026-01",
        value: 12,
        source: "january.csv",
        revision: 1,
      }),
    );
    const { history } = await city.administrator.get<{ history: { edges: { node: object }[] } }>(
      `query ($id: ID!) { history(jurisdictionId: $id) { edges { node { useCase summary } } } }`,
      { id: city.jurisdictionId },
    );
    expect(history.edges[0]?.node).toMatchObject({
      useCase: "applyImport",
      summary: { fileName: "january.csv", added: 5 },
    });
  });

  test("the same file a second time changes nothing, and is told so", async () => {
    const before = await figures();
    const checked = await check(server, city.administrator, { bytes: january, ...own() });
    expect(checked.summary).toMatchObject({ added: 0, changed: 0, leftAlone: 5 });
    expect(await apply(city.administrator, checked)).toMatchObject([{ code: "NOTHING_TO_BRING_IN" }]);
    expect(await figures()).toEqual(before);
  });

  test("a correction is a new revision, a blank erases nothing, and undoing lets exactly the earlier figures hold again", async () => {
    const before = await figures();
    const corrected = await bringIn(server, city.administrator, {
      bytes: `${header}Harbor Homes,2026,1,14,,40\nHarbor Homes,2026,3,7,0,35\n`,
      ...own(),
    });
    expect(corrected.summary).toMatchObject({ added: 3, changed: 1, leftAlone: 1, missing: 1 });
    expect(corrected.findings.edges.map(({ node }) => node.message)).toContain(
      "CR-VIOL, Harbor Homes, 2026-01: 12 becomes 14.",
    );
    const { observationRevisions } = await city.administrator.get<{ observationRevisions: Figure[] }>(
      `query ($j: ID!, $p: ID!) { observationRevisions(jurisdictionId: $j, indicatorCode: "CR-VIOL", placeId: $p, period: "2026-01") { value revision supersededAt } }`,
      { j: city.jurisdictionId, p: siteId },
    );
    expect(observationRevisions).toMatchObject([
      { value: 14, revision: 2, supersededAt: null },
      { value: 12, revision: 1 },
    ]);

    expect(await undo(city.administrator, corrected.id)).toMatchObject({ state: "UNDONE" });
    expect(await figures()).toEqual(before);
    expect(await undo(city.administrator, corrected.id)).toMatchObject([{ code: "IMPORT_NOT_READY" }]);
  });

  test("undoing leaves what was corrected since, and lists it", async () => {
    const first = await bringIn(server, city.administrator, {
      bytes: `${header}Harbor Homes,2026,4,5,0,30\n`,
      ...own(),
    });
    await bringIn(server, city.administrator, { bytes: `${header}Harbor Homes,2026,4,6,,\n`, ...own() });
    const undone = await undo(city.administrator, first.id);
    expect(undone).toMatchObject({
      state: "UNDONE",
      findings: { totalCount: 1, edges: [{ node: { code: "FIGURE_TOUCHED_SINCE" } }] },
    });
    expect((await figures()).filter(({ period }) => period === "2026-04")).toMatchObject([
      { indicatorCode: "CR-VIOL", value: 6 },
    ]);
  });

  test("a row for a place that was withdrawn once comes in again as a later revision", async () => {
    const again = await bringIn(server, city.administrator, {
      bytes: `${header}Harbor Homes,2026,4,6,1,30\n`,
      ...own(),
    });
    expect(again.summary).toMatchObject({ added: 2, leftAlone: 1 });
  });

  test("rows that contradict each other are refused, all of them, whatever their order", async () => {
    const checked = await check(server, city.administrator, {
      bytes: `${header}Harbor Homes,2026,5,5,0,30\nHarbor Homes,2026,5,6,0,30\n`,
      ...own(),
    });
    expect(checked.summary).toMatchObject({ added: 2, repeated: 2, refused: 2 });
    expect(checked.findings.edges.map(({ node }) => node.code)).toContain("FIGURE_CONTRADICTED");
  });

  test("an unknown site, a future month and a footnote are said with their rows", async () => {
    const checked = await check(server, city.administrator, {
      bytes: `${header}Harbour Houses,2026,1,5,0,30\nHarbor Homes,2031,1,5,0,30\nProvisional figures.,,,,,\n`,
      ...own(),
    });
    expect(checked.summary).toMatchObject({ added: 0, refused: 2, textRows: 1 });
    expect(checked.findings.edges.map(({ node }) => [node.row, node.code])).toEqual(
      expect.arrayContaining([
        [2, "PLACE_UNKNOWN"],
        [3, "PERIOD_IN_FUTURE"],
        [4, "ROW_IS_TEXT"],
      ]),
    );
  });
});

describe("who may bring what in", () => {
  const byName = "City,Year,Violent crime\nDayton,2024,100\nAkron,2024,200\n";
  const mapping = { place: { by: "name", column: "City", state: "OH" } };

  test("a city's rows come in; those of another are refused with a sentence", async () => {
    const checked = await check(server, city.administrator, { bytes: byName, mapping, ...own() });
    expect(checked.summary).toMatchObject({ added: 1, refused: 1 });
    expect(checked.findings.edges.map(({ node }) => node.code)).toContain("PLACE_NOT_YOURS");
  });

  test("a steward brings in published figures of any jurisdiction, and not over what a city keeps itself", async () => {
    await bringIn(server, city.administrator, { bytes: byName, mapping, ...own() });
    const applied = await bringIn(server, steward, { bytes: byName, mapping });
    expect(applied.summary).toMatchObject({ added: 1, refused: 1 });
    expect(applied.findings.edges.map(({ node }) => node.code)).toContain("FIGURE_KEPT_BY_CITY");
    expect(await figures(other)).toMatchObject([{ indicatorCode: "CR-VIOL", value: 200 }]);
  });

  test("a city does not change a published reference figure", async () => {
    const checked = await check(server, other.administrator, {
      bytes: byName.replace("200", "201"),
      mapping,
      jurisdictionId: other.jurisdictionId,
    });
    expect(checked.findings.edges.map(({ node }) => node.code)).toContain("FIGURE_IS_REFERENCE");
  });

  test("a viewer, a stranger and nobody are refused at the door, and another city's import is not there", async () => {
    const viewer = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }]);
    expect(await uploadFile(server, viewer, { bytes: january, ...own() })).toMatchObject({ status: 403 });
    expect(await uploadFile(server, other.administrator, { bytes: january, ...own() })).toMatchObject({
      status: 403,
    });
    expect(await uploadFile(server, server.nobody, { bytes: january, ...own() })).toMatchObject({
      status: 401,
    });
    const { importId = "" } = await uploadFile(server, city.administrator, { bytes: january, ...own() });
    const hidden = await other.administrator.get(`query ($id: ID!) { import(id: $id) { id } }`, {
      id: importId,
    });
    expect(hidden).toEqual({ import: null });
    const { errors } = await other.administrator.ask(
      `mutation ($input: CheckImportInput!) { checkImport(input: $input) { __typename } }`,
      { input: { importId, mapping: {} } },
    );
    expect(errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  });
});

describe("files and mappings that do not do", () => {
  test("a file with people in it is refused and not kept", async () => {
    const answer = await uploadFile(server, city.administrator, {
      bytes: "Case Number,DOB,Count\n1,1/2/1990,3\n",
      ...own(),
    });
    expect(answer).toMatchObject({
      status: 422,
      findings: [{ code: "COLUMN_HOLDS_PRIVATE_DATA" }, { code: "COLUMN_HOLDS_PRIVATE_DATA" }],
    });
  });

  test("a ZIP named .csv is refused with what to do", async () => {
    const answer = await uploadFile(server, city.administrator, {
      bytes: "PK\u0003\u0004 and so on",
      ...own(),
    });
    expect(answer.status).toBe(422);
    expect(answer.findings?.[0]?.message).toContain("Save As");
  });

  test("a mapping says what is still missing", async () => {
    const { importId = "" } = await uploadFile(server, city.administrator, { bytes: "a,b\nx,1\n", ...own() });
    expect(
      await dryRun(city.administrator, importId, { values: { layout: "wide", columns: [] } }),
    ).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ code: "PLACE_NOT_MAPPED" }),
        expect.objectContaining({ code: "VALUES_NOT_MAPPED" }),
      ]),
    );
    expect(await dryRun(city.administrator, importId, { values: 3 })).toMatchObject([
      { code: "MAPPING_UNREADABLE" },
    ]);
  });

  test("a file that is cut off in a quoted cell is never brought in by half", async () => {
    const answer = await check(server, city.administrator, {
      bytes: `${header}Harbor Homes,2026,6,5,0,30\n"Harbor Homes,2026,7`,
      ...own(),
    }).catch((error: unknown) => error);
    expect(String(answer)).toContain("ends in the middle of a quoted cell");
  });

  test("a mapping is kept by name, replaced by the next of that name, and forgotten", async () => {
    const { importId = "" } = await uploadFile(server, city.administrator, { bytes: january, ...own() });
    const { proposedMapping } = await readImport(city.administrator, importId);
    const save = `mutation ($input: SaveImportMappingInput!) { saveImportMapping(input: $input) { ... on ImportMappingSaved { mapping { id revision } } ... on ImportWorkRefused { findings { code } } } }`;
    const input = { importId, name: "Analyst's monthly file", mapping: proposedMapping };
    await city.administrator.get(save, { input });
    const { saveImportMapping } = await city.administrator.get<{
      saveImportMapping: { mapping: { id: string; revision: number } };
    }>(save, { input });
    expect(saveImportMapping.mapping.revision).toBe(2);
    const list = `query ($id: ID!) { importMappings(importer: OBSERVATIONS, jurisdictionId: $id) { name mapping } }`;
    expect(await city.administrator.get(list, { id: city.jurisdictionId })).toEqual({
      importMappings: [{ name: input.name, mapping: { leaveOut: [], ...proposedMapping } }],
    });
    await city.administrator.get(
      `mutation ($input: RemoveImportMappingInput!) { removeImportMapping(input: $input) { ... on ImportMappingRemoved { id } } }`,
      { input: { jurisdictionId: city.jurisdictionId, id: saveImportMapping.mapping.id } },
    );
    expect(await city.administrator.get(list, { id: city.jurisdictionId })).toEqual({ importMappings: [] });
    expect(await city.administrator.get(save, { input: { ...input, name: " " } })).toEqual({
      saveImportMapping: { findings: [{ code: "MAPPING_NAME_MISSING" }] },
    });
  });

  test("a file that was given up can no longer be brought in", async () => {
    const checked = await check(server, city.administrator, {
      bytes: `${header}Harbor Homes,2026,8,5,0,30\n`,
      ...own(),
    });
    await city.administrator.get(`mutation ($id: ID!) { discardImport(importId: $id) { __typename } }`, {
      id: checked.id,
    });
    expect(await apply(city.administrator, checked)).toMatchObject([{ code: "IMPORT_NOT_READY" }]);
  });
});

describe("the directory of jurisdictions", () => {
  const directory =
    "ori,agency_type_name,pub_agency_name\nOH0570200,City,Kettering\nOH0570000,County,Montgomery\nX,City,Nowhere\n";

  test("a steward brings it in; a corrected file changes names; the same file changes nothing", async () => {
    const first = await bringIn(server, steward, { bytes: directory, importer: "jurisdictions" });
    expect(first.summary).toMatchObject({ added: 2, refused: 1 });
    const again = await check(server, steward, { bytes: directory, importer: "jurisdictions" });
    expect(again.summary).toMatchObject({ added: 0, changed: 0, leftAlone: 2 });
    const renamed = await bringIn(server, steward, {
      bytes: directory.replace("Kettering", "Kettering City"),
      importer: "jurisdictions",
    });
    expect(renamed.summary).toMatchObject({ added: 0, changed: 1 });
    expect(await undo(steward, first.id)).toMatchObject([{ code: "DIRECTORY_NOT_UNDONE" }]);
  });

  test("a city may not bring a directory in", async () => {
    expect(
      await uploadFile(server, city.administrator, { bytes: directory, importer: "jurisdictions", ...own() }),
    ).toMatchObject({ status: 403 });
  });
});
