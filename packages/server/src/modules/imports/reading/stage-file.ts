import { createHash } from "node:crypto";

import type { Finding } from "@frontstep/domain/shared";

import { notText, refuseByFirstBytes } from "./file-kind.ts";
import { largestFile, longestLine } from "./file-limits.ts";
import { EncodingWatch, type TextEncoding } from "./text-encoding.ts";

/** A file that arrived, looked at once while it did. */
export interface StagedFile {
  readonly size: number;
  readonly sha256: string;
  readonly encoding: TextEncoding;
  /** How many lines it has, which is about how many rows. */
  readonly lines: number;
}

/** What became of a file on its way in. A refused one must not be kept. */
export type Staging =
  | { readonly kind: "staged"; readonly file: StagedFile }
  | { readonly kind: "refused"; readonly finding: Finding };

/** Keeps a piece of a file somewhere. Pieces come in order, and none is larger than `pieceSize`. */
export type KeepPiece = (piece: Buffer, position: number) => Promise<void>;

const pieceSize = 512 * 1024;

/** Hands a file on piece by piece as it arrives, and stops at the first byte that rules it out. */
export async function stageFile(source: AsyncIterable<Buffer>, keep: KeepPiece): Promise<Staging> {
  const watch = new FileWatch();
  let waiting: Buffer[] = [];
  let waitingSize = 0;
  let position = 0;
  const flush = async () => {
    const piece = Buffer.concat(waiting);
    waiting = [];
    waitingSize = 0;
    if (piece.length > 0) await keep(piece, position++);
  };
  for await (const chunk of source) {
    const refused = watch.see(chunk);
    if (refused) return { kind: "refused", finding: refused };
    waiting.push(chunk);
    waitingSize += chunk.length;
    if (waitingSize >= pieceSize) await flush();
  }
  await flush();
  return watch.finish();
}

/** How many of the first bytes tell what kind of file it is. */
const headLength = 512;

/** What is counted while a file goes by. */
class FileWatch {
  private size = 0;
  private lines = 0;
  private head = Buffer.alloc(0);
  private readonly hash = createHash("sha256");
  private readonly encodingWatch = new EncodingWatch();
  private lineLength = 0;
  private isBlank = true;

  see(chunk: Buffer): Finding | undefined {
    if (this.head.length < headLength) {
      this.head = Buffer.concat([this.head, chunk.subarray(0, headLength)]);
      const refused = refuseByFirstBytes(this.head);
      if (refused) return refused;
    }
    this.size += chunk.length;
    if (this.size > largestFile) return tooLarge();
    const lineEnd = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13));
    this.lineLength = lineEnd < 0 ? this.lineLength + chunk.length : chunk.length - lineEnd;
    if (this.lineLength > longestLine) return lineTooLong();
    this.isBlank &&= /^[\s,;\t|\u00ef\u00bb\u00bf]*$/.test(chunk.toString("latin1"));
    this.lines += countLineEnds(chunk);
    this.hash.update(chunk);
    this.encodingWatch.see(chunk);
    return undefined;
  }

  finish(): Staging {
    if (this.isBlank) return { kind: "refused", finding: empty() };
    const encoding = this.encodingWatch.encoding();
    if (!encoding) return { kind: "refused", finding: notText() };
    const { size, lines } = this;
    return { kind: "staged", file: { size, lines: lines + 1, sha256: this.hash.digest("hex"), encoding } };
  }
}

function empty(): Finding {
  const message = "There is nothing in this file. Choose the file that holds the figures.";
  return { code: "FILE_EMPTY", severity: "error", path: "file", message };
}

function tooLarge(): Finding {
  const message = `The file is larger than ${String(largestFile / 1024 / 1024)} MB. Split it, by year for example, and bring the parts in one after another.`;
  const values = { megabytes: largestFile / 1024 / 1024 };
  return { code: "FILE_TOO_LARGE", severity: "error", path: "file", message, values };
}

function lineTooLong(): Finding {
  const message =
    "A single line of this file is longer than a million characters, so it is not a table with rows. Save it again as CSV from the spreadsheet.";
  return { code: "LINE_TOO_LONG", severity: "error", path: "file", message };
}

function countLineEnds(chunk: Buffer): number {
  const lineEnd = chunk.includes(10) ? 10 : 13;
  let count = 0;
  for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}
