import { isUtf8 } from "node:buffer";

import { analyse } from "chardet";

/** The encodings that tables come in. Everything of Western Europe and the Americas that is not Unicode is read as windows-1252. */
export const textEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;

/** An encoding of text. */
export type TextEncoding = (typeof textEncodings)[number];

/** Watches a file go by, and knows at the end how its text is encoded; memory stays flat. */
export class EncodingWatch {
  private head = Buffer.alloc(0);
  private carried = Buffer.alloc(0);
  private suspect: Buffer | undefined;
  private hasNul = false;

  /** Looks at the next bytes of the file. */
  see(chunk: Buffer): void {
    if (this.head.length < 4) this.head = Buffer.concat([this.head, chunk.subarray(0, 65_536)]);
    this.hasNul ||= chunk.includes(0);
    if (this.suspect) return;
    const joined = this.carried.length === 0 ? chunk : Buffer.concat([this.carried, chunk]);
    const whole = completeLength(joined);
    if (!isUtf8(joined.subarray(0, whole))) this.suspect = Buffer.from(joined.subarray(0, 262_144));
    this.carried = Buffer.from(joined.subarray(whole));
  }

  /** The encoding of what went by; `undefined` when it is not text. */
  encoding(): TextEncoding | undefined {
    const marked = byMark(this.head);
    if (marked) return marked;
    if (this.hasNul) return byNulBytes(this.head);
    if (!this.suspect && this.carried.length === 0) return "utf-8";
    return bySample(this.suspect ?? this.carried);
  }
}

/** The length of the longest part that ends with a whole character. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return wanted > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function byMark(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

/** Text of two bytes a character without a mark: almost every other byte is zero. */
function byNulBytes(head: Buffer): TextEncoding | undefined {
  const sample = head.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.3 && even < sample.length * 0.05) return "utf-16le";
  return even > sample.length * 0.3 && odd < sample.length * 0.05 ? "utf-16be" : undefined;
}

function bySample(sample: Buffer): TextEncoding {
  const likely = analyse(sample)[0]?.name.toLowerCase();
  return textEncodings.find((encoding) => encoding === likely && encoding !== "utf-8") ?? "windows-1252";
}
