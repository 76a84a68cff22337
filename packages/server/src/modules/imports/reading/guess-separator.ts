import { open } from "node:fs/promises";

import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";

import type { TextEncoding } from "./text-encoding.ts";

/** The characters that part cells in the files people exchange. */
export const separators = [",", ";", "\t", "|"] as const;

const sampledBytes = 64 * 1024;

/** The character that parts the cells of a file: the one by which its first rows are widest and most alike. */
export async function guessSeparator(path: string, encoding: TextEncoding): Promise<string> {
  const text = await firstText(path, encoding);
  const scores = separators.map((separator) => ({ separator, score: scoreOf(text, separator) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

async function firstText(path: string, encoding: TextEncoding): Promise<string> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(sampledBytes), 0, sampledBytes, 0);
  await file.close();
  const text = iconv.decode(buffer.subarray(0, bytesRead), encoding);
  const isWhole = bytesRead < sampledBytes;
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
