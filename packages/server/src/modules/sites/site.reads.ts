import type { Permission } from "@frontstep/domain/access";
import type { ContentParts } from "@frontstep/domain/templates";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import { type DecidedAdaptation, listAdaptations } from "./adaptation.store.ts";
import { findDraft, listDrafts, type SiteDraft } from "./site-draft.store.ts";
import { findSiteOverview, listSites, type SiteFilter, type SiteOrder, type SiteOverview } from "./site-list.store.ts";
import {
  findSite,
  findSiteWithContent,
  listOwners,
  listSiteContents,
  type SiteOwner,
  type SiteRecord,
  type SiteWithContent,
} from "./site.store.ts";

/** A part of the sites that one may see. */
export async function sites(
  ctx: RequestContext,
  wanted: { readonly filter: SiteFilter; readonly order: SiteOrder },
  page: { first?: number | null; after?: string | null },
): Promise<Page<SiteOverview>> {
  authorize(ctx, "site.read", "anywhere");
  const request = pageRequest(page);
  const found = await listSites(ctx.database, wanted, request);
  return toPage(request, found, ({ id, name, launchOn }) => [wanted.order === "name" ? name : launchOn, id]);
}

/** One site; null when there is none that one may see. */
export async function site(ctx: RequestContext, id: string): Promise<SiteOverview | null> {
  authorize(ctx, "site.read", "anywhere");
  const found = await findSiteOverview(ctx.database, id);
  if (found !== null) authorize(ctx, "site.read", { jurisdictionId: found.jurisdictionId, siteId: id });
  return found;
}

/** A site at which one may do something; refused when there is none or when one may not. */
export async function requireSite(ctx: RequestContext, id: string, permission: Permission): Promise<SiteRecord> {
  authorize(ctx, permission, "anywhere");
  const found = await findSite(ctx.database, id);
  if (found === null) throw notFound("site");
  authorize(ctx, permission, { jurisdictionId: found.jurisdictionId, siteId: id });
  return found;
}

/** The same with the site's own adapted design. */
export async function requireSiteWithContent(ctx: RequestContext, id: string, permission: Permission): Promise<SiteWithContent> {
  authorize(ctx, permission, "anywhere");
  const found = await findSiteWithContent(ctx.database, id);
  if (found === null) throw notFound("site");
  authorize(ctx, permission, { jurisdictionId: found.jurisdictionId, siteId: id });
  return found;
}

/** The designs of several sites in one statement, by site; those that one may not see are not in it. */
export async function siteContents(ctx: RequestContext, ids: readonly string[]): Promise<Map<string, ContentParts>> {
  authorize(ctx, "site.read", "anywhere");
  return await listSiteContents(ctx.database, ids);
}

/** Who fills the owner roles of a site, for those who work there. */
export async function siteOwners(ctx: RequestContext, id: string): Promise<SiteOwner[]> {
  requireActor(ctx);
  return ctx.hat === "city" ? await listOwners(ctx.database, id) : [];
}

/** What a site does differently from its release. */
export async function siteAdaptations(ctx: RequestContext, id: string): Promise<DecidedAdaptation[]> {
  authorize(ctx, "site.read", "anywhere");
  return await listAdaptations(ctx.database, id);
}

/** One's own half-filled forms, latest first. */
export async function siteDrafts(ctx: RequestContext): Promise<SiteDraft[]> {
  authorize(ctx, "site.open", "anywhere");
  return await listDrafts(ctx.database, ctx.actor);
}

/** One of one's own half-filled forms; null when there is none. */
export async function siteDraft(ctx: RequestContext, id: string): Promise<SiteDraft | null> {
  authorize(ctx, "site.open", "anywhere");
  return await findDraft(ctx.database, { accountId: ctx.actor.accountId, id });
}
