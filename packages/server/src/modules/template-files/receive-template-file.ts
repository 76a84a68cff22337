import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";

import type { Finding } from "@frontstep/domain/shared";
import { fileNotUtf8, fileTooLarge, largestTemplateFile } from "@frontstep/domain/template-files";

/** A file that arrived whole, as text. */
export type ReceivedFile =
  | { readonly kind: "received"; readonly text: string; readonly sha256: string }
  | { readonly kind: "refused"; readonly finding: Finding };

/** How much of a file that is too large is still read and let go, so that its sender hears the answer. */
const mostLetGo = 500 * 1024 * 1024;

/** Takes a file in. Of one that is too large no more than the limit is kept, whatever its sender says of its size. */
export async function receiveTemplateFile(source: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > largestTemplateFile) pieces.length = 0;
    else pieces.push(piece);
    if (size > mostLetGo) break;
  }
  if (size > largestTemplateFile) return { kind: "refused", finding: fileTooLarge() };
  const bytes = Buffer.concat(pieces);
  if (!isUtf8(bytes)) return { kind: "refused", finding: fileNotUtf8() };
  return {
    kind: "received",
    text: bytes.toString("utf8"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
