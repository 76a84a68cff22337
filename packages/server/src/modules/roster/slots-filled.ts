import { may } from "@frontstep/domain/access";
import { coverage, type StaffedPosition } from "@frontstep/domain/roster";
import type { PlainDate } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { listAssignments } from "./assignment.store.ts";
import type { SiteKey } from "./roster.reads.ts";

/** How many slots these positions open at a site and how many are held today; undefined for whoever may not see the roster. */
export async function slotsFilled(
  ctx: RequestContext,
  site: SiteKey,
  { positions, today }: { readonly positions: readonly StaffedPosition[]; readonly today: PlainDate },
): Promise<{ readonly met: number; readonly of: number } | undefined> {
  const place = { jurisdictionId: site.jurisdictionId, siteId: site.id };
  const { allowed } = may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "roster.read", place });
  if (!allowed) return undefined;
  const assignments = await listAssignments(ctx.database, {
    jurisdictionId: site.jurisdictionId,
    siteIds: [site.id],
  });
  const slots = coverage({ positions, assignments, asOf: today, plannedFrom: today }).filter(
    ({ isPlanned }) => isPlanned,
  );
  return { met: slots.filter(({ holders }) => holders.length > 0).length, of: slots.length };
}
