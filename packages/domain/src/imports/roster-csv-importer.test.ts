import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { guessRosterMapping } from "./guess-roster-mapping.ts";
import { agencyNumber, rosterCsvImporter } from "./roster-csv-importer.ts";
import { findRosterPrivateColumns } from "./roster-private-columns.ts";
import { nameColumns, type TableSample } from "./table.ts";

function sampleOf(header: readonly string[], ...rows: readonly (readonly string[])[]): TableSample {
  const { columns } = nameColumns({ number: 1, cells: header });
  return {
    titles: [],
    headerRow: 1,
    columns,
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  };
}

function readAll(sample: TableSample, changes: object = {}) {
  const mapping = { ...guessRosterMapping(sample), ...changes };
  const read = rosterCsvImporter.reader(mapping, sample, undefined);
  return sample.rows.map(read);
}

const header = ["Employee ID", "Name", "Rank", "Site", "Position", "Slot", "Start date", "End date"];
const person = ["12739.0", "Ana Ruiz", "Officer", "Harbor Homes", "officer", "", "2027-03-01", ""];

describe("reading a roster", () => {
  test("takes a number that a spreadsheet made a decimal for the whole number that it was", () => {
    expect(agencyNumber("12739.0")).toBe("12739");
    expect(agencyNumber(" #0042 ")).toBe("0042");
  });

  test("gives the same mapping whatever the order of the columns", () => {
    const mapping = guessRosterMapping(sampleOf(header));
    fc.assert(
      fc.property(fc.shuffledSubarray(header, { minLength: header.length }), (shuffled) => {
        expect(guessRosterMapping(sampleOf(shuffled))).toEqual(mapping);
      }),
    );
  });

  test("proposes a mapping for Spanish headers", () => {
    expect(
      guessRosterMapping(sampleOf(["Número", "Nombres", "Apellidos", "Rango", "Sitio", "Fecha de inicio"])),
    ).toMatchObject({
      numberColumn: "Número",
      firstNameColumn: "Nombres",
      lastNameColumn: "Apellidos",
      rankColumn: "Rango",
      siteColumn: "Sitio",
      startColumn: "Fecha de inicio",
    });
  });

  test("reads a person, a slot and days from a row", () => {
    expect(readAll(sampleOf(header, person))).toMatchObject([
      {
        entries: [{ number: "12739", name: "Ana Ruiz", startsOn: "2027-03-01", endedOn: null }],
        findings: [],
      },
    ]);
  });

  test("refuses in words a row that ends before it starts, one without a first day, and one that can be read in two ways", () => {
    const withDays = (start: string, end: string) => [...person.slice(0, 6), start, end];
    const readings = readAll(
      sampleOf(
        header,
        withDays("2027-03-29", "2027-03-28"),
        withDays("", "2027-03-28"),
        withDays("03/04/2027", ""),
        withDays("02/29/2027", ""),
      ),
    );
    expect(readings.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ["ROSTER_ENDS_BEFORE_START"],
      ["ROSTER_START_MISSING"],
      ["ROSTER_DAY_AMBIGUOUS"],
      ["ROSTER_DAY_UNREADABLE"],
    ]);
    expect(readings.flatMap(({ entries }) => entries)).toEqual([]);
  });

  test("a last day without a reason is kept with the reason other; an unknown reason is refused", () => {
    const columns = [...header, "Reason"];
    const ended = [...person.slice(0, 7), "2028-03-01"];
    const [blank, spanish, unknown] = readAll(
      sampleOf(columns, [...ended, ""], [...ended, "Jubilación"], [...ended, "was rude"]),
    );
    expect(blank?.entries).toMatchObject([{ exitReason: "other" }]);
    expect(spanish?.entries).toMatchObject([{ exitReason: "retirement" }]);
    expect(unknown?.findings).toMatchObject([{ code: "ROSTER_REASON_UNKNOWN" }]);
  });

  test("counts rows of units that the mapping does not name as left out, and finds units written as decimals", () => {
    const rows = ["14.0", "15.0"].map((unit) => [...person.slice(0, 3), unit, ...person.slice(4)]);
    const places = [{ value: "14", site: "Harbor Homes", position: "officer" }];
    expect(readAll(sampleOf(header, ...rows), { places })).toMatchObject([
      { entries: [{ site: "Harbor Homes" }] },
      { entries: [], skipped: "leftOutByMapping" },
    ]);
  });
});

describe("columns that a roster never keeps", () => {
  test.each([
    "Photo",
    "home_address",
    "Domicilio",
    "birth year",
    "Fecha de nacimiento",
    "Age",
    "race",
    "Género",
    "Complaint count",
    "Use of force",
    "Disciplina",
    "Performance rating",
    "Calificación",
    "Salary",
    "Sueldo",
    "Notes",
    "Observaciones",
  ])("refuses %s, and the file with it", (name) => {
    expect(findRosterPrivateColumns(sampleOf(["Employee ID", name]))).toMatchObject([
      { code: "ROSTER_COLUMN_PROHIBITED", values: { column: name } },
    ]);
  });

  test("lets pass what a roster is made of, in both languages", () => {
    const spanish = [
      "Número",
      "Nombres",
      "Apellidos",
      "Rango",
      "Idiomas",
      "Sitio",
      "Puesto",
      "Plaza",
      "Motivo",
    ];
    expect(findRosterPrivateColumns(sampleOf([...header, ...spanish, "Languages", "Share"]))).toEqual([]);
  });
});
