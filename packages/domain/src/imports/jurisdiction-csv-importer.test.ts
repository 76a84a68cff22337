import { describe, expect, it } from "vitest";
import { jurisdictionCsvImporter } from "./jurisdiction-csv-importer.ts";
import { reconcileDirectoryEntry } from "./reconcile-directory.ts";
import { nameColumns, type TableSample } from "./table.ts";

function sample(header: string[], ...lines: string[][]): TableSample {
  const columns = nameColumns({ number: 1, cells: header }).columns;
  return {
    titles: [],
    headerRow: 1,
    columns,
    rows: lines.map((cells, index) => ({ number: index + 2, cells })),
  };
}

function read(table: TableSample) {
  const reader = jurisdictionCsvImporter.reader(
    jurisdictionCsvImporter.guess(table, undefined),
    table,
    undefined,
  );
  return table.rows.map((row) => reader(row));
}

const federal = ["ori", "agency_type_name", "edited_flag", "edited_name", "pub_agency_name", "icpsr_name"];

describe("reading a directory of jurisdictions", () => {
  it("reads name, kind and state, and calls a county a county", () => {
    const readings = read(
      sample(
        federal,
        ["AK0010100", "City", "", "Anchorage Police Department", "Anchorage", ""],
        ["WY0230000", "County", "", "Weston County Sheriff's Office", "Weston", ""],
        ["NB0280100", "City", "", "Omaha Police Department", "", ""],
        ["WYWHP0000", "State Police", "", "Wyoming Highway Patrol", "Wyoming Highway Patrol", ""],
        ["WYDI00100", "Unknown", "X", "Grand Teton National Park", "Grand Teton Np", ""],
      ),
    );
    expect(readings.flatMap(({ entries }) => entries)).toMatchObject([
      { ori: "AK0010100", stateCode: "AK", name: "Anchorage", kind: "city" },
      { ori: "WY0230000", stateCode: "WY", name: "Weston County", kind: "county" },
      { ori: "NB0280100", stateCode: "NE", name: "Omaha Police Department", kind: "city" },
      { ori: "WYWHP0000", kind: "state" },
      { ori: "WYDI00100", kind: "other" },
    ]);
  });

  it("reads places on the map from a file that has only those", () => {
    const [reading, broken] = read(
      sample(
        ["ori", "zip", "lat", "lng"],
        ["AL0040200", "36003", "32.536382", "-86.64449"],
        ["AL0040300", " ", "132", "0"],
      ),
    );
    expect(reading?.entries).toMatchObject([
      { ori: "AL0040200", latitude: 32.536382, longitude: -86.64449, name: undefined },
    ]);
    expect(broken?.findings[0]?.code).toBe("POINT_OUT_OF_RANGE");
  });

  it("refuses an identifier that is none", () => {
    expect(read(sample(federal, ["MA01466", "City", "", "", "Somewhere", ""]))[0]?.findings[0]?.code).toBe(
      "ORI_UNREADABLE",
    );
  });
});

describe("setting a directory entry beside what is listed", () => {
  const entry = { row: 2, ori: "OH0570200", stateCode: "OH", name: "Dayton", kind: "city" as const };
  const listed = { id: "d", ori: "OH0570200", name: "Dayton", kind: "city", isParticipating: false };

  it("adds, changes, leaves alone, and refuses to add what has no name", () => {
    expect(reconcileDirectoryEntry(entry, undefined).kind).toBe("added");
    expect(reconcileDirectoryEntry(entry, { ...listed, name: "Dayton Town" }).kind).toBe("changed");
    expect(reconcileDirectoryEntry(entry, listed).kind).toBe("leftAlone");
    expect(reconcileDirectoryEntry({ ...entry, name: undefined }, undefined)).toMatchObject({
      kind: "refused",
      code: "JURISDICTION_NOT_LISTED",
    });
  });

  it("keeps the name that a participating city goes by", () => {
    expect(
      reconcileDirectoryEntry(entry, { ...listed, name: "City of Dayton", isParticipating: true }).kind,
    ).toBe("leftAlone");
  });
});
