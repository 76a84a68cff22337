import type { Finding } from "@frontstep/domain/shared";
import { parse } from "csv-parse";

/** A row of a table: its number as a spreadsheet counts, and its cells by column. */
export interface TableRow {
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** A table as it was read, and what is wrong with its form. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly findings: readonly Finding[];
}

/** What a table must look like. */
export interface TableForm {
  /** What a row holds, in a word. */
  readonly holds: string;
  /** Stands before the place of each finding, where there are two tables. */
  readonly placePrefix: string;
  readonly columns: readonly string[];
  readonly neededColumns: readonly string[];
  /** Columns whose names are known only in part. */
  readonly otherColumns?: { readonly form: RegExp; readonly words: string };
  readonly mostRows: number;
}

const longestRow = 100_000;

/** Something in a table that must be put right. */
export function tableFault(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

function checkHeader(form: TableForm, header: readonly string[]): Finding[] {
  const { columns, otherColumns } = form;
  const at = `${form.placePrefix}row 1`;
  const known = [...columns, ...(otherColumns ? [otherColumns.words] : [])].join(", ");
  const isKnown = (column: string) => columns.includes(column) || otherColumns?.form.test(column) === true;
  const missing = form.neededColumns.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !isKnown(column));
  const twice = header.filter((column, index) => header.indexOf(column) !== index);
  return [
    ...missing.map((column) => {
      const message = `The table has no column "${column}". Add it to the first row.`;
      return tableFault("SITES_COLUMN_MISSING", at, message);
    }),
    ...unknown.map((column) => {
      const message = `The column "${column}" is not known. Take it out, or correct its name: ${known}.`;
      return tableFault("SITES_COLUMN_UNKNOWN", at, message);
    }),
    ...twice.map((column) => {
      const message = `The column "${column}" stands twice. Keep one of the two.`;
      return tableFault("SITES_COLUMN_TWICE", at, message);
    }),
  ];
}

type Records = { readonly records: readonly string[][] } | { readonly broken: string };

function readRecords(text: string): Promise<Records> {
  const options = {
    bom: true,
    trim: true,
    relax_column_count: true,
    max_record_size: longestRow,
    record_delimiter: ["\r\n", "\n", "\r"],
  };
  return new Promise((settle) => {
    parse(text, options, (error, records) => {
      settle(error ? { broken: error.message } : { records: records });
    });
  });
}

function toRows(header: readonly string[], records: readonly string[][]): TableRow[] {
  return records
    .map((record, index) => ({ number: index + 2, record }))
    .filter(({ record }) => record.some((cell) => cell !== ""))
    .map(({ number, record }) => ({
      number,
      cells: new Map(header.map((column, index) => [column, record[index] ?? ""])),
    }));
}

/** Reads a table from CSV: a first row of column names, then what it holds, one a row. */
export async function readTable(form: TableForm, text: string): Promise<Table> {
  const read = await readRecords(text);
  const file = `${form.placePrefix}file`;
  if ("broken" in read) {
    const message = `This file cannot be read as a table (${read.broken}). Save it as CSV from the spreadsheet once more.`;
    return { rows: [], findings: [tableFault("SITES_TABLE_UNREADABLE", file, message)] };
  }
  const [header = [], ...records] = read.records;
  const findings = checkHeader(form, header);
  const rows = toRows(header, records);
  if (rows.length === 0) {
    const message = `The table has no ${form.holds}. Give each a row below the first.`;
    findings.push(tableFault("SITES_TABLE_EMPTY", file, message));
  }
  if (rows.length > form.mostRows) {
    const message = `The table has more than ${String(form.mostRows)} ${form.holds}s. Split it in two.`;
    findings.push(tableFault("SITES_TABLE_TOO_LONG", file, message));
  }
  return { rows, findings };
}
