import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootFolder } from "@frontstep/server";
import { loadCatalogue } from "../support/city.ts";
import { bringIn, check, dryRun, readImport, type ReadImport, uploadFile } from "../support/import-file.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

const folder = join(rootFolder(), "..", "shared", "data");
const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
const file = (name: string) => readFileSync(join(folder, name));

const counts = ({ summary }: ReadImport) => {
  const { added, changed, leftAlone, refused } = summary ?? {
    added: -1,
    changed: -1,
    leftAlone: -1,
    refused: -1,
  };
  return { added, changed, leftAlone, refused };
};
const found = ({ summary }: ReadImport) =>
  Object.fromEntries((summary?.findingCounts ?? []).map(({ code, count }) => [code, count]));

if (isThere) {
  describe("the real files, unedited, with the mappings that the product proposes", inReality);
} else {
  test("the real files are not on this machine (../shared/data is absent): nothing was read", () => {
    expect(isThere).toBe(false);
  });
}

function inReality(): void {
  let server: TestServer;
  let steward: TestActor;
  beforeAll(async () => {
    server = await startTestServer();
    await loadCatalogue(server);
    steward = await server.actor([{ role: "platformSteward" }]);
  });
  afterAll(() => server.close());

  test("the FBI's agencies become the directory, and their places on the map come from a second file", async () => {
    const bytes = file("fbi-agencies/agency_name_edits.csv");
    const named = await bringIn(server, steward, { bytes, importer: "jurisdictions" });
    expect(counts(named)).toEqual({ added: 23_154, changed: 0, leftAlone: 0, refused: 5 });
    expect(found(named)).toEqual({ ORI_UNREADABLE: 4, JURISDICTION_NOT_LISTED: 1 });
    const placed = await bringIn(server, steward, {
      bytes: file("fbi-agencies/icpsr_2012.csv"),
      importer: "jurisdictions",
    });
    expect(counts(placed)).toEqual({ added: 0, changed: 21_967, leftAlone: 0, refused: 13_465 });
  }, 120_000);

  test("city crime: found by identifiers of 7 characters; the nation is refused, partial years are said, and a second time changes nothing", async () => {
    const crime = {
      bytes: file("city-crime-1975-2005/ucr_crime_1975_2005.csv"),
      mapping: { source: "FBI, Uniform Crime Reports", reportingSystem: "SRS" },
    };
    const applied = await bringIn(server, steward, crime);
    expect(applied.proposedMapping).toMatchObject({
      place: { by: "ori", column: "ORI" },
      period: { by: "year", column: "year" },
      populationColumn: "total_pop",
      monthsColumn: "months_reported",
    });
    expect(found(applied)).toMatchObject({ PLACE_MISSING: 31, PERIOD_PARTLY_COVERED: 45 });
    expect(applied.summary).toMatchObject({ rows: 2139, added: 10_383, refused: 31 });
    expect(applied.findings.edges[0]?.node.message).toMatch(/^The figures for 1975 cover 11 of 12 months/);
    expect(counts(await check(server, steward, crime))).toEqual({
      added: 0,
      changed: 0,
      leftAlone: 10_383,
      refused: 31,
    });
  }, 60_000);

  test("city crime: rows left out by the mapping are not refused", async () => {
    const checked = await check(server, steward, {
      bytes: file("city-crime-1975-2005/ucr_crime_1975_2005.csv"),
      mapping: { leaveOut: [{ column: "department_name", value: "National" }] },
    });
    expect(checked.summary).toMatchObject({ leftOut: 31, refused: 0 });
  }, 60_000);

  test("Tempe by month: the year is not in the file, a zero month is a zero", async () => {
    const bytes = file("tempe-monthly/Tempe_count.csv");
    const { importId = "" } = await uploadFile(server, steward, { bytes });
    const { proposedMapping } = await readImport(steward, importId);
    expect(await dryRun(steward, importId, proposedMapping)).toMatchObject([
      { code: "YEAR_NOT_MAPPED" },
      { code: "COLUMNS_NOT_USED" },
    ]);
    const applied = await bringIn(server, steward, {
      bytes,
      mapping: { period: { by: "month", monthColumn: "MONTH", year: "2021" } },
    });
    expect(applied.summary).toMatchObject({ rows: 84, added: 84, refused: 0, missing: 0 });
  });

  test("the FBI's Table 8: found by name; year and state are read from its titles, blanks stay missing, footnotes are left out", async () => {
    const applied = await bringIn(server, steward, { bytes: file("fbi-table8-ny-2013/13tbl8ny.csv") });
    expect(applied.proposedMapping).toMatchObject({
      place: { by: "name", column: "City", state: "NY" },
      period: { by: "fixed", period: "2013" },
    });
    expect(applied.summary).toMatchObject({ rows: 351, added: 3301, refused: 2, missing: 509, textRows: 3 });
    expect(found(applied)).toEqual({ ROW_IS_TEXT: 3, PLACE_AMBIGUOUS: 2 });
  });
}
