import type { FindingValues } from "../shared/index.ts";
import type { PlaceClaim } from "./claimed-observation.ts";
import type { PlaceRule } from "./parse-observation-mapping.ts";
import { stateCodeOf } from "./state-codes.ts";
import { cleanCell, findColumn, type TableColumn, type TableRow } from "./table.ts";

/** A place as a row names it, or the reason why it names none. */
export type PlaceReading =
  | { readonly claim: PlaceClaim }
  | { readonly code: string; readonly message: string; readonly values: FindingValues };

const blanks = new Set(["", "na", "n/a", "null", "none", "-"]);

/** The rule by which each row of a table names its place. */
export function placeReader(
  rule: PlaceRule,
  columns: readonly TableColumn[],
): (row: TableRow) => PlaceReading {
  switch (rule.by) {
    case "fixed":
      return () => ({ claim: { by: "fixed", kind: rule.kind, id: rule.id } });
    case "ori":
      return withCell(rule.column, columns, readOri);
    case "site":
      return withCell(rule.column, columns, (name) => ({ claim: { by: "site", name } }));
    case "name":
      return nameReader(rule, columns);
  }
}

function nameReader(
  rule: PlaceRule & { by: "name" },
  columns: readonly TableColumn[],
): (row: TableRow) => PlaceReading {
  const stateColumn = rule.stateColumn === undefined ? undefined : findColumn(columns, rule.stateColumn);
  const read = (name: string, row: TableRow): PlaceReading => {
    const written = stateColumn ? cleanCell(row.cells[stateColumn.index] ?? "") : (rule.state ?? "");
    const state = stateCodeOf(written);
    if (state === undefined)
      return {
        code: "STATE_UNKNOWN",
        message: `"${written}" is not a state. Write its name or its two letters, such as OH.`,
        values: { text: written },
      };
    return { claim: { by: "name", name, state } };
  };
  return withCell(rule.column, columns, read);
}

function withCell(
  name: string,
  columns: readonly TableColumn[],
  read: (cell: string, row: TableRow) => PlaceReading,
): (row: TableRow) => PlaceReading {
  const column = findColumn(columns, name);
  return (row) => {
    const cell = cleanCell(column ? (row.cells[column.index] ?? "") : "").replace(/\s+/g, " ");
    if (blanks.has(cell.toLowerCase())) {
      return {
        code: "PLACE_MISSING",
        message: `The column "${name}" names no place here. Fill it, or leave such rows out in the mapping.`,
        values: { column: name },
      };
    }
    return read(cell, row);
  };
}

function readOri(cell: string): PlaceReading {
  const ori = cell.toUpperCase();
  if (/^[A-Z]{2}[A-Z0-9]{5}([A-Z0-9]{2})?$/.test(ori)) return { claim: { by: "ori", ori } };
  return {
    code: "ORI_UNREADABLE",
    message: `"${cell.slice(0, 40)}" is not a police identifier (ORI): it has 7 or 9 letters and digits, the first two the state.`,
    values: { text: cell.slice(0, 40) },
  };
}
