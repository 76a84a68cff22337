import type { RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { requireDraft } from "./require-draft.ts";
import { findDraft, removeDraft, reopenProposals } from "./template-draft.store.ts";

/** A draft to throw away. */
export interface DiscardTemplateDraft {
  readonly idempotencyKey?: string | null;
  readonly draftId: string;
  readonly expectedRevision: number;
}

export interface TemplateDraftDiscarded {
  readonly kind: "discarded";
  readonly templateKey: string;
}

/**
 * Throws a draft away, as it was when it was looked at; not when somebody changed it since. Proposals that were taken
 * into it wait for an answer again.
 */
export async function discardTemplateDraft(
  ctx: RequestContext,
  input: DiscardTemplateDraft,
): Promise<TemplateDraftDiscarded> {
  const draft = await requireDraft(ctx, "template.author", (database) => findDraft(database, input.draftId));
  const { organizationId, templateKey, revision } = draft;
  requireRevision(draft, input.expectedRevision);
  const change = { useCase: "discardTemplateDraft", jurisdictionId: PLATFORM, organizationId, input };
  return await write<TemplateDraftDiscarded>(ctx, change, async (tx) => {
    const isRemoved = await removeDraft(tx.database, draft);
    requireRevision({ revision: isRemoved ? revision : -1 }, revision);
    const reopenedCount = await reopenProposals(tx.database, draft.id);
    await tx.summarize({ template: templateKey, name: draft.content.name, reopenedCount });
    return { kind: "discarded", templateKey };
  });
}
