import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { updateReview } from "./fidelity-review.store.ts";
import { requireOwnReview } from "./site-to-rate.ts";

/** Why a rater sees a component otherwise than another. */
export interface ExplainRatingDifference {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly reviewId: string;
  readonly componentKey: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

export type ExplainRatingDifferenceOutcome =
  | { readonly kind: "explained"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const SHORTEST = 10;
const LONGEST = 1_000;

/** Says in a review why its mark for a component is not the other rater's. */
export async function explainRatingDifference(
  ctx: RequestContext,
  input: ExplainRatingDifference,
): Promise<ExplainRatingDifferenceOutcome> {
  const { site, organizationId, review } = await requireOwnReview(ctx, input);
  requireRevision(review, input.expectedRevision);
  if (!review.ratings.some(({ componentKey }) => componentKey === input.componentKey))
    throw notFound("component");
  const reason = input.reason.trim();
  if (reason.length < SHORTEST || reason.length > LONGEST) {
    const message = "Say in a sentence of at most 1,000 letters why you rate it differently.";
    return {
      kind: "refused",
      findings: [{ code: "DIFFERENCE_REASON_MISSING", severity: "error", path: "reason", message }],
    };
  }
  const change = {
    useCase: "explainRatingDifference",
    jurisdictionId: site.jurisdictionId,
    siteId: site.id,
    organizationId: organizationId ?? undefined,
    reason,
    input,
  };
  return await write<ExplainRatingDifferenceOutcome>(ctx, change, async (tx) => {
    const ratings = review.ratings.map((rating) =>
      rating.componentKey === input.componentKey ? { ...rating, differenceReason: reason } : rating,
    );
    const isSaved = await updateReview(tx.database, review, { ...review, ratings });
    requireRevision({ revision: isSaved ? review.revision : -1 }, review.revision);
    await tx.summarize({ key: input.componentKey });
    return { kind: "explained", siteId: site.id };
  });
}
