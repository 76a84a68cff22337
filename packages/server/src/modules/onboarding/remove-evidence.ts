import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import type { ItemOutcome } from "./change-item.ts";
import { requireItem } from "./checklist.reads.ts";
import { markEvidenceRemoved } from "./evidence.store.ts";

/** Evidence that was added by mistake. */
export interface RemoveEvidence {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly itemKey: string;
  readonly evidenceId: string;
}

/** Takes evidence off an item that is not signed off; what it was stays on record. */
export async function removeEvidence(ctx: RequestContext, input: RemoveEvidence): Promise<ItemOutcome> {
  const { checklist, item, standing, evidence } = await requireItem(ctx, input, "checklist.update");
  const removed = evidence.find(({ id }) => id === input.evidenceId);
  if (removed === undefined) throw notFound("evidence");
  if (standing.isSignedOff) {
    const message = `${standing.key} is signed off on this evidence. Reopen it first, and say why.`;
    return {
      kind: "refused",
      findings: [{ code: "CHECKLIST_SIGNED_OFF", severity: "error", path: "evidence", message }],
    };
  }
  const { siteId, itemKey } = input;
  const place = { jurisdictionId: checklist.site.jurisdictionId, siteId };
  return await write<ItemOutcome>(ctx, { useCase: "removeEvidence", ...place, input }, async (tx) => {
    await markEvidenceRemoved(tx.database, place, removed.id);
    await tx.summarize({ item: itemKey, title: item.title, label: removed.label });
    return { kind: "changed", siteId, itemKey };
  });
}
