import { checkReview, type ComponentRating, type FidelityReview } from "@frontstep/domain/fidelity";
import { type Finding, hasErrors, todayIn } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { type SiteRecord } from "#server/modules/sites/index.ts";
import { newId, write } from "#server/persistence/write.ts";
import { Refusal } from "#server/refusal.ts";

import { insertReview, listComponents } from "./fidelity-review.store.ts";
import { requireSiteToRate } from "./site-to-rate.ts";

/** What somebody found, component by component. */
export interface RecordFidelityReview extends FidelityReview {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly ratedBy: string;
}

export type RecordFidelityReviewOutcome =
  | { readonly kind: "recorded"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Records a review of a site against the release that it has. */
export async function recordFidelityReview(
  ctx: RequestContext,
  input: RecordFidelityReview,
): Promise<RecordFidelityReviewOutcome> {
  const { site, organizationId } = await requireSiteToRate(ctx, input.siteId);
  if (organizationId !== null && input.rater !== "external")
    throw new Refusal("BAD_INPUT", "An organization rates a site from outside. Choose that kind of review.");
  const review = inOrder(input);
  const findings = await findFaults(ctx, site, { ...review, rater: input.rater, releaseId: site.releaseId });
  if (hasErrors(findings)) return { kind: "refused", findings };
  const change = {
    useCase: "recordFidelityReview",
    jurisdictionId: site.jurisdictionId,
    siteId: site.id,
    organizationId: organizationId ?? undefined,
    input,
    onBrokenConstraint: { fidelity_review_is_once_a_day: twiceADay },
  };
  return await write<RecordFidelityReviewOutcome>(ctx, change, async (tx) => {
    await insertReview(tx.database, {
      ...review,
      jurisdictionId: site.jurisdictionId,
      siteId: site.id,
      id: newId(),
      releaseId: site.releaseId,
      rater: input.rater,
      organizationId,
      recordedBy: ctx.actor?.name ?? "",
    });
    await tx.summarize({ rater: input.rater, reviewedOn: input.reviewedOn });
    return { kind: "recorded", siteId: site.id };
  });
}

/** What was typed, without blanks around it and without what is empty. */
export function inOrder({
  ratedBy,
  reviewedOn,
  ratings,
}: Pick<RecordFidelityReview, "ratedBy" | "reviewedOn" | "ratings">) {
  return {
    ratedBy: ratedBy.trim(),
    reviewedOn,
    ratings: ratings.map(({ componentKey, mark, notApplicableReason, evidence }): ComponentRating => {
      const reason = notApplicableReason?.trim();
      return {
        componentKey,
        mark: mark ?? null,
        ...(reason ? { notApplicableReason: reason } : {}),
        evidence: evidence.map(({ label, url, datedOn }) => ({
          label: label.trim(),
          ...(url?.trim() ? { url: url.trim() } : {}),
          datedOn,
        })),
      };
    }),
  };
}

const LONGEST_NAME = 200;

/** What is wrong with a review against the components of the release under which it is made. */
export async function findFaults(
  ctx: RequestContext,
  site: Pick<SiteRecord, "timeZone">,
  review: FidelityReview & { readonly ratedBy: string; readonly releaseId: string },
): Promise<Finding[]> {
  const components = (await listComponents(ctx.database, [review.releaseId])).get(review.releaseId) ?? [];
  const { length } = review.ratedBy;
  const named: Finding[] = [];
  if (length === 0 || length > LONGEST_NAME) {
    const message = "Say in at most 200 letters who rated: roles or an organization, no names of officers.";
    named.push({ code: "RATED_BY_MISSING", severity: "error", path: "ratedBy", message });
  }
  return [...named, ...checkReview(review, { components, today: todayIn(site.timeZone, new Date()) })];
}

/** Another review of that kind and day stands there already. */
export function twiceADay(): { readonly kind: "refused"; readonly findings: readonly Finding[] } {
  const message =
    "There is a review of this kind from that day already. Correct that one, or take it back and record this one.";
  return {
    kind: "refused",
    findings: [{ code: "REVIEW_TWICE_A_DAY", severity: "error", path: "reviewedOn", message }],
  };
}
