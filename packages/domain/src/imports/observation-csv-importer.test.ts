import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDateOf } from "../shared/index.ts";
import type { ObservationFacts } from "./importable-indicator.ts";
import { observationCsvImporter } from "./observation-csv-importer.ts";
import { observationMappingSchema } from "./parse-observation-mapping.ts";
import { nameColumns, type TableRow, type TableSample } from "./table.ts";

const facts: ObservationFacts = {
  today: plainDateOf("2026-11-22"),
  indicators: [
    { code: "CR-VIOL", names: ["Violent crime"], measure: { kind: "count" } },
    { code: "CR-HOM", names: ["Homicide victims"], measure: { kind: "count" } },
    { code: "TR-TRU", names: ["Trust in CSP officers"], measure: { kind: "share" } },
    { code: "TR-PJ", names: ["Procedural justice"], measure: { kind: "mean", from: 1, to: 5 } },
  ],
};

function table(header: string[], ...lines: string[][]): TableSample {
  const rows = lines.map((cells, index): TableRow => ({ number: index + 2, cells }));
  return { titles: [], headerRow: 1, columns: nameColumns({ number: 1, cells: header }).columns, rows };
}

function read(sample: TableSample, changes: object = {}) {
  const mapping = observationMappingSchema.parse({
    ...observationCsvImporter.guess(sample, facts),
    ...changes,
  });
  const reader = observationCsvImporter.reader(mapping, sample, facts);
  return sample.rows.map((row) => reader(row));
}

const wide = (...lines: string[][]) =>
  table(["ORI", "year", "total_pop", "homs_sum", "violent_crime", "months_reported"], ...lines);
const codes = (readings: ReturnType<typeof read>) =>
  readings.map(({ findings }) => findings.map(({ code }) => code).join());

describe("reading tables of figures", () => {
  it("reads a wide table: a column for each indicator, with population and months covered", () => {
    const [reading] = read(wide(["NM00101", "1975", "286,238", "30", "2383", "12"]));
    expect(reading?.findings).toEqual([]);
    expect(reading?.entries).toMatchObject([
      {
        row: 2,
        indicator: "CR-HOM",
        period: "1975",
        place: { by: "ori", ori: "NM00101" },
        figure: { value: 30, denominator: 286238, monthsCovered: 12 },
      },
      { row: 2, indicator: "CR-VIOL", figure: { value: 2383, denominator: 286238 } },
    ]);
  });

  it("reads a long table: values of the mapped offenses, the others left out", () => {
    const sample = table(
      ["HIER_OFF", "MONTH", "COUNT", "ORI"],
      ["MURDER", "1", "0", "AZ0072900"],
      ["LARCENY", "1", "613", "AZ0072900"],
    );
    const readings = read(sample, { period: { by: "month", monthColumn: "MONTH", year: "2021" } });
    expect(readings.map(({ entries }) => entries.length)).toEqual([1, 0]);
    expect(readings[0]?.entries).toMatchObject([
      { indicator: "CR-HOM", period: "2021-01", figure: { value: 0 } },
    ]);
  });

  it("takes a blank as missing and a zero as zero", () => {
    const [reading] = read(wide(["NM00101", "1975", "NA", "0", "", "NA"]));
    expect(reading?.missing).toBe(1);
    expect(reading?.entries).toMatchObject([{ indicator: "CR-HOM", figure: { value: 0 } }]);
    expect(reading?.entries[0]?.figure).toMatchObject({ denominator: undefined, monthsCovered: undefined });
  });

  it("keeps a year that is only partly covered, and says so; zero months beside counts as well", () => {
    const readings = read(
      wide(
        ["IL00101", "1984", "3012524", "741", "60579", "0"],
        ["IL00101", "1985", "3012524", "741", "60579", "10"],
      ),
    );
    expect(codes(readings)).toEqual(["PERIOD_PARTLY_COVERED", "PERIOD_PARTLY_COVERED"]);
    expect(readings.map(({ entries }) => entries[0]?.figure.monthsCovered)).toEqual([0, 10]);
  });

  it("refuses rows without a place, in the future, cut short, too long, and cells that cannot be", () => {
    const readings = read(
      wide(
        ["NA", "1975", "NA", "20510", "1039710", "NA"],
        ["NM00101", "2031", "5", "1", "1", ""],
        ["NM00101", "19"],
        ["NM00101", "1975", "5", "1", "1", "", "7"],
        ["NM00101", "1975", "100", "-1", "101", ""],
        ["NM00101", "1975", "100", "1.5", "1e308", ""],
        ["NM00101", "1975", "100", "1", "45%", "13"],
        ["N1", "1975", "100", "1", "1", ""],
        ["NM00101", "75", "100", "1", "1", ""],
      ),
    );
    expect(codes(readings)).toEqual([
      "PLACE_MISSING",
      "PERIOD_IN_FUTURE",
      "ROW_CUT_SHORT",
      "ROW_TOO_LONG",
      "VALUE_NEGATIVE,COUNT_ABOVE_POPULATION",
      "COUNT_NOT_WHOLE,VALUE_UNREADABLE",
      "MONTHS_OUT_OF_RANGE",
      "ORI_UNREADABLE",
      "PERIOD_UNREADABLE",
    ]);
    expect(readings.flatMap(({ entries }) => entries)).toEqual([]);
    for (const { findings } of readings)
      for (const { message, path } of findings) expect(`${path}: ${message}`).toMatch(/^row \d+.*[.:]/);
  });

  it("leaves out footnotes, blank rows and the rows that the mapping names", () => {
    const sample = wide(
      ["1 The figures shown", "", "", "", "", ""],
      ["", " ", "", "", "", ""],
      ["NM00101", "1975", "", "1", "1", ""],
    );
    const readings = read(sample, { leaveOut: [{ column: "year", value: "1975" }] });
    expect(readings.map(({ skipped }) => skipped)).toEqual(["text", "blank", "leftOutByMapping"]);
  });

  it("takes the state and the year from the titles above a table that has neither", () => {
    const sample = {
      ...table(
        ["City", "Population", "Violent crime", "Rape (legacy definition)2"],
        ["Albany", "97,956", "791", "30"],
      ),
      titles: ["Table 8", "NEW YORK", "by City, 2013"],
    };
    expect(read(sample)[0]?.entries).toMatchObject([
      { period: "2013", place: { by: "name", name: "Albany", state: "NY" }, figure: { value: 791 } },
    ]);
  });

  it("says which parts of a mapping are missing, and lists the columns that are not used", () => {
    const sample = table(["a", "b"], ["1", "2"]);
    const found = observationCsvImporter
      .check(observationCsvImporter.guess(sample, facts), sample, facts)
      .map(({ code }) => code);
    expect(found).toEqual(["PLACE_NOT_MAPPED", "PERIOD_NOT_MAPPED", "VALUES_NOT_MAPPED", "COLUMNS_NOT_USED"]);
  });

  it("never throws, whatever the cells say", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("", "NA", "1975", "NM00101", "12", "-1", "1e308", "__proto__", "=1+1"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 }), (lines) => {
        read(wide(...lines));
      }),
    );
  });

  it("guesses something usable or nothing from any header, without throwing", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("ORI", "year", "MONTH", "Count", "City", "Violent crime", "date", "NY", "__proto__"),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 }),
        (header, lines) => {
          const sample = table(header, ...lines);
          expect(
            observationMappingSchema.safeParse(observationCsvImporter.guess(sample, facts)).success,
          ).toBe(true);
        },
      ),
    );
  });
});
