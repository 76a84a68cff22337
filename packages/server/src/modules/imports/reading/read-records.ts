import { pipeline, type Readable } from "node:stream";

import type { TableRow } from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";
import { CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";

import { longestLine, rowsPerBatch } from "./file-limits.ts";
import type { TextEncoding } from "./text-encoding.ts";

/** How the bytes of a file become cells. */
export interface CellReading {
  readonly encoding: TextEncoding;
  /** The character between two cells. */
  readonly separator: string;
}

/** The bytes of a file, to be read from the start as often as needed. */
export type ByteSource = () => Readable;

/** Some rows of a file, or the reason why it cannot be read any further. */
export type RowBatch = { readonly rows: readonly TableRow[] } | { readonly broken: Finding };

/**
 * Reads the rows of a file in batches, numbered as a spreadsheet numbers them; only one batch is held at a time.
 * Ends with `broken` where the file cannot be read on.
 */
export async function* readRows(
  source: ByteSource,
  reading: CellReading,
  perBatch = rowsPerBatch,
): AsyncGenerator<RowBatch> {
  const parser = openRecords(source, reading);
  let rows: TableRow[] = [];
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      rows.push({ number, cells });
      if (rows.length < perBatch) continue;
      yield { rows };
      rows = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (rows.length > 0) yield { rows };
    yield { broken: explainCsvError(error, number + 1) };
    return;
  } finally {
    parser.destroy();
  }
  if (rows.length > 0) yield { rows };
}

function openRecords(source: ByteSource, { encoding, separator }: CellReading): ReturnType<typeof parse> {
  const parser = parse({
    delimiter: separator,
    bom: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestLine,
  });
  const bytes = source();
  const steps = encoding === "utf-8" ? [bytes, parser] : [bytes, iconv.decodeStream(encoding), parser];
  // A failure on the way reaches whoever reads the parser, which the pipeline destroys with the same error.
  pipeline(steps, () => undefined);
  return parser;
}

function explainCsvError(error: CsvError, row: number): Finding {
  const at = { severity: "error", path: `row ${String(row)}` } as const;
  switch (error.code) {
    case "CSV_MAX_RECORD_SIZE":
      return {
        ...at,
        code: "ROW_TOO_LARGE",
        message:
          "This row is longer than a million characters. A quotation mark before it was probably never closed: save the file again as CSV from the spreadsheet.",
      };
    case "CSV_QUOTE_NOT_CLOSED":
      return {
        ...at,
        code: "FILE_CUT_SHORT",
        message:
          "The file ends in the middle of a quoted cell, so a part of it is missing. Get the whole file and choose it again.",
      };
    default:
      return {
        ...at,
        code: "QUOTES_BROKEN",
        message:
          "A quotation mark stands in the middle of a cell here, so the cells cannot be told apart. Save the file again as CSV from the spreadsheet.",
      };
  }
}
