import { exitReasons, type ExitReason } from "../roster/index.ts";
import type { Finding, FindingValues, PlainDate } from "../shared/index.ts";
import { guessRosterMapping, type RosterColumn } from "./guess-roster-mapping.ts";
import type { Importer, ReadingTable, RowReading } from "./importer.ts";
import { rosterMappingSchema, type RosterMapping } from "./parse-roster-mapping.ts";
import { type DayReading, readRosterDay } from "./read-roster-day.ts";
import { findRosterPrivateColumns, plainHeader, prohibitedContent } from "./roster-private-columns.ts";
import { cleanCell, columnNotFound, findColumn, isBlankRow, type TableRow } from "./table.ts";

/** One row of a roster: who, in which slot, from when to when. */
export interface RosterEntry {
  readonly row: number;
  /** The number that the agency gave the person; "12739.0" is 12739. */
  readonly number: string;
  readonly name: string;
  readonly rank: string;
  readonly languages: readonly string[];
  /** A site's name, as the file or the mapping has it. */
  readonly site: string;
  /** A position's key or title; blank where the site has only one on the roster. */
  readonly position: string;
  readonly slot?: number | undefined;
  readonly startsOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly exitReason: ExitReason | null;
  readonly share?: number | undefined;
}

/** Rosters: each row puts one person into one slot from day to day. */
export const rosterCsvImporter: Importer<RosterMapping, RosterEntry, undefined> = {
  key: "roster",
  mappingSchema: rosterMappingSchema,
  privateColumns: findRosterPrivateColumns,
  guess: guessRosterMapping,
  check: checkMapping,
  reader: entryReader,
};

type Cells = Readonly<Record<RosterColumn, (row: TableRow) => string>>;
type Problem = Pick<Finding, "code" | "message" | "values">;

const columnKeys = [
  "numberColumn",
  "nameColumn",
  "firstNameColumn",
  "lastNameColumn",
  "rankColumn",
  "languagesColumn",
  "siteColumn",
  "positionColumn",
  "slotColumn",
  "startColumn",
  "endColumn",
  "exitReasonColumn",
  "shareColumn",
] as const satisfies readonly RosterColumn[];

function entryReader(
  mapping: RosterMapping,
  table: ReadingTable,
): (row: TableRow) => RowReading<RosterEntry> {
  const cells = cellReaders(mapping, table);
  const placeOf = placeFinder(mapping);
  return (row) => {
    if (isBlankRow(row)) return leaveOut("blank");
    const days = readDays(row, mapping, cells);
    if ("code" in days) return refuse(row, days);
    const number = agencyNumber(cells.numberColumn(row));
    if (number === "") return refuse(row, problems.numberMissing());
    const place = placeOf(cells.siteColumn(row));
    if (place === undefined) return leaveOut("leftOutByMapping");
    const slot = readSlot(row, cells);
    if ("code" in slot) return refuse(row, slot);
    const entry: RosterEntry = {
      row: row.number,
      number,
      ...readPerson(row, cells),
      site: place.site,
      position: cells.positionColumn(row) || (place.position ?? ""),
      ...slot,
      ...days,
    };
    return { entries: [entry], missing: 0, findings: [] };
  };
}

/** What a cell stands for: itself where the mapping names no places; nothing where it names others. */
function placeFinder({
  places,
}: RosterMapping): (cell: string) => RosterMapping["places"][number] | undefined {
  const plain = (text: string) => text.replace(/^(\d+)\.0+$/, "$1").toLowerCase();
  const named = new Map(places.filter(({ site }) => site !== "").map((place) => [plain(place.value), place]));
  return (cell) => (places.length === 0 ? { value: cell, site: cell } : named.get(plain(cell)));
}

function leaveOut(skipped: "blank" | "leftOutByMapping"): RowReading<RosterEntry> {
  return { entries: [], missing: 0, skipped, findings: [] };
}

/** The number of a person without what spreadsheets put round it: "12739.0", "#12739" and " 12739 " are 12739. */
export function agencyNumber(cell: string): string {
  return cell
    .trim()
    .replace(/^#\s*/, "")
    .replace(/^(\d+)\.0+$/, "$1")
    .slice(0, 60);
}

function readPerson(row: TableRow, cells: Cells): Pick<RosterEntry, "name" | "rank" | "languages"> {
  const parts = [cells.firstNameColumn(row), cells.lastNameColumn(row)].filter((part) => part !== "");
  const languages = cells
    .languagesColumn(row)
    .split(/[,;/ ]+/)
    .map((code) => code.toLowerCase())
    .filter((code) => code !== "");
  return {
    name: cells.nameColumn(row) || parts.join(" "),
    rank: cells.rankColumn(row),
    languages: [...new Set(languages)].sort(),
  };
}

type Days = Pick<RosterEntry, "startsOn" | "endedOn" | "exitReason">;

function readDays(row: TableRow, mapping: RosterMapping, cells: Cells): Days | Problem {
  const start = readRosterDay(cells.startColumn(row), mapping);
  const end = readRosterDay(cells.endColumn(row), mapping);
  if (start.kind === "blank") return problems.startMissing();
  if (start.kind !== "day") return unreadableDay(start, cells.startColumn(row));
  if (end.kind === "blank") return { startsOn: start.day, endedOn: null, exitReason: null };
  if (end.kind !== "day") return unreadableDay(end, cells.endColumn(row));
  if (end.day < start.day) return problems.endsBeforeStart({ start: start.day, end: end.day });
  const reason = readReason(cells.exitReasonColumn(row));
  if (reason === undefined) return problems.reasonUnknown({ text: cells.exitReasonColumn(row).slice(0, 60) });
  return { startsOn: start.day, endedOn: end.day, exitReason: reason };
}

function unreadableDay(reading: DayReading, cell: string): Problem {
  const text = cell.slice(0, 40);
  return reading.kind === "ambiguous" ? problems.dayAmbiguous({ text }) : problems.dayUnreadable({ text });
}

const reasonWords: Readonly<Record<ExitReason, RegExp>> = {
  promotion: /^(promotion|promoted|ascenso)$/,
  transferAsked: /^(transfer asked|transfer|transfer asked for|traslado solicitado|traslado)$/,
  transferImposed: /^(transfer imposed|traslado impuesto)$/,
  retirement: /^(retirement|retired|jubilacion)$/,
  longLeave: /^(long leave|licencia larga)$/,
  removed: /^(removed|retirado del puesto)$/,
  other: /^(other|otro|)$/,
};

/** A blank reason is "other": whoever left, left for a reason that the file does not say. */
function readReason(cell: string): ExitReason | undefined {
  const words = plainHeader(cell);
  return exitReasons.find((reason) => reasonWords[reason].test(words));
}

function readSlot(row: TableRow, cells: Cells): Pick<RosterEntry, "slot" | "share"> | Problem {
  const [slot, share] = [cells.slotColumn(row), cells.shareColumn(row)];
  if (slot !== "" && !/^\d{1,4}(\.0+)?$/.test(slot))
    return problems.slotUnreadable({ text: slot.slice(0, 40) });
  const part = readShare(share);
  if (part !== undefined && !(part > 0 && part <= 1))
    return problems.shareUnreadable({ text: share.slice(0, 40) });
  return { slot: slot === "" ? undefined : Number(slot), share: part };
}

function readShare(cell: string): number | undefined {
  if (cell === "") return undefined;
  return cell.endsWith("%") ? Number(cell.slice(0, -1)) / 100 : Number(cell);
}

function problem(code: string, message: string): (values?: FindingValues) => Problem {
  return (values = {}) => ({ code, message, values });
}

const problems = {
  startMissing: problem("ROSTER_START_MISSING", "The row has no first day. Write it, or take the row out."),
  endsBeforeStart: problem(
    "ROSTER_ENDS_BEFORE_START",
    "The last day is before the first day. Correct one of them.",
  ),
  dayAmbiguous: problem(
    "ROSTER_DAY_AMBIGUOUS",
    "A day can be read in two ways. Say in the mapping whether the month or the day comes first.",
  ),
  dayUnreadable: problem("ROSTER_DAY_UNREADABLE", "A day cannot be read. Write it like 2027-03-01."),
  numberMissing: problem(
    "ROSTER_NUMBER_MISSING",
    "The row has no number of a person. Write the number that the agency gave, or take the row out.",
  ),
  reasonUnknown: problem(
    "ROSTER_REASON_UNKNOWN",
    "The reason for leaving is none of the codes. Use a code, or leave the cell blank.",
  ),
  slotUnreadable: problem(
    "ROSTER_SLOT_UNREADABLE",
    "The slot is not a whole number. Write 1, 2, 3 and so on.",
  ),
  shareUnreadable: problem(
    "ROSTER_SHARE_UNREADABLE",
    "The share is not above 0 and up to 1. Write 0.5 or 50% for half of full time.",
  ),
} as const;

function refuse(row: TableRow, found: Problem): RowReading<RosterEntry> {
  return {
    entries: [],
    missing: 0,
    findings: [{ ...found, severity: "error", path: `row ${String(row.number)}` }],
  };
}

function checkMapping(mapping: RosterMapping, { columns }: ReadingTable): readonly Finding[] {
  const used = columnKeys.map((key) => mapping[key]).filter((name) => name !== undefined);
  const needed = ["numberColumn", "siteColumn", "startColumn"] as const;
  return [
    ...used.filter((name) => findColumn(columns, name) === undefined).map(columnNotFound),
    ...used.filter((name) => prohibitedContent(name) !== undefined).map(prohibitedHere),
    ...needed.filter((key) => mapping[key] === undefined).map(notMapped),
  ];
}

function prohibitedHere(name: string): Finding {
  return {
    code: "ROSTER_COLUMN_PROHIBITED",
    severity: "error",
    path: `column ${name}`,
    message: `The column "${name}" says what a roster never keeps of a person. Take it out of the file.`,
    values: { column: name, content: prohibitedContent(name) ?? "" },
  };
}

function notMapped(key: "numberColumn" | "siteColumn" | "startColumn"): Finding {
  const what = { numberColumn: "number", siteColumn: "site", startColumn: "first day" }[key];
  return {
    code: "ROSTER_COLUMN_NOT_MAPPED",
    severity: "error",
    path: key,
    message: `Say which column holds the ${what}.`,
    values: { what: key },
  };
}

function cellReaders(mapping: RosterMapping, { columns }: ReadingTable): Cells {
  const reader = (name: string | undefined) => {
    const column = name === undefined ? undefined : findColumn(columns, name);
    return (row: TableRow) => cleanCell(column ? (row.cells[column.index] ?? "") : "").replace(/\s+/g, " ");
  };
  return Object.fromEntries(columnKeys.map((key) => [key, reader(mapping[key])])) as Record<
    RosterColumn,
    (row: TableRow) => string
  >;
}
