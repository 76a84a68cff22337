import { type FindingValues, parsePeriod, periodOf, type Period } from "../shared/index.ts";
import type { PeriodRule } from "./parse-observation-mapping.ts";
import { monthPeriod, parseDateCell, parseMonth, parsePeriodCell, parseYear } from "./parse-period-cell.ts";
import { cleanCell, findColumn, type TableColumn, type TableRow } from "./table.ts";

/** The period of a row, or the sentence that says why it has none. */
export type PeriodReading =
  | { readonly period: Period }
  | { readonly code: string; readonly message: string; readonly values: FindingValues };

/** The rule by which each row of a table names its period. */
export function periodReader(
  rule: PeriodRule,
  columns: readonly TableColumn[],
): (row: TableRow) => PeriodReading {
  switch (rule.by) {
    case "fixed":
      return () => ({ period: periodOf(rule.period) });
    case "year":
      return cellReader(cellOf(rule.column, columns), parseYear, "a year of four digits, such as 2026");
    case "period":
      return cellReader(
        cellOf(rule.column, columns),
        parsePeriodCell,
        "a period, such as 2026, 2026-Q3 or 2026-07",
      );
    case "date":
      return cellReader(
        cellOf(rule.column, columns),
        (cell) => parseDateCell(cell, rule.order, rule.kind),
        dateForm[rule.order],
      );
    case "month":
      return monthReader(rule, columns);
  }
}

const dateForm = {
  yearFirst: "a date with the year first, such as 2026-07-31",
  monthFirst: "a date with the month first, such as 7/31/2026",
  dayFirst: "a date with the day first, such as 31/7/2026",
};

function monthReader(
  rule: PeriodRule & { by: "month" },
  columns: readonly TableColumn[],
): (row: TableRow) => PeriodReading {
  const monthCell = cellOf(rule.monthColumn, columns);
  const yearCell =
    rule.yearColumn === undefined
      ? { name: "year", text: () => rule.year ?? "" }
      : cellOf(rule.yearColumn, columns);
  return (row) => {
    const month = parseMonth(monthCell.text(row));
    if (month === undefined) return unreadable(monthCell, row, "a month, such as 7 or July");
    const year = parsePeriod(yearCell.text(row));
    const period = year === undefined ? undefined : monthPeriod(year, month);
    return period === undefined
      ? unreadable(yearCell, row, "a year of four digits, such as 2026")
      : { period };
  };
}

/** A cell of a row that says something about its period: what its column is called, and what it says. */
interface PeriodCell {
  readonly name: string;
  readonly text: (row: TableRow) => string;
}

function cellReader(
  cell: PeriodCell,
  parse: (text: string) => Period | undefined,
  wanted: string,
): (row: TableRow) => PeriodReading {
  return (row) => {
    const period = parse(cell.text(row));
    return period === undefined ? unreadable(cell, row, wanted) : { period };
  };
}

function cellOf(name: string, columns: readonly TableColumn[]): PeriodCell {
  const column = findColumn(columns, name);
  return { name, text: (row) => cleanCell(column ? (row.cells[column.index] ?? "") : "") };
}

function unreadable(cell: PeriodCell, row: TableRow, wanted: string): PeriodReading {
  const text = cell.text(row);
  const written = text === "" ? "is blank" : `says "${text.slice(0, 40)}"`;
  return {
    code: "PERIOD_UNREADABLE",
    message: `The column "${cell.name}" ${written}. Put ${wanted} there.`,
    values: { column: cell.name, text: text.slice(0, 40) },
  };
}
