import {
  findHeaderRow,
  isBlankRow,
  nameColumns,
  type TableRow,
  type TableSample,
} from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";

import { sampledRows } from "./file-limits.ts";
import { guessSeparator } from "./guess-separator.ts";
import { type ByteSource, type CellReading, readRows } from "./read-records.ts";
import type { TextEncoding } from "./text-encoding.ts";

/** A table that was opened: how it is read, what stands at its top, and what there is to say about it. */
export interface OpenedTable {
  readonly reading: CellReading;
  readonly sample: TableSample;
  readonly findings: readonly Finding[];
}

/** What opening a staged file came to. */
export type Opening =
  | { readonly kind: "opened"; readonly table: OpenedTable }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const rowsAboveHeader = 60;

/** A column with more different values than this is no list of codes. */
const mostListed = 200;

/** How to open a table: its encoding, and its separator where somebody chose it. */
interface Wanted {
  readonly encoding: TextEncoding;
  readonly separator?: string | undefined;
  /** Which columns must not come in. */
  readonly privateColumns: (sample: TableSample) => readonly Finding[];
}

/** Opens a staged file as a table: finds its separator and header, and refuses columns that must not come in. */
export async function openTable(
  source: ByteSource,
  { encoding, separator, privateColumns }: Wanted,
): Promise<Opening> {
  const reading = { encoding, separator: separator ?? (await guessSeparator(source, encoding)) };
  const first = await firstRows(source, reading);
  if ("broken" in first) return { kind: "refused", findings: [first.broken] };
  const header = findHeaderRow(first.rows.slice(0, rowsAboveHeader));
  if (!header) return { kind: "refused", findings: [noHeader()] };

  const { columns, findings } = nameColumns(header);
  const rows = first.rows
    .filter((row) => row.number > header.number && !isBlankRow(row))
    .slice(0, sampledRows);
  if (rows.length === 0) return { kind: "refused", findings: [noRows()] };
  const listed = await listValues(source, reading, { columns, headerRow: header.number });
  if ("broken" in listed) return { kind: "refused", findings: [listed.broken] };
  const { values } = listed;
  const titles = titlesAbove(header, first.rows);
  const sample: TableSample = { titles, headerRow: header.number, columns, rows, values };
  const unwanted = privateColumns(sample);
  if (unwanted.length > 0) return { kind: "refused", findings: unwanted };
  return { kind: "opened", table: { reading, sample, findings: [...encodingNote(reading), ...findings] } };
}

/** The different values of each column of the whole file, as long as they are few enough to be given meanings. */
async function listValues(
  source: ByteSource,
  reading: CellReading,
  { columns, headerRow }: Pick<TableSample, "columns" | "headerRow">,
): Promise<{ values: (string[] | null)[] } | { broken: Finding }> {
  const seen = columns.map(() => new Set<string>());
  for await (const batch of readRows(source, reading)) {
    if ("broken" in batch) return batch;
    for (const { number, cells } of batch.rows) {
      if (number <= headerRow) continue;
      for (const [index, values] of seen.entries()) noteValue(values, cells[index] ?? "");
    }
  }
  return { values: seen.map((values) => (values.size > mostListed ? null : [...values])) };
}

function noteValue(values: Set<string>, cell: string): void {
  if (values.size > mostListed) return;
  const value = cell.trim().slice(0, 200);
  if (value !== "") values.add(value);
}

async function firstRows(
  source: ByteSource,
  reading: CellReading,
): Promise<{ rows: readonly TableRow[] } | { broken: Finding }> {
  const wanted = sampledRows + rowsAboveHeader;
  const rows: TableRow[] = [];
  for await (const batch of readRows(source, reading, wanted)) {
    if ("broken" in batch) return batch;
    rows.push(...batch.rows);
    if (rows.length >= wanted) break;
  }
  return { rows };
}

function titlesAbove(header: TableRow, rows: readonly TableRow[]): string[] {
  return rows
    .filter((row) => row.number < header.number)
    .map((row) =>
      row.cells
        .map((cell) => cell.trim())
        .filter((cell) => cell !== "")
        .join(" "),
    )
    .filter((title) => title !== "");
}

function encodingNote({ encoding }: CellReading): Finding[] {
  if (encoding !== "windows-1252") return [];
  const message =
    "The file is not in UTF-8 and was read as Windows-1252. Check that accented letters look right in the sample.";
  return [{ code: "ENCODING_GUESSED", severity: "note", path: "file", message }];
}

function noHeader(): Finding {
  const message =
    "No row was found that names the columns: at least two, in words, above the figures. Add such a row and choose the file again.";
  return { code: "HEADER_NOT_FOUND", severity: "error", path: "file", message };
}

function noRows(): Finding {
  return {
    code: "NO_ROWS",
    severity: "error",
    path: "file",
    message: "There are no rows below the header. Choose the file that holds the figures.",
  };
}
