import {
  directoryKinds,
  type DirectoryKind,
  type JurisdictionMapping,
} from "./parse-jurisdiction-mapping.ts";
import { cleanCell, normalizeHeader, type TableColumn, type TableSample } from "./table.ts";

const known = {
  ori: /^(ori|ori9|agency ori)$/,
  shortName: /^(pub agency name|city|city name|jurisdiction|jurisdiction name|place name|name)$/,
  longName: /^(edited name|agency name|icpsr name|department|department name)$/,
  kind: /^(agency type name|agency type|type|kind)$/,
  latitude: /^(lat|latitude)$/,
  longitude: /^(lng|lon|long|longitude)$/,
};

/** How the FBI's directory calls kinds of police departments, and which kind of jurisdiction each is taken for. */
const federalNames: Readonly<Record<string, DirectoryKind>> = {
  city: "city",
  county: "county",
  "state police": "state",
  "other state agency": "state",
};

/** The mapping to propose for a directory of jurisdictions. A short name ("Dayton") is preferred to that of the department. */
export function guessJurisdictionMapping(sample: TableSample): JurisdictionMapping {
  const called = (pattern: RegExp) =>
    sample.columns.filter((column) => pattern.test(plainWords(column.name)));
  const kind = called(known.kind)[0];
  return {
    oriColumn: called(known.ori)[0]?.name,
    nameColumns: [...called(known.shortName), ...called(known.longName)].map(({ name }) => name).slice(0, 5),
    kindColumn: kind?.name,
    kinds: kind ? guessKinds(sample, kind) : [],
    latitudeColumn: called(known.latitude)[0]?.name,
    longitudeColumn: called(known.longitude)[0]?.name,
  };
}

function guessKinds(sample: TableSample, column: TableColumn): JurisdictionMapping["kinds"] {
  const inSample = sample.rows
    .map((row) => cleanCell(row.cells[column.index] ?? ""))
    .filter((text) => text !== "");
  const values = new Map(
    [...Object.keys(federalNames), ...inSample].map((text) => [text.toLowerCase(), text]),
  );
  return [...values.values()].slice(0, 100).map((value) => ({ value, kind: kindCalled(value) }));
}

function kindCalled(value: string): DirectoryKind {
  const name = value.toLowerCase();
  return federalNames[name] ?? directoryKinds.find((kind) => kind === name) ?? "other";
}

function plainWords(name: string): string {
  return normalizeHeader(name).replaceAll("_", " ").toLowerCase();
}
