import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";

import type { ByteSource } from "./read-records.ts";
import type { TextEncoding } from "./text-encoding.ts";

/** The characters that part cells in the files people exchange. */
export const separators = [",", ";", "\t", "|"] as const;

const sampledBytes = 64 * 1024;

/** The character that parts the cells of a file: the one by which its first rows are widest and most alike. */
export async function guessSeparator(source: ByteSource, encoding: TextEncoding): Promise<string> {
  const text = await firstText(source, encoding);
  const scores = separators.map((separator) => ({ separator, score: scoreOf(text, separator) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

async function firstText(source: ByteSource, encoding: TextEncoding): Promise<string> {
  let bytes = Buffer.alloc(0);
  for await (const chunk of source() as AsyncIterable<Buffer>) {
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length > sampledBytes) break;
  }
  const text = iconv.decode(bytes.subarray(0, sampledBytes), encoding);
  const isWhole = bytes.length <= sampledBytes;
  return isWhole ? text : text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
}

/** How many cells the commonest wide row has, times how many rows are like it; nothing for a single column. */
function scoreOf(text: string, separator: string): number {
  const records: string[][] = parse(text, {
    delimiter: separator,
    bom: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    to: 100,
  });
  const widths = new Map<number, number>();
  for (const { length } of records) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  return Math.max(0, ...[...widths].map(([width, times]) => width * times));
}
