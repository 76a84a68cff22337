import type { UpgradeDecision } from "#server/modules/upgrades/index.ts";
import type { RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { contentWith, planBaseRelease } from "./plan-base-release.ts";
import { saveDraft } from "./template-draft.store.ts";

/** A release that a draft takes, of the template that it extends or of its own. */
export interface TakeBaseRelease {
  readonly idempotencyKey?: string | null;
  readonly draftId: string;
  readonly releaseId: string;
  readonly expectedRevision: number;
  readonly decisions: readonly UpgradeDecision[];
}

export type TakeBaseReleaseOutcome =
  | { readonly kind: "taken"; readonly draftId: string }
  | { readonly kind: "conflicted"; readonly openCount: number };

/** Brings a draft to a newer release of its own template or of the one that it extends; nothing is changed while a question is open. */
export async function takeBaseRelease(
  ctx: RequestContext,
  input: TakeBaseRelease,
): Promise<TakeBaseReleaseOutcome> {
  const plan = await planBaseRelease(ctx, input);
  const { draft, from, to, merge } = plan;
  requireRevision(draft, input.expectedRevision);
  if (merge.conflicts.length > 0) return { kind: "conflicted", openCount: merge.conflicts.length };
  const content = contentWith(plan);
  const { organizationId, templateKey } = draft;
  const change = { useCase: "takeBaseRelease", jurisdictionId: PLATFORM, organizationId, input };
  return await write<TakeBaseReleaseOutcome>(ctx, change, async (tx) => {
    const baseReleaseId = plan.isOwn ? to.id : draft.baseReleaseId;
    const updatedBy = ctx.actor?.name ?? "";
    const isSaved = await saveDraft(tx.database, draft, { content, updatedBy, baseReleaseId });
    requireRevision({ revision: isSaved ? draft.revision : -1 }, draft.revision);
    await tx.summarize({ template: templateKey, name: content.name, from: from.version, to: to.version });
    return { kind: "taken", draftId: draft.id };
  });
}
