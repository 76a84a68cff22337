import { may } from "@frontstep/domain/access";

import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import { describePartnership, type DescribedPartnership } from "./describe-partnership.ts";
import { findOrganization, listOrganizations, type Organization } from "./organization.store.ts";
import { listPartneredSites, type PartneredSite } from "./partnered-site.store.ts";
import {
  findPartnership,
  type KeptPartnership,
  listPartnershipKeys,
  listPartnerships,
  type PartnershipFilter,
} from "./partnership.store.ts";

interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A part of the organizations that all cities share, by name. */
export async function partnerOrganizations(
  ctx: RequestContext,
  search: string | null | undefined,
  page: PageArgs,
): Promise<Page<Organization>> {
  authorize(ctx, "partner.read", "anywhere");
  const request = pageRequest(page);
  const found = await listOrganizations(ctx.database, search, request);
  return toPage(request, found, ({ publicName, id }) => [publicName, id]);
}

/** One organization; null when there is none. */
export async function partnerOrganization(ctx: RequestContext, id: string): Promise<Organization | null> {
  authorize(ctx, "partner.read", "anywhere");
  return await findOrganization(ctx.database, id);
}

/** One organization, refused when there is none. */
export async function requireOrganization(ctx: RequestContext, id: string): Promise<Organization> {
  const found = await findOrganization(ctx.database, id);
  if (found === null) throw notFound("organization");
  return found;
}

/**
 * The place whose people keep an organization's record: the organization itself once its people
 * sign in, else the city that recorded it.
 */
export function keeperOf(organization: Organization): { organizationId: string; jurisdictionId?: string } {
  const { id: organizationId, isClaimed, createdByJurisdictionId } = organization;
  if (isClaimed || createdByJurisdictionId === null) return { organizationId };
  return { organizationId, jurisdictionId: createdByJurisdictionId };
}

/** Whether the reader may change an organization's record. */
export function mayChange(ctx: RequestContext, organization: Organization): boolean {
  const question = {
    hat: ctx.hat,
    permission: "organization.manage",
    place: keeperOf(organization),
  } as const;
  return may(ctx.actor?.memberships ?? [], question).allowed;
}

/**
 * A part of the partnerships that are open to the reader, the nearest lapse first: those of a
 * city's own sites, or those of one's own organization wherever they are. The database picks.
 */
export async function partnerships(
  ctx: RequestContext,
  filter: PartnershipFilter,
  page: PageArgs,
): Promise<Page<DescribedPartnership>> {
  authorize(ctx, "partner.read", "anywhere");
  const request = pageRequest(page);
  const found = await listPartnershipKeys(ctx.database, filter, request);
  const kept = await listPartnerships(ctx.database, { ids: found.rows.map(({ id }) => id) });
  const described = new Map((await describePartnerships(ctx, kept)).map((one) => [one.id, one]));
  const rows = found.rows.flatMap(({ id, lapsesOn }) => {
    const one = described.get(id);
    return one ? [{ ...one, lapsesOn }] : [];
  });
  return toPage(request, { rows, totalCount: found.totalCount }, ({ lapsesOn, id }) => [lapsesOn, id]);
}

/** One partnership, if it is open to the reader: of a city's own sites, or of the own organization. */
export async function partnership(
  ctx: RequestContext,
  jurisdictionId: string,
  id: string,
): Promise<DescribedPartnership | null> {
  authorize(ctx, "partner.read", "anywhere");
  const kept = await findPartnership(ctx.database, jurisdictionId, { id });
  const [described] = kept ? await describePartnerships(ctx, [kept]) : [];
  return described ?? null;
}

/** Partnerships in the words of their sites' designs. */
export async function describePartnerships(
  ctx: RequestContext,
  kept: readonly KeptPartnership[],
): Promise<DescribedPartnership[]> {
  const sites = await listPartneredSites(ctx.database, [...new Set(kept.map(({ siteId }) => siteId))]);
  return kept.map((one) => {
    const site = sites.find(({ id }) => id === one.siteId);
    return describePartnership(one, site, ctx.language);
  });
}

/** One partnership as it is now, in the words of its site's design. */
export async function currentPartnership(
  ctx: RequestContext,
  jurisdictionId: string,
  id: string,
): Promise<DescribedPartnership> {
  const kept = await requirePartnership(ctx, jurisdictionId, { id });
  const [described] = await describePartnerships(ctx, [kept]);
  if (!described) throw notFound("partnership");
  return described;
}

/** One partnership, refused when there is none here. */
export async function requirePartnership(
  ctx: RequestContext,
  jurisdictionId: string,
  by: { readonly id: string } | { readonly agreementId: string },
): Promise<KeptPartnership> {
  const found = await findPartnership(ctx.database, jurisdictionId, by);
  if (found === null) throw notFound("partnership");
  return found;
}

/** One site with its partner roles, refused when it is not there or not open to the actor. */
export async function requirePartneredSite(ctx: RequestContext, id: string): Promise<PartneredSite> {
  const [site] = await listPartneredSites(ctx.database, [id]);
  if (!site) throw notFound("site");
  return site;
}
