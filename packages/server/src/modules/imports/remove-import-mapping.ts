import type { RequestContext } from "#server/context.ts";
import { authorize } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { deleteMapping } from "./import-mapping.store.ts";

/** Which kept mapping, and whose. */
export interface RemoveImportMapping {
  readonly idempotencyKey?: string | null;
  readonly jurisdictionId: string;
  readonly id: string;
}

/** Forgets a mapping that was kept by name. Imports that used it keep their own copy. */
export async function removeImportMapping(
  ctx: RequestContext,
  input: RemoveImportMapping,
): Promise<{ readonly kind: "removed"; readonly id: string }> {
  const { jurisdictionId, id } = input;
  authorize(ctx, "observation.import", { jurisdictionId });
  return await write(ctx, { useCase: "removeImportMapping", jurisdictionId, input }, async (tx) => {
    if (!(await deleteMapping(tx.database, { jurisdictionId, id }))) throw notFound("mapping");
    return { kind: "removed" as const, id };
  });
}
