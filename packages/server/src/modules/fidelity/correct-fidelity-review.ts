import { type Finding, hasErrors } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { type KeptRating, updateReview } from "./fidelity-review.store.ts";
import { findFaults, inOrder, type RecordFidelityReview, twiceADay } from "./record-fidelity-review.ts";
import { requireOwnReview } from "./site-to-rate.ts";

/** A review as it should have been recorded. */
export interface CorrectFidelityReview extends Omit<RecordFidelityReview, "rater"> {
  readonly reviewId: string;
  readonly expectedRevision: number;
}

export type CorrectFidelityReviewOutcome =
  | { readonly kind: "corrected"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Puts a review right. It stays with the release under which it was made. */
export async function correctFidelityReview(
  ctx: RequestContext,
  input: CorrectFidelityReview,
): Promise<CorrectFidelityReviewOutcome> {
  const { site, organizationId, review: held } = await requireOwnReview(ctx, input);
  requireRevision(held, input.expectedRevision);
  const review = inOrder(input);
  const findings = await findFaults(ctx, site, { ...review, rater: held.rater, releaseId: held.releaseId });
  if (hasErrors(findings)) return { kind: "refused", findings };
  const change = {
    useCase: "correctFidelityReview",
    jurisdictionId: site.jurisdictionId,
    siteId: site.id,
    organizationId: organizationId ?? undefined,
    input,
    onBrokenConstraint: { fidelity_review_is_once_a_day: twiceADay },
  };
  return await write<CorrectFidelityReviewOutcome>(ctx, change, async (tx) => {
    const ratings = review.ratings.map((rating) => withReason(rating, held.ratings));
    const isSaved = await updateReview(tx.database, held, { ...review, ratings });
    requireRevision({ revision: isSaved ? held.revision : -1 }, held.revision);
    await tx.summarize({ rater: held.rater, reviewedOn: input.reviewedOn });
    return { kind: "corrected", siteId: site.id };
  });
}

/** What was said about a difference holds as long as the mark is the same. */
function withReason(rating: KeptRating, held: readonly KeptRating[]): KeptRating {
  const before = held.find(({ componentKey }) => componentKey === rating.componentKey);
  if (before?.differenceReason === undefined || before.mark !== rating.mark) return rating;
  return { ...rating, differenceReason: before.differenceReason };
}
