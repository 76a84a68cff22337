import type { Finding } from "@frontstep/domain/shared";
import { adaptableSections, adaptationReasons, type AdaptationRequest } from "@frontstep/domain/sites";

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
  columns: ["site", "city", "section", "key", "change", "field", "value", "reason_code", "reason"],
  neededColumns: ["site", "section", "key", "change", "reason_code", "reason"],
  mostRows: 20_000,
};

const changes = ["leftOut", "changed"] as const;

/** As people write a word in a cell: `left out`, `Left_out` and `leftOut` are one. */
function wordOf<T extends string>(text: string, words: readonly T[]): T | undefined {
  const plain = (word: string) => word.replaceAll(/[\s_-]/g, "").toLowerCase();
  return words.find((word) => plain(word) === plain(text));
}

function readRow({ number, cells }: TableRow): AdaptationsTable {
  const at = `adaptations row ${String(number)}`;
  const cell = (column: string) => cells.get(column) ?? "";
  const section = wordOf(cell("section"), adaptableSections);
  const change = wordOf(cell("change"), changes);
  const reasonCode = wordOf(cell("reason_code"), adaptationReasons);
  if (section === undefined || change === undefined || reasonCode === undefined) {
    const unread = [
      ["section", section, adaptableSections],
      ["change", change, changes],
      ["reason_code", reasonCode, adaptationReasons],
    ] as const;
    const findings = unread.flatMap(([column, word, words]) => {
      const message = `"${cell(column)}" is none of the words for this column. Use one of: ${words.join(", ")}.`;
      return word === undefined ? [tableFault("SITES_WORD_UNKNOWN", `${at}, ${column}`, message)] : [];
    });
    return { rows: [], findings };
  }
  const request = {
    section,
    key: cell("key"),
    change,
    reasonCode,
    reason: cell("reason"),
    ...(change === "changed"
      ? { field: cell("field") === "" ? undefined : cell("field"), value: cell("value") }
      : {}),
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
