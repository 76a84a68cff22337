import type { Finding } from "../shared/index.ts";

/** A row of a table as text. The number is the one a spreadsheet shows at its left, counted from 1. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A column of a table: where it stands, and the name by which a mapping refers to it. */
export interface TableColumn {
  readonly index: number;
  readonly name: string;
}

/** What is known of a table before all of it is read: the rows above the header, the header, the first rows. */
export interface TableSample {
  /** What stands above the header row: titles, dates, notes. */
  readonly titles: readonly string[];
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  /** The first rows below the header, at most a few hundred. */
  readonly rows: readonly TableRow[];
  /** The different values in each column of the whole file, in its order; `null` for a column that has too many to list. */
  readonly values?: readonly (readonly string[] | null)[] | undefined;
}

const longestName = 120;

/** The different values of a column: those of the whole file where they are known, else those of the first rows. */
export function valuesOfColumn(
  sample: Pick<TableSample, "rows" | "values">,
  column: TableColumn,
): readonly string[] {
  const known = sample.values?.[column.index];
  if (known) return known;
  return [...new Set(sample.rows.map((row) => cleanCell(row.cells[column.index] ?? "")))].filter(
    (cell) => cell !== "",
  );
}

/** A cell without the space around it and without the apostrophe that spreadsheets put before a formula. */
export function cleanCell(cell: string): string {
  const text = cell.replaceAll("\u00a0", " ").trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/**
 * A header as one line: line breaks and runs of space become one space,
 * a word broken at its hyphen is joined ("Larceny-⏎theft" becomes "Larceny-theft").
 */
export function normalizeHeader(cell: string): string {
  return cell
    .normalize("NFC")
    .replaceAll("\u00a0", " ")
    .replaceAll("\ufeff", "")
    .replace(/-[\r\n]+\s*/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestName);
}

/**
 * Names the columns after their header cells. A nameless column is called after its letter in a spreadsheet
 * ("Column C"); of two columns with one name the second becomes "Name (2)", and a warning says so.
 */
export function nameColumns(header: TableRow): {
  columns: readonly TableColumn[];
  findings: readonly Finding[];
} {
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  const columns = header.cells.map((cell, index) => {
    const base = normalizeHeader(cell) || `Column ${columnLetters(index)}`;
    const times = (seen.get(base.toLowerCase()) ?? 0) + 1;
    seen.set(base.toLowerCase(), times);
    if (times === 1) return { index, name: base };
    const name = `${base} (${String(times)})`;
    findings.push({
      code: "COLUMN_NAME_REPEATED",
      severity: "warning",
      path: `row ${String(header.number)}`,
      message: `Two columns are called "${base}". The one at ${columnLetters(index)} is called "${name}" here: check which of the two you map.`,
      values: { column: base, letters: columnLetters(index), name },
    });
    return { index, name };
  });
  return { columns: dropEmptyTail(columns, header), findings };
}

/** The letters by which a spreadsheet names a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/**
 * Where the header row stands among the first rows of a file: the first row that is about as wide as the
 * widest and holds mostly words. `undefined` when there is none.
 */
export function findHeaderRow(rows: readonly TableRow[]): TableRow | undefined {
  const widest = Math.max(0, ...rows.map(filledCells));
  const wideEnough = Math.max(2, Math.ceil(widest * 0.7));
  return rows.find((row) => filledCells(row) >= wideEnough && numberCells(row) * 2 < filledCells(row));
}

/** Whether nothing is written in any cell of the row. */
export function isBlankRow(row: TableRow): boolean {
  return row.cells.every((cell) => cell.trim() === "");
}

/** Whether only the first cell of the row is filled, as in a title, a section heading or a footnote. */
export function isTextRow(row: TableRow, columnCount: number): boolean {
  return (
    columnCount > 2 && row.cells[0]?.trim() !== "" && row.cells.slice(1).every((cell) => cell.trim() === "")
  );
}

/** Finds a column by name, without regard to case. */
export function findColumn(columns: readonly TableColumn[], name: string): TableColumn | undefined {
  const wanted = normalizeHeader(name).toLowerCase();
  return columns.find((column) => column.name.toLowerCase() === wanted);
}

/** The finding for a mapping that refers to a column which the table does not have. */
export function columnNotFound(name: string): Finding {
  return {
    code: "COLUMN_NOT_FOUND",
    severity: "error",
    path: `column ${name}`,
    message: `The mapping uses a column "${name}" that this file does not have. Choose another column.`,
    values: { column: name },
  };
}

function dropEmptyTail(columns: readonly TableColumn[], header: TableRow): readonly TableColumn[] {
  const last = header.cells.findLastIndex((cell) => normalizeHeader(cell) !== "");
  return columns.slice(0, last + 1);
}

function filledCells(row: TableRow): number {
  return row.cells.filter((cell) => cell.trim() !== "").length;
}

function numberCells(row: TableRow): number {
  return row.cells.filter((cell) => /^[\s$(]*-?[\d,.]+[%)\s]*$/.test(cell)).length;
}
