import type { RequestContext } from "#server/context.ts";
import { requireSite } from "#server/modules/sites/index.ts";
import { write } from "#server/persistence/write.ts";
import { Refusal, requireRevision } from "#server/refusal.ts";

import type { UpgradeDecision } from "./upgrade-decision.ts";
import { findUpgradeDraft, saveUpgradeDraft } from "./upgrade-draft.store.ts";

/** Decisions about an upgrade that is not made yet. */
export interface SaveUpgradeDecisions {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly releaseId: string;
  /** The revision of the draft that was read; 0 when there was none. */
  readonly expectedRevision: number;
  readonly decisions: readonly UpgradeDecision[];
}

export interface UpgradeDecisionsSaved {
  readonly kind: "saved";
  readonly siteId: string;
  readonly releaseId: string;
  readonly revision: number;
}

const mostDecisions = 1_000;

/** Keeps what was decided so far, so that somebody can go on with it later. */
export async function saveUpgradeDecisions(
  ctx: RequestContext,
  input: SaveUpgradeDecisions,
): Promise<UpgradeDecisionsSaved> {
  const { siteId, releaseId, decisions, expectedRevision } = input;
  const site = await requireSite(ctx, siteId, "site.upgrade");
  if (decisions.length > mostDecisions)
    throw new Refusal("BAD_INPUT", "These are more than 1,000 decisions. Keep those of this upgrade only.");
  const held = await findUpgradeDraft(ctx.database, { siteId, releaseId });
  requireRevision({ revision: held?.revision ?? 0 }, expectedRevision);
  const { jurisdictionId } = site;
  const change = { useCase: "saveUpgradeDecisions", jurisdictionId, siteId, input };
  return await write<UpgradeDecisionsSaved>(ctx, change, async (tx) => {
    const key = { jurisdictionId, siteId, releaseId };
    const draft = { decisions, updatedBy: ctx.actor?.name ?? "", revision: expectedRevision };
    const isSaved = await saveUpgradeDraft(tx.database, key, draft);
    requireRevision({ revision: isSaved ? expectedRevision : -1 }, expectedRevision);
    await tx.summarize({ decisionCount: decisions.length });
    return { kind: "saved", siteId, releaseId, revision: expectedRevision + 1 };
  });
}
