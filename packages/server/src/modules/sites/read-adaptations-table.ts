import { type Finding, parsePlainDate } from "@frontstep/domain/shared";
import {
  adaptableSections,
  adaptationDeciders,
  adaptationReasons,
  type AdaptationRequest,
} from "@frontstep/domain/sites";

import { isoDate, wordOf } from "./read-cells.ts";
import { readTable, tableFault, type TableForm, type TableRow } from "./read-table.ts";

/** A row of a table of adaptations: of which site it speaks, and what is done differently there. */
export interface RowAdaptation {
  /** Where a finding about this row stands. */
  readonly at: string;
  readonly site: string;
  /** The identifier of the site's city; null where the row names none. */
  readonly city: string | null;
  /** With the value as it is written: what kind of value it is, only the template knows. */
  readonly request: AdaptationRequest & { readonly value?: string | undefined };
}

/** A table of adaptations as it was read, and what is wrong with it. */
export interface AdaptationsTable {
  readonly rows: readonly RowAdaptation[];
  readonly findings: readonly Finding[];
}

const adaptationsTable: TableForm = {
  holds: "adaptation",
  placePrefix: "adaptations ",
  columns: [
    "site",
    "city",
    "section",
    "key",
    "change",
    "field",
    "value",
    "reason_code",
    "reason",
    "decided_by",
    "planned",
    "consistent",
    "steering_decided_on",
  ],
  neededColumns: ["site", "section", "key", "change", "reason_code", "reason"],
  mostRows: 20_000,
};

const changes = ["leftOut", "changed"] as const;

const yesOrNo = ["yes", "no"] as const;

/** The columns that take one of a few words, and which; those after the third may be empty. */
const wordColumns = {
  section: adaptableSections,
  change: changes,
  reason_code: adaptationReasons,
  decided_by: adaptationDeciders,
  planned: yesOrNo,
  consistent: yesOrNo,
} as const;
const neededWords = ["section", "change", "reason_code"];

function findUnread(at: string, cell: (column: string) => string): Finding[] {
  const words = Object.entries(wordColumns).flatMap(([column, words]) => {
    const isLeftOpen = cell(column) === "" && !neededWords.includes(column);
    if (isLeftOpen || wordOf<string>(cell(column), words) !== undefined) return [];
    const message = `"${cell(column)}" is none of the words for this column. Use one of: ${words.join(", ")}.`;
    return [tableFault("SITES_WORD_UNKNOWN", `${at}, ${column}`, message)];
  });
  const day = cell("steering_decided_on");
  const message = `Write the day as in 2027-06-01; "${day}" is none.`;
  const isDay = day === "" || parsePlainDate(isoDate(day)) !== undefined;
  return isDay
    ? words
    : [...words, tableFault("SITES_DATE_MALFORMED", `${at}, steering_decided_on`, message)];
}

function readRow({ number, cells }: TableRow): AdaptationsTable {
  const at = `adaptations row ${String(number)}`;
  const cell = (column: string) => cells.get(column) ?? "";
  const word = <C extends keyof typeof wordColumns>(column: C) =>
    wordOf<(typeof wordColumns)[C][number]>(cell(column), wordColumns[column]);
  const [section, change, reasonCode] = [word("section"), word("change"), word("reason_code")];
  const findings = findUnread(at, cell);
  if (!section || !change || !reasonCode || findings.length > 0) return { rows: [], findings };
  const said = (column: "planned" | "consistent") => (cell(column) === "" ? null : word(column) === "yes");
  const request = {
    section,
    key: cell("key"),
    change,
    reasonCode,
    reason: cell("reason"),
    decidedBy: word("decided_by"),
    isPlanned: said("planned"),
    isConsistent: said("consistent"),
    steeringDecidedOn: parsePlainDate(isoDate(cell("steering_decided_on"))),
    ...(change === "changed" ? { field: cell("field") || undefined, value: cell("value") } : {}),
  };
  const city = cell("city") === "" ? null : cell("city").toUpperCase();
  return { rows: [{ at, site: cell("site"), city, request }], findings: [] };
}

/** Reads a table of adaptations: a first row of column names, then a difference of a site a row. */
export async function readAdaptationsTable(text: string): Promise<AdaptationsTable> {
  const table = await readTable(adaptationsTable, text);
  if (table.findings.length > 0) return { rows: [], findings: table.findings };
  const read = table.rows.map(readRow);
  return { rows: read.flatMap(({ rows }) => rows), findings: read.flatMap(({ findings }) => findings) };
}
