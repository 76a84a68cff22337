import { may } from "@frontstep/domain/access";

import { batched } from "#server/batch.ts";
import type { RequestContext } from "#server/context.ts";

import { type ComparisonArea, listComparisonAreas } from "./comparison-area.store.ts";

/** The area that a site's change is held against; null when none is named, or for whoever may not see its goals. */
export async function comparisonArea(
  ctx: RequestContext,
  site: { readonly id: string; readonly jurisdictionId: string },
): Promise<ComparisonArea | null> {
  const place = { jurisdictionId: site.jurisdictionId, siteId: site.id };
  const { allowed } = may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "goal.read", place });
  return allowed ? await load(ctx, site.id) : null;
}

const load = batched(async (ctx, siteIds: readonly string[]): Promise<(ComparisonArea | null)[]> => {
  const areas = await listComparisonAreas(ctx.database, siteIds);
  return siteIds.map((siteId) => areas.find((area) => area.siteId === siteId) ?? null);
});
