import { importers } from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { authorizeImport } from "./authorize-import.ts";
import { findMapping, type ImportMapping, insertMapping, updateMapping } from "./import-mapping.store.ts";
import { requireImport } from "./import.reads.ts";

/** A mapping to keep, under which name. */
export interface SaveImportMapping {
  readonly idempotencyKey?: string | null;
  /** The import for whose file it was made. */
  readonly importId: string;
  readonly name: string;
  readonly mapping: unknown;
}

export type SaveImportMappingOutcome =
  | { readonly kind: "saved"; readonly mapping: ImportMapping }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Keeps a mapping by name, for the next file from the same source. One of that name is replaced. */
export async function saveImportMapping(
  ctx: RequestContext,
  input: SaveImportMapping,
): Promise<SaveImportMappingOutcome> {
  const { jurisdictionId, importer } = await requireImport(ctx, input.importId);
  authorizeImport(ctx, { jurisdictionId, importer });
  const name = input.name.trim();
  const parsed = importers[importer].mappingSchema.safeParse(input.mapping);
  if (name === "" || name.length > 100)
    return refused("MAPPING_NAME_MISSING", "name", "Give the mapping a name of at most 100 characters.");
  if (!parsed.success)
    return refused("MAPPING_UNREADABLE", "mapping", "Say what the columns mean before you keep the mapping.");
  return await write<SaveImportMappingOutcome>(
    ctx,
    { useCase: "saveImportMapping", jurisdictionId, input },
    async (tx) => {
      const shelf = { jurisdictionId, importer };
      const kept = await findMapping(tx.database, shelf, name);
      const mapping = { ...(kept ?? { ...shelf, id: newId(), name, revision: 1 }), mapping: parsed.data };
      if (kept)
        requireRevision(
          { revision: (await updateMapping(tx.database, mapping)) ? kept.revision : -1 },
          kept.revision,
        );
      else await insertMapping(tx.database, mapping);
      await tx.summarize({ name });
      return { kind: "saved", mapping: { ...mapping, revision: kept ? kept.revision + 1 : 1 } };
    },
  );
}

function refused(code: string, path: string, message: string): SaveImportMappingOutcome {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}
