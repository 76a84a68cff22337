import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { updateReview } from "./fidelity-review.store.ts";
import { requireOwnReview } from "./site-to-rate.ts";

/** A review that should not count any longer. */
export interface WithdrawFidelityReview {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly reviewId: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

export type WithdrawFidelityReviewOutcome =
  | { readonly kind: "withdrawn"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const SHORTEST = 10;
const LONGEST = 2_000;

/** Takes a review back: it is kept and shown as taken back, and counts no longer. */
export async function withdrawFidelityReview(
  ctx: RequestContext,
  input: WithdrawFidelityReview,
): Promise<WithdrawFidelityReviewOutcome> {
  const { site, organizationId, review } = await requireOwnReview(ctx, input);
  requireRevision(review, input.expectedRevision);
  const reason = input.reason.trim();
  if (reason.length < SHORTEST || reason.length > LONGEST) {
    const message = "Say in a sentence of at most 2,000 letters why this review is taken back.";
    return {
      kind: "refused",
      findings: [{ code: "WITHDRAW_REASON_MISSING", severity: "error", path: "reason", message }],
    };
  }
  const change = {
    useCase: "withdrawFidelityReview",
    jurisdictionId: site.jurisdictionId,
    siteId: site.id,
    organizationId: organizationId ?? undefined,
    reason,
    input,
  };
  return await write<WithdrawFidelityReviewOutcome>(ctx, change, async (tx) => {
    const isSaved = await updateReview(tx.database, review, {
      withdrawnBy: ctx.actor?.name ?? "",
      withdrawReason: reason,
    });
    requireRevision({ revision: isSaved ? review.revision : -1 }, review.revision);
    await tx.summarize({ rater: review.rater, reviewedOn: review.reviewedOn });
    return { kind: "withdrawn", siteId: site.id };
  });
}
