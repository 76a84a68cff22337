import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { findDraft, removeDraft } from "./site-draft.store.ts";

export interface SiteDraftDiscarded {
  readonly kind: "discarded";
  readonly id: string;
}

/** Throws one of one's own half-filled forms away. */
export async function discardSiteDraft(ctx: RequestContext, id: string): Promise<SiteDraftDiscarded> {
  authorize(ctx, "site.open", "anywhere");
  const { accountId } = ctx.actor;
  const draft = await findDraft(ctx.database, { accountId, id });
  if (draft === null) throw notFound("draft");
  return await write<SiteDraftDiscarded>(
    ctx,
    { useCase: "discardSiteDraft", jurisdictionId: draft.jurisdictionId },
    async (tx) => {
      await removeDraft(tx.database, { accountId, id });
      return { kind: "discarded", id };
    },
  );
}
