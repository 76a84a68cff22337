import { may } from "@frontstep/domain/access";
import {
  requiredRolesHeld,
  roleCoverage,
  type PartnerRequirement,
  type RoleStanding,
} from "@frontstep/domain/partners";
import { localize, todayIn, type Language } from "@frontstep/domain/shared";

import { batched } from "#server/batch.ts";
import type { RequestContext } from "#server/context.ts";

import { describePartnership, type DescribedPartnership } from "./describe-partnership.ts";
import { listPartneredSites, type PartneredSite } from "./partnered-site.store.ts";
import { type KeptPartnership, listPartnerships } from "./partnership.store.ts";

/** A role that the design of a site names, and who holds it today. */
export interface DescribedRole {
  readonly partnerRoleKey: string;
  readonly title: string;
  readonly requirement: PartnerRequirement;
  readonly standing: RoleStanding;
  readonly typicalHolder: string | null;
  readonly deliverable: string | null;
  readonly partnerships: readonly DescribedPartnership[];
}

/** The partner roles of a site today, gaps first. */
export interface SitePartners {
  readonly siteId: string;
  readonly roles: readonly DescribedRole[];
  readonly requiredCount: number;
  readonly heldCount: number;
  readonly gapCount: number;
  readonly lapsingCount: number;
}

/** The partner roles of a site today; null for whoever may not see partnerships here. */
export async function sitePartners(
  ctx: RequestContext,
  site: { readonly id: string; readonly jurisdictionId: string },
): Promise<SitePartners | null> {
  const place = { jurisdictionId: site.jurisdictionId, siteId: site.id };
  const { allowed } = may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "partner.read", place });
  return allowed ? await load(ctx, site.id) : null;
}

const load = batched(async (ctx, siteIds: readonly string[]): Promise<(SitePartners | null)[]> => {
  const [sites, partnerships] = await Promise.all([
    listPartneredSites(ctx.database, siteIds),
    listPartnerships(ctx.database, { siteIds }),
  ]);
  const bySite = Map.groupBy(partnerships, ({ siteId }) => siteId);
  return siteIds.map((siteId) => {
    const site = sites.find(({ id }) => id === siteId);
    return site ? describePartners(site, bySite.get(siteId) ?? [], ctx.language) : null;
  });
});

function describePartners(
  site: PartneredSite,
  partnerships: readonly KeptPartnership[],
  language: Language,
): SitePartners {
  const coverage = roleCoverage(site.partnerRoles, partnerships, todayIn(site.timeZone, new Date()));
  const { held, required } = requiredRolesHeld(coverage);
  return {
    siteId: site.id,
    roles: coverage.map(({ partnerRoleKey, requirement, standing, partnerships: current }) => {
      const role = site.partnerRoles.find(({ key }) => key === partnerRoleKey);
      return {
        partnerRoleKey,
        requirement,
        standing,
        title: role ? localize(role.title, language) : partnerRoleKey,
        typicalHolder: role?.typicalHolder ? localize(role.typicalHolder, language) : null,
        deliverable: role?.deliverable ? localize(role.deliverable, language) : null,
        partnerships: current.map((partnership) => describePartnership(partnership, site, language)),
      };
    }),
    requiredCount: required,
    heldCount: held,
    gapCount: coverage.filter(({ standing }) => standing === "gap").length,
    lapsingCount: coverage.filter(({ standing }) => standing === "lapsing").length,
  };
}
