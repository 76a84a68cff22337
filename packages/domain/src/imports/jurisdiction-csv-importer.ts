import type { Finding } from "../shared/index.ts";
import { guessJurisdictionMapping } from "./guess-jurisdiction-mapping.ts";
import type { Importer, ReadingTable, RowReading } from "./importer.ts";
import { parseFigure } from "./parse-figure.ts";
import {
  jurisdictionMappingSchema,
  type DirectoryKind,
  type JurisdictionMapping,
} from "./parse-jurisdiction-mapping.ts";
import { findPrivateColumns } from "./private-columns.ts";
import { stateOfOri } from "./state-codes.ts";
import {
  cleanCell,
  findColumn,
  isBlankRow,
  isTextRow,
  type TableColumn,
  type TableRow,
  columnNotFound,
} from "./table.ts";

/** A jurisdiction as a row of a directory states it. What is left out is not known, and changes nothing. */
export interface DirectoryEntry {
  readonly row: number;
  /** Nine characters. */
  readonly ori: string;
  readonly stateCode: string;
  readonly name?: string | undefined;
  readonly kind?: DirectoryKind | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** Directories of jurisdictions, found by the identifier of their police department (ORI). */
export const jurisdictionCsvImporter: Importer<JurisdictionMapping, DirectoryEntry, undefined> = {
  key: "jurisdictions",
  mappingSchema: jurisdictionMappingSchema,
  privateColumns: findPrivateColumns,
  guess: guessJurisdictionMapping,
  check: checkMapping,
  reader: entryReader,
};

function entryReader(
  mapping: JurisdictionMapping,
  table: ReadingTable,
): (row: TableRow) => RowReading<DirectoryEntry> {
  const { columns } = table;
  const kinds = new Map(mapping.kinds.map(({ value, kind }) => [value.toLowerCase(), kind]));
  const ori = cellText(mapping.oriColumn, columns);
  const names = mapping.nameColumns.map((name) => cellText(name, columns));
  const kind = cellText(mapping.kindColumn, columns);
  const latitude = cellText(mapping.latitudeColumn, columns);
  const longitude = cellText(mapping.longitudeColumn, columns);

  return (row) => {
    if (isBlankRow(row)) return { entries: [], missing: 0, skipped: "blank", findings: [] };
    if (isTextRow(row, columns.length)) return { entries: [], missing: 0, skipped: "text", findings: [] };
    const written = ori(row).toUpperCase();
    const stateCode = stateOfOri(written);
    if (!/^[A-Z]{2}[A-Z0-9]{7}$/.test(written) || stateCode === undefined)
      return refuse(row, oriProblem(written));
    const found = kinds.get(kind(row).toLowerCase());
    const name = names.map((read) => read(row)).find((text) => text !== "");
    const point = readPoint(latitude(row), longitude(row));
    if (point && "message" in point) return refuse(row, point);
    const named = { name: name && nameFor(name, found, stateCode), kind: found };
    return {
      entries: [{ row: row.number, ori: written, stateCode, ...named, ...point }],
      missing: 0,
      findings: [],
    };
  };
}

/** A county is called a county, so that it can be told from its city; in Louisiana a parish. */
function nameFor(name: string, kind: DirectoryKind | undefined, stateCode: string): string {
  const called = name.slice(0, 200);
  if (kind !== "county" || /\b(county|parish|borough|city and|police|sheriff)/i.test(called)) return called;
  return `${called} ${stateCode === "LA" ? "Parish" : "County"}`;
}

function readPoint(
  latitude: string,
  longitude: string,
): { latitude: number; longitude: number } | Problem | undefined {
  const north = parseFigure(latitude);
  const east = parseFigure(longitude);
  if (north.kind === "missing" || east.kind === "missing") return undefined;
  if (
    north.kind === "value" &&
    east.kind === "value" &&
    Math.abs(north.value) <= 90 &&
    Math.abs(east.value) <= 180
  ) {
    return north.value === 0 && east.value === 0
      ? undefined
      : { latitude: north.value, longitude: east.value };
  }
  return {
    code: "POINT_OUT_OF_RANGE",
    message: `"${latitude}" and "${longitude}" are not a latitude and a longitude. Write them in degrees, such as 39.76 and -84.19.`,
    values: { latitude, longitude },
  };
}

function oriProblem(written: string): Problem {
  return {
    code: "ORI_UNREADABLE",
    message: `"${written.slice(0, 40)}" is not a police identifier (ORI) of nine letters and digits that begins with a state. Correct it or take the row out.`,
    values: { text: written.slice(0, 40) },
  };
}

/** A problem of a row, before it is given its place in the file. */
type Problem = Pick<Finding, "code" | "message" | "values">;

function refuse(row: TableRow, problem: Problem): RowReading<DirectoryEntry> {
  return {
    entries: [],
    missing: 0,
    findings: [{ ...problem, severity: "error", path: `row ${String(row.number)}` }],
  };
}

function checkMapping(mapping: JurisdictionMapping, table: ReadingTable): readonly Finding[] {
  const used = [
    mapping.oriColumn,
    ...mapping.nameColumns,
    mapping.kindColumn,
    mapping.latitudeColumn,
    mapping.longitudeColumn,
  ];
  const findings: Finding[] = used
    .filter((name) => name !== undefined)
    .filter((name) => findColumn(table.columns, name) === undefined)
    .map(columnNotFound);
  if (mapping.oriColumn === undefined)
    findings.push(
      problem(
        "ORI_NOT_MAPPED",
        "ori",
        "Say which column holds the police identifier (ORI) of nine characters.",
      ),
    );
  if (used.filter((name) => name !== undefined).length < 2)
    findings.push(
      problem(
        "NOTHING_MAPPED",
        "columns",
        "Say which column holds the name, the kind, or the place on the map.",
      ),
    );
  return findings;
}

function problem(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

function cellText(name: string | undefined, columns: readonly TableColumn[]): (row: TableRow) => string {
  const column = name === undefined ? undefined : findColumn(columns, name);
  return (row) => cleanCell(column ? (row.cells[column.index] ?? "") : "").replace(/\s+/g, " ");
}
