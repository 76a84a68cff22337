import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { authorizeImport } from "./authorize-import.ts";
import { keyOf, notReady } from "./check-import.ts";
import { requireImport } from "./import.reads.ts";
import { deleteParts, type ImportRecord, stepImport } from "./import.store.ts";
import { stage } from "./staging-area.ts";

export type DiscardImportOutcome =
  | { readonly kind: "discarded"; readonly import: ImportRecord }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Gives an uploaded file up before it was brought in, and removes its bytes. */
export async function discardImport(ctx: RequestContext, importId: string): Promise<DiscardImportOutcome> {
  const found = await requireImport(ctx, importId);
  authorizeImport(ctx, found);
  const isDone = await stage(ctx, async (database) => {
    const step = { from: ["uploaded", "checked"], to: { state: "discarded" } } as const;
    if (!(await stepImport(database, keyOf(found), step))) return false;
    await deleteParts(database, keyOf(found));
    return true;
  });
  if (!isDone) return { kind: "refused", findings: [notReady(found)] };
  return { kind: "discarded", import: await requireImport(ctx, importId) };
}
