import { may } from "@frontstep/domain/access";
import { requiredRolesHeld, roleCoverage, type RoleSource } from "@frontstep/domain/partners";
import type { PlainDate } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { listPartnerships } from "./partnership.store.ts";

/**
 * How many of these partner roles are required, and how many of those a site has under a current agreement;
 * undefined for whoever may not see all its partnerships.
 */
export async function rolesHeld(
  ctx: RequestContext,
  site: { readonly id: string; readonly jurisdictionId: string },
  { roles, today }: { readonly roles: readonly RoleSource[]; readonly today: PlainDate },
): Promise<{ readonly met: number; readonly of: number } | undefined> {
  const place = { jurisdictionId: site.jurisdictionId, siteId: site.id };
  const { allowed } = may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "partner.read", place });
  if (!allowed) return undefined;
  const partnerships = await listPartnerships(ctx.database, { siteIds: [site.id] });
  const { held, required } = requiredRolesHeld(roleCoverage(roles, partnerships, today));
  return { met: held, of: required };
}
