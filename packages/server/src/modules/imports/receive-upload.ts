import { importers, type ImporterKey } from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";

import type { ActingContext, RequestContext } from "#server/context.ts";
import { newId } from "#server/persistence/write.ts";

import { authorizeImport } from "./authorize-import.ts";
import { deleteParts, type ImportKey, insertImport, insertPart, markUploaded } from "./import.store.ts";
import { type KeepPiece, openTable, stageFile, type StagedFile } from "./reading/index.ts";
import { stage, stagedBytes } from "./staging-area.ts";

/** A file on its way in. */
export interface Upload {
  readonly importer: ImporterKey;
  /** Whose figures they are; the platform for a steward's. */
  readonly jurisdictionId: string;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

export type ReceiveUploadOutcome =
  | { readonly kind: "received"; readonly importId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Takes a file into the staging area and opens it as a table. Of a file that is refused nothing is kept. */
export async function receiveUpload(ctx: RequestContext, upload: Upload): Promise<ReceiveUploadOutcome> {
  authorizeImport(ctx, upload);
  const { importer, jurisdictionId, bytes } = upload;
  const key = { jurisdictionId, id: newId() };
  const fileName = upload.fileName.trim().slice(0, 200) || "file.csv";
  await stage(ctx, (database) =>
    insertImport(database, { ...key, importer, fileName, createdBy: ctx.actor.name }),
  );
  const keep: KeepPiece = (piece, position) =>
    stage(ctx, (database) => insertPart(database, key, { position, bytes: new Uint8Array(piece) }));
  const staging = await stageFile(bytes, keep);
  const outcome =
    staging.kind === "refused"
      ? refusedFor(staging.finding)
      : await openUploaded(ctx, { ...key, importer }, staging.file);
  if (outcome.kind === "refused") await stage(ctx, (database) => deleteParts(database, key));
  return outcome;
}

async function openUploaded(
  ctx: ActingContext,
  { importer, ...key }: ImportKey & Pick<Upload, "importer">,
  file: StagedFile,
): Promise<ReceiveUploadOutcome> {
  const opening = await openTable(stagedBytes(ctx.database, key), {
    ...file,
    privateColumns: importers[importer].privateColumns,
  });
  if (opening.kind === "refused") return opening;
  const { reading, sample, findings } = opening.table;
  const received = {
    fileSize: file.size,
    fileSha256: file.sha256,
    reading,
    sample: { ...sample, lines: file.lines, findings },
  };
  await stage(ctx, (database) => markUploaded(database, key, received));
  return { kind: "received", importId: key.id };
}

function refusedFor(finding: Finding): ReceiveUploadOutcome {
  return { kind: "refused", findings: [finding] };
}
