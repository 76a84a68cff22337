import {
  type CoveredRole,
  coverRoles,
  type Dependence,
  dependenceByOrganization,
  type PartnerRole,
} from "@frontstep/domain/partners";
import { type Language, localize, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { ownJurisdiction } from "#server/own-jurisdiction.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";

import { listSitesToCover, type NamedPartnership, type SiteToCover } from "./coverage.store.ts";

/** A role of a site with how it is covered today, in the words of the site's design. */
export interface NamedRole extends CoveredRole<NamedPartnership> {
  readonly title: string;
}

/** A site with how each of its roles is covered on its own today. */
export interface SiteCoverage {
  readonly siteId: string;
  readonly siteName: string;
  readonly asOf: PlainDate;
  readonly roles: readonly NamedRole[];
}

/** How each role of each open site of a city is covered, the sites by name. */
export async function partnerCoverage(
  ctx: RequestContext,
  question: { readonly jurisdictionId?: string | null },
  page: { readonly first?: number | null; readonly after?: string | null },
): Promise<Page<SiteCoverage>> {
  const jurisdictionId = question.jurisdictionId ?? ownJurisdiction(ctx);
  authorize(ctx, "partner.read", { jurisdictionId });
  const request = pageRequest(page);
  const found = await listSitesToCover(ctx.database, jurisdictionId, request);
  const rows = found.rows.map((site) => coverSite(site, ctx.language));
  return toPage(request, { rows, totalCount: found.totalCount }, ({ siteName, siteId }) => [
    siteName,
    siteId,
  ]);
}

function coverSite(site: SiteToCover, language: Language): SiteCoverage {
  const asOf = todayIn(site.timeZone, new Date());
  const titles = new Map(site.roles.map(({ key, title }: PartnerRole) => [key, localize(title, language)]));
  return {
    siteId: site.id,
    siteName: site.name,
    asOf,
    roles: coverRoles(site.roles, site.partnerships, asOf).map((role) => ({
      ...role,
      title: titles.get(role.partnerRoleKey) ?? role.partnerRoleKey,
    })),
  };
}

/** What hangs on an organization in a city, with names. */
export interface NamedDependence extends Dependence {
  readonly organizationName: string;
  readonly sites: readonly (Dependence["sites"][number] & { readonly siteName: string })[];
}

/** How the required roles of a city are covered today, and what hangs on whom. */
export interface PartnerNetwork {
  readonly id: string;
  readonly siteCount: number;
  /** Required roles, counted at each site. */
  readonly requiredCount: number;
  readonly coveredCount: number;
  readonly startingCount: number;
  readonly lapsingCount: number;
  readonly undeliveredCount: number;
  readonly gapCount: number;
  /** Those first on whom the most hangs, 100 at most. */
  readonly organizations: readonly NamedDependence[];
  readonly organizationCount: number;
  /** How many sites were not looked at, because the city has more than are read at once. */
  readonly uncountedSites: number;
}

/** The most sites that are looked at together. */
const MOST_SITES = 500;

/** The most organizations that are named. */
const MOST_ORGANIZATIONS = 100;

/** How the required roles of a city's open sites are covered today, and which organizations they hang on. */
export async function partnerNetwork(
  ctx: RequestContext,
  question: { readonly jurisdictionId?: string | null },
): Promise<PartnerNetwork> {
  const jurisdictionId = question.jurisdictionId ?? ownJurisdiction(ctx);
  authorize(ctx, "partner.read", { jurisdictionId });
  const found = await listSitesToCover(ctx.database, jurisdictionId, { first: MOST_SITES, after: undefined });
  const sites = found.rows.slice(0, MOST_SITES).map((site) => coverSite(site, ctx.language));
  const required = sites.flatMap(({ roles }) => roles.filter(({ isRequired }) => isRequired));
  const organizations = nameEach(sites);
  const inState = (state: NamedRole["state"]) => required.filter((role) => role.state === state).length;
  return {
    id: jurisdictionId,
    siteCount: found.totalCount,
    requiredCount: required.length,
    coveredCount: inState("covered"),
    startingCount: inState("starting"),
    lapsingCount: inState("lapsing"),
    undeliveredCount: inState("undelivered"),
    gapCount: inState("gap"),
    organizations: organizations.slice(0, MOST_ORGANIZATIONS),
    organizationCount: organizations.length,
    uncountedSites: found.totalCount - sites.length,
  };
}

function nameEach(sites: readonly SiteCoverage[]): NamedDependence[] {
  const siteNames = new Map(sites.map(({ siteId, siteName }) => [siteId, siteName]));
  const holders = sites.flatMap(({ roles }) => roles.flatMap((role) => role.holders));
  const names = new Map(
    holders.map(({ organizationId, organizationName }) => [organizationId, organizationName]),
  );
  return dependenceByOrganization(sites).map((one) => ({
    ...one,
    organizationName: names.get(one.organizationId) ?? "",
    sites: one.sites.map((site) => ({ ...site, siteName: siteNames.get(site.siteId) ?? "" })),
  }));
}
