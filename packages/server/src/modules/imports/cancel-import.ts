import type { RequestContext } from "#server/context.ts";

import { authorizeImport } from "./authorize-import.ts";
import { keyOf } from "./check-import.ts";
import { requireImport } from "./import.reads.ts";
import { askToCancel, type ImportRecord } from "./import.store.ts";
import { stage } from "./staging-area.ts";

/** Asks the work on an import to stop. It stops at the next batch of rows, and nothing of it is kept. */
export async function cancelImport(
  ctx: RequestContext,
  importId: string,
): Promise<{ readonly kind: "asked"; readonly import: ImportRecord }> {
  const found = await requireImport(ctx, importId);
  authorizeImport(ctx, found);
  await stage(ctx, (database) => askToCancel(database, keyOf(found)));
  return { kind: "asked", import: await requireImport(ctx, importId) };
}
