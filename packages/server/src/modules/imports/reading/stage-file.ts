import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { finished } from "node:stream/promises";

import type { Finding } from "@frontstep/domain/shared";

import { notText, refuseByFirstBytes } from "./file-kind.ts";
import { largestFile, longestLine } from "./file-limits.ts";
import { EncodingWatch, type TextEncoding } from "./text-encoding.ts";

/** A file in the staging area, looked at once while it went there. */
export interface StagedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly encoding: TextEncoding;
}

/** What became of a file on its way into the staging area. A refused one is not kept. */
export type Staging =
  | { readonly kind: "staged"; readonly file: StagedFile }
  | { readonly kind: "refused"; readonly finding: Finding };

/** Writes a file to the staging area as it arrives, and stops at the first byte that rules it out. */
export async function stageFile(source: AsyncIterable<Buffer>, path: string): Promise<Staging> {
  const watch = new FileWatch();
  const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
  let refused: Finding | undefined;
  for await (const chunk of source) {
    refused = watch.see(chunk);
    if (refused) break;
    if (!target.write(chunk)) await once(target, "drain");
  }
  target.end();
  await finished(target);
  refused ??= watch.finish();
  const encoding = watch.encoding();
  if (!refused && encoding) {
    return { kind: "staged", file: { path, size: watch.size, sha256: watch.sha256(), encoding } };
  }
  await rm(path, { force: true });
  return { kind: "refused", finding: refused ?? notText() };
}

/** How many of the first bytes tell what kind of file it is. */
const headLength = 512;

/** What is counted while a file goes by. */
class FileWatch {
  size = 0;
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
    this.hash.update(chunk);
    this.encodingWatch.see(chunk);
    return undefined;
  }

  finish(): Finding | undefined {
    if (!this.isBlank) return undefined;
    return {
      code: "FILE_EMPTY",
      severity: "error",
      path: "file",
      message: "There is nothing in this file. Choose the file that holds the figures.",
    };
  }

  encoding(): TextEncoding | undefined {
    return this.encodingWatch.encoding();
  }

  sha256(): string {
    return this.hash.digest("hex");
  }
}

function tooLarge(): Finding {
  const message = `The file is larger than ${String(largestFile / 1024 / 1024)} MB. Split it, by year for example, and bring the parts in one after another.`;
  return { code: "FILE_TOO_LARGE", severity: "error", path: "file", message };
}

function lineTooLong(): Finding {
  const message =
    "A single line of this file is longer than a million characters, so it is not a table with rows. Save it again as CSV from the spreadsheet.";
  return { code: "LINE_TOO_LONG", severity: "error", path: "file", message };
}
