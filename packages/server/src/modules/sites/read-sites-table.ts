import type { Finding } from "@frontstep/domain/shared";
import { parse } from "csv-parse";

/** A row of a table of sites: its number as a spreadsheet counts, and its cells by column. */
export interface SiteRow {
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** A table of sites as it was read, and what is wrong with its form. */
export interface SitesTable {
  readonly rows: readonly SiteRow[];
  readonly findings: readonly Finding[];
}

/** The columns of a table of sites; beside them `owner:CL` and `owner_email:CL` for each owner role. */
export const SITE_COLUMNS = [
  "name",
  "template",
  "release",
  "launch_date",
  "kind",
  "address",
  "latitude",
  "longitude",
  "residents",
  "residents_year",
  "residents_source",
  "time_zone",
  "offered_activities",
] as const;

const neededColumns = ["name", "template", "release", "launch_date"];
const ownerColumn = /^owner(_email)?:[A-Za-z][A-Za-z0-9-]*$/;
const largestTable = 2000;
const longestRow = 100_000;

function fault(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

function checkHeader(header: readonly string[]): Finding[] {
  const known: readonly string[] = SITE_COLUMNS;
  return [
    ...neededColumns
      .filter((column) => !header.includes(column))
      .map((column) =>
        fault(
          "SITES_COLUMN_MISSING",
          "row 1",
          `The table has no column "${column}". Add it to the first row.`,
        ),
      ),
    ...header
      .filter((column) => !known.includes(column) && !ownerColumn.test(column))
      .map((column) =>
        fault(
          "SITES_COLUMN_UNKNOWN",
          "row 1",
          `The column "${column}" is not known. Take it out, or correct its name: ${known.join(", ")}, owner:KEY, owner_email:KEY.`,
        ),
      ),
    ...header
      .filter((column, index) => header.indexOf(column) !== index)
      .map((column) =>
        fault("SITES_COLUMN_TWICE", "row 1", `The column "${column}" stands twice. Keep one of the two.`),
      ),
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

function toRows(header: readonly string[], records: readonly string[][]): SiteRow[] {
  return records
    .map((record, index) => ({ number: index + 2, record }))
    .filter(({ record }) => record.some((cell) => cell !== ""))
    .map(({ number, record }) => ({
      number,
      cells: new Map(header.map((column, index) => [column, record[index] ?? ""])),
    }));
}

/** Reads a table of sites: a first row of column names, then a site a row. */
export async function readSitesTable(text: string): Promise<SitesTable> {
  const read = await readRecords(text);
  if ("broken" in read) {
    const message = `This file cannot be read as a table (${read.broken}). Save it as CSV from the spreadsheet once more.`;
    return { rows: [], findings: [fault("SITES_TABLE_UNREADABLE", "file", message)] };
  }
  const [header = [], ...records] = read.records;
  const findings = checkHeader(header);
  const rows = toRows(header, records);
  if (rows.length === 0)
    findings.push(
      fault("SITES_TABLE_EMPTY", "file", "The table has no site. Give each a row below the first."),
    );
  if (rows.length > largestTable) {
    findings.push(
      fault(
        "SITES_TABLE_TOO_LONG",
        "file",
        `The table has more than ${String(largestTable)} sites. Split it in two.`,
      ),
    );
  }
  return { rows, findings };
}
