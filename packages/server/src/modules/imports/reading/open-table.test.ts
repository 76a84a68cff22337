import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";

import { importers } from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import { openTable } from "./open-table.ts";
import { readRows } from "./read-records.ts";
import { stageFile } from "./stage-file.ts";

function inPieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  return Readable.from(pieces(bytes, size));
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Taken {
  readonly code: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[][];
  readonly findings: readonly string[];
}

async function take(bytes: Buffer | string, size = 7): Promise<Taken> {
  const kept: Buffer[] = [];
  const staging = await stageFile(inPieces(Buffer.from(bytes as string), size), async (piece) => {
    kept.push(piece);
    await Promise.resolve();
  });
  if (staging.kind === "refused") return refusedAs([staging.finding]);
  const source = () => Readable.from(kept);
  const opening = await openTable(source, {
    ...staging.file,
    privateColumns: importers.observations.privateColumns,
  });
  if (opening.kind === "refused") return refusedAs(opening.findings);
  const { sample, findings, reading } = opening.table;
  const rows: string[][] = [];
  let code = "opened";
  for await (const batch of readRows(source, reading, 3)) {
    if ("broken" in batch) code = batch.broken.code;
    else
      rows.push(
        ...batch.rows.filter(({ number }) => number > sample.headerRow).map(({ cells }) => [...cells]),
      );
  }
  return {
    code,
    columns: sample.columns.map(({ name }) => name),
    rows,
    findings: findings.map((finding) => finding.code),
  };
}

function refusedAs(findings: readonly Finding[]): Taken {
  return {
    code: findings.map(({ code }) => code).join(),
    columns: [],
    rows: [],
    findings: findings.map(({ message }) => message),
  };
}

const table = "City,Count\nAñasco,1\nCañon,2\n";
const columns = ["City", "Count"];
const rows = [
  ["Añasco", "1"],
  ["Cañon", "2"],
];

describe("opening a file as a table", () => {
  it.each([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${table}`)],
    ["UTF-16 little-endian with a mark", iconv.encode(table, "utf-16le", { addBOM: true })],
    ["UTF-16 big-endian with a mark", iconv.encode(table, "utf-16be", { addBOM: true })],
    ["UTF-16 without a mark", iconv.encode(table, "utf-16le")],
    ["Windows-1252", iconv.encode(table, "windows-1252")],
  ])("reads %s", async (_name, bytes) => {
    expect(await take(bytes)).toMatchObject({ code: "opened", columns, rows });
  });

  it("says when the encoding was guessed", async () => {
    expect((await take(iconv.encode(table, "windows-1252"))).findings).toEqual(["ENCODING_GUESSED"]);
  });

  it.each([["\r\n"], ["\r"], ["\n"]])("reads lines that end in %j", async (lineEnd) => {
    expect(await take(table.replaceAll("\n", lineEnd))).toMatchObject({ code: "opened", columns, rows });
  });

  it.each([[";"], ["\t"], ["|"]])("finds the separator %j", async (separator) => {
    const text = table.replaceAll(",", separator).replace("Añasco", '"Añasco, PR"');
    expect(await take(text)).toMatchObject({
      code: "opened",
      columns,
      rows: [
        ["Añasco, PR", "1"],
        ["Cañon", "2"],
      ],
    });
  });

  it("reads quoted line breaks, also where records end otherwise, and no final line end", async () => {
    const text = 'Title,,\r\nCity,"Violent\ncrime",Note\r\nA,1,"two\nlines"\r\nB,2,""';
    expect(await take(text)).toMatchObject({
      columns: ["City", "Violent crime", "Note"],
      rows: [
        ["A", "1", "two\nlines"],
        ["B", "2", ""],
      ],
    });
  });

  it("tells duplicate headers apart and says so", async () => {
    expect(await take("City,Count,Count\nA,1,2\n")).toMatchObject({
      columns: ["City", "Count", "Count (2)"],
      findings: ["COLUMN_NAME_REPEATED"],
    });
  });

  it.each([
    ["an empty file", "", "FILE_EMPTY"],
    ["a file of blanks", " \r\n\n,,,\n", "FILE_EMPTY"],
    ["a ZIP named .csv", "PK\u0003\u0004rest", "FILE_NOT_A_TABLE"],
    ["a PDF", "%PDF-1.7\n", "FILE_NOT_A_TABLE"],
    ["a web page", "<!DOCTYPE html><table>", "FILE_NOT_A_TABLE"],
    ["bytes that are not text", Buffer.from([1, 0, 2, 0, 0, 0, 3, 9, 9, 9, 0]), "FILE_NOT_A_TABLE"],
    ["a table without a header", "1,2\n3,4\n", "HEADER_NOT_FOUND"],
    ["a header without rows", "City,Count\n", "NO_ROWS"],
    ["a cell that is never closed", 'City,Count\n"A,1\nB,2\n', "FILE_CUT_SHORT"],
    ["a quotation mark inside a cell", 'City,Count\nA "x" b,1\n', "QUOTES_BROKEN"],
    ["names of people", "First Name,Count\nA,1\n", "COLUMN_HOLDS_PRIVATE_DATA"],
  ])("refuses %s with a sentence", async (_name, bytes, code) => {
    const taken = await take(bytes);
    expect(taken.code).toBe(code);
    expect(taken.findings[0] ?? "").toMatch(/^[A-Z].+\.$/);
  });

  it("refuses 200 MB of one line after the first megabyte, with little memory", async () => {
    const piece = Buffer.alloc(64 * 1024, "a");
    let sent = 0;
    function* endless(): Generator<Buffer> {
      for (; sent < 200 * 1024 * 1024; sent += piece.length) yield piece;
    }
    const before = process.memoryUsage().rss;
    const staging = await stageFile(Readable.from(endless()), async () => Promise.resolve());
    expect(staging).toMatchObject({ kind: "refused", finding: { code: "LINE_TOO_LONG" } });
    expect(sent).toBeLessThan(2 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it("stops at an open quotation mark after a megabyte of lines", async () => {
    expect((await take(`City,Count\nA,"${"1\n".repeat(700_000)}`, 65_536)).code).toBe("ROW_TOO_LARGE");
  });

  it("never throws, whatever the bytes", async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('"', ",", "\r", "\n", "\r\n", "\ufeff", "City,Count\n", "A,1\n", "\0", "é", ";;", "\t")
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        async (pieces, size) => {
          expect((await take(Buffer.concat(pieces), size)).code).toMatch(/^[A-Za-z_,]+$/);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const real = path.resolve(import.meta.dirname, "../../../../../../../shared/data");
const isThere = await stat(real).then(
  () => true,
  () => false,
);

const open = async (name: string) => await take(await readFile(path.join(real, name)), 65_536);

describe(
  isThere
    ? "the real files"
    : "the real files (not on this machine: ../shared/data is absent, nothing was read)",
  () => {
    if (!isThere) {
      it("are left for a machine that has them", () => {
        expect(isThere).toBe(false);
      });
      return;
    }

    it("finds the header of the FBI's Table 8 below its titles, and keeps its footnotes as rows", async () => {
      const opened = await open("fbi-table8-ny-2013/13tbl8ny.csv");
      expect(opened.columns).toHaveLength(13);
      expect(opened.columns.slice(0, 4)).toEqual([
        "City",
        "Population",
        "Violent crime",
        "Murder and nonnegligent manslaughter",
      ]);
      expect(opened.rows).toHaveLength(351);
    });

    it("reads the other files with all their rows", async () => {
      expect((await open("city-crime-1975-2005/ucr_crime_1975_2005.csv")).rows).toHaveLength(2139);
      expect((await open("tempe-monthly/Tempe_count.csv")).rows).toHaveLength(84);
      expect((await open("fbi-agencies/agency_name_edits.csv")).rows).toHaveLength(23159);
      expect((await open("fbi-agencies/icpsr_2012.csv")).rows).toHaveLength(35432);
    });
  },
);
