import { createHash } from "node:crypto";

import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";

import type { ItemOutcome } from "./change-item.ts";
import { requireItem } from "./checklist.reads.ts";
import { checkLabel } from "./evidence-link.ts";
import { insertEvidence, insertFile } from "./evidence.store.ts";
import { ACCEPTED_ENDINGS, mediaTypeOf } from "./file-kind.ts";

/** The largest file that is kept as evidence. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const longestName = 200;

/** A file that shows that an item is done. */
export interface AddEvidenceFile {
  readonly siteId: string;
  readonly itemKey: string;
  readonly label: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function fault(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

/** The name without folders and without marks that no file system takes. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}"<>:|?*]/gu, "_").trim();
}

function checkFile({ name, bytes }: AddEvidenceFile): Finding[] {
  if (bytes.length === 0)
    return [fault("EVIDENCE_FILE_EMPTY", "file", "This file is empty. Choose the file once more.")];
  const length = plainName(name).length;
  if (length === 0 || length > longestName) {
    return [fault("EVIDENCE_FILE_NAME_REFUSED", "file", "Give the file a name of 1 to 200 characters.")];
  }
  if (mediaTypeOf(name, bytes) !== undefined) return [];
  const kinds = ACCEPTED_ENDINGS.join(", ");
  return [
    fault(
      "EVIDENCE_FILE_KIND_REFUSED",
      "file",
      `This is not a file of a kind that is kept (${kinds}). Save it as one of them, for example as pdf.`,
    ),
  ];
}

/** Keeps a file that shows that an item is done. */
export async function addEvidenceFile(ctx: RequestContext, input: AddEvidenceFile): Promise<ItemOutcome> {
  const { checklist, item } = await requireItem(ctx, input, "checklist.update");
  const findings = [...checkLabel(input.label), ...checkFile(input)];
  const mediaType = mediaTypeOf(input.name, input.bytes);
  if (findings.length > 0 || mediaType === undefined) return { kind: "refused", findings };
  const { siteId, itemKey, bytes } = input;
  const place = { jurisdictionId: checklist.site.jurisdictionId, siteId };
  return await write<ItemOutcome>(ctx, { useCase: "addEvidenceFile", ...place }, async (tx) => {
    const label = input.label.trim();
    const fileId = newId();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await insertFile(tx.database, place, {
      id: fileId,
      name: plainName(input.name),
      mediaType,
      size: bytes.length,
      sha256,
      bytes,
    });
    const added = {
      id: newId(),
      itemKey,
      label,
      url: null,
      fileId,
      addedBy: ctx.actor?.name ?? "",
      addedAt: new Date(),
    };
    await insertEvidence(tx.database, place, added);
    await tx.summarize({ item: itemKey, title: item.title, label, file: plainName(input.name) });
    return { kind: "changed", siteId, itemKey };
  });
}
