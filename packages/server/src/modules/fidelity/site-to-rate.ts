import { authorize, type RequestContext } from "#server/context.ts";
import { requireSite, type SiteRecord } from "#server/modules/sites/index.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { findOrganizationAt, findReview, type KeptReview } from "./fidelity-review.store.ts";

/** A site and for whom the actor rates it: for the city, or for an organization that works with it. */
export interface SiteToRate {
  readonly site: SiteRecord;
  /** Null when the city rates. */
  readonly organizationId: string | null;
}

/** A site that the actor may rate; refused when there is none or when they may not. */
export async function requireSiteToRate(ctx: RequestContext, siteId: string): Promise<SiteToRate> {
  authorize(ctx, "fidelity.rate", "anywhere");
  const site = await requireSite(ctx, siteId, "site.read");
  if (ctx.hat !== "organization") {
    authorize(ctx, "fidelity.rate", { jurisdictionId: site.jurisdictionId, siteId });
    return { site, organizationId: null };
  }
  const organizationId = await findOrganizationAt(ctx.database, siteId);
  if (organizationId === null)
    throw new Refusal(
      "FORBIDDEN",
      "You may not rate this site: your organization has no partnership here that still runs.",
    );
  authorize(ctx, "fidelity.rate", { organizationId });
  return { site, organizationId };
}

/** A review that the actor may change: their city's own, or their organization's own. */
export async function requireOwnReview(
  ctx: RequestContext,
  { siteId, reviewId }: { readonly siteId: string; readonly reviewId: string },
): Promise<SiteToRate & { readonly review: KeptReview }> {
  const rated = await requireSiteToRate(ctx, siteId);
  const review = await findReview(ctx.database, siteId, reviewId);
  if (review === null) throw notFound("review");
  if (review.organizationId !== rated.organizationId)
    throw new Refusal(
      "FORBIDDEN",
      "You may not change this review: only those who recorded it may. Record your own beside it.",
    );
  return { ...rated, review };
}
