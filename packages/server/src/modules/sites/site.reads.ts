import { may, type Permission } from "@frontstep/domain/access";
import { localize } from "@frontstep/domain/shared";
import type { ContentParts } from "@frontstep/domain/templates";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import { showAdaptableParts, showKeptAdaptations, showOwnerRoles, showSite } from "./show-site.ts";
import { findSiteDesign, type SiteDesign } from "./site-design.store.ts";
import { findDraft, listDrafts, type SiteDraft } from "./site-draft.store.ts";
import {
  findSiteOverview,
  listSites,
  type SiteFilter,
  type SiteOrder,
  type SiteOverview,
} from "./site-list.store.ts";
import {
  findSite,
  findSiteWithContent,
  listOwners,
  listSiteContents,
  type SiteOwner,
  type SiteRecord,
  type SiteWithContent,
} from "./site.store.ts";

/** A site in the reader's language. */
export type ShownSite = ReturnType<typeof showSite>;

/** A part of the sites that one may see. */
export async function shownSites(
  ctx: RequestContext,
  wanted: { readonly filter: SiteFilter; readonly order: SiteOrder },
  page: { first?: number | null; after?: string | null },
): Promise<Page<ShownSite>> {
  authorize(ctx, "site.read", "anywhere");
  const request = pageRequest(page);
  const found = await listSites(ctx.database, wanted, request);
  const rows = found.rows.map((row) => showSite(row, ctx.language));
  const keyOf = ({ id, name, launchOn }: SiteOverview) => [wanted.order === "name" ? name : launchOn, id];
  return toPage(request, { rows, totalCount: found.totalCount }, keyOf);
}

/** One site; null when there is none that one may see. */
export async function shownSite(ctx: RequestContext, id: string): Promise<ShownSite | null> {
  authorize(ctx, "site.read", "anywhere");
  const found = await findSiteOverview(ctx.database, { siteId: id, hat: ctx.hat });
  if (found === null) return null;
  authorize(ctx, "site.read", { jurisdictionId: found.jurisdictionId, siteId: id });
  return showSite(found, ctx.language);
}

/** The outcome of a use case together with the site that it was about, as it now is. */
export async function withSite<T extends { readonly kind: string }>(
  ctx: RequestContext,
  done: Promise<T>,
): Promise<T & { site?: ShownSite }> {
  const outcome = await done;
  if (!("siteId" in outcome) || typeof outcome.siteId !== "string") return outcome;
  const found = await shownSite(ctx, outcome.siteId);
  if (found === null) throw notFound("site");
  return { ...outcome, site: found };
}

/** A site at which one may do something; refused when there is none or when one may not. */
export async function requireSite(
  ctx: RequestContext,
  id: string,
  permission: Permission,
): Promise<SiteRecord> {
  authorize(ctx, permission, "anywhere");
  const found = await findSite(ctx.database, id);
  if (found === null) throw notFound("site");
  authorize(ctx, permission, { jurisdictionId: found.jurisdictionId, siteId: id });
  return found;
}

/** The same with the site's own adapted design. */
export async function requireSiteWithContent(
  ctx: RequestContext,
  id: string,
  permission: Permission,
): Promise<SiteWithContent> {
  authorize(ctx, permission, "anywhere");
  const found = await findSiteWithContent(ctx.database, id);
  if (found === null) throw notFound("site");
  authorize(ctx, permission, { jurisdictionId: found.jurisdictionId, siteId: id });
  return found;
}

/** The designs of several sites in one statement, by site; those that one may not see are not in it. */
export async function siteContents(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<Map<string, ContentParts>> {
  authorize(ctx, "site.read", "anywhere");
  return await listSiteContents(ctx.database, ids);
}

/** The owner roles of a site's design, and for those who work there who fills them. */
export async function shownOwnerRoles(ctx: RequestContext, site: ShownSite) {
  return showOwnerRoles(await designOf(ctx, site), ctx.language);
}

/** What a site does differently from its release. */
export async function shownAdaptations(ctx: RequestContext, site: ShownSite) {
  return showKeptAdaptations(await designOf(ctx, site), ctx.language);
}

/** The core components of a site's design by name. */
export async function shownCoreComponents(ctx: RequestContext, site: ShownSite) {
  const { coreComponents } = await designOf(ctx, site);
  return coreComponents.map(({ key, title }) => ({ key, name: localize(title, ctx.language) }));
}

/** A site's design came with it when it was read alone; a list has none. */
async function designOf(ctx: RequestContext, { id, design }: ShownSite): Promise<SiteDesign> {
  requireActor(ctx);
  const found = design ?? (await findSiteDesign(ctx.database, { siteId: id, hat: ctx.hat }));
  if (found === null) throw notFound("site");
  return found;
}

/** What a site may still leave out or change. */
export async function shownAdaptableParts(ctx: RequestContext, siteId: string) {
  requireActor(ctx);
  return showAdaptableParts(await contentOf(ctx, siteId), ctx.language);
}

/** A site's own design in all its languages, for whoever may adapt it; null for others. */
export async function ownDesign(
  ctx: RequestContext,
  { id, jurisdictionId }: Pick<ShownSite, "id" | "jurisdictionId">,
): Promise<ContentParts | null> {
  const place = { jurisdictionId, siteId: id };
  const { allowed } = may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "site.adapt", place });
  return allowed ? await contentOf(ctx, id) : null;
}

async function contentOf(ctx: RequestContext, siteId: string): Promise<ContentParts> {
  const content = (await listSiteContents(ctx.database, [siteId])).get(siteId);
  if (content === undefined) throw notFound("site");
  return content;
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

/** Who fills the owner roles of a site, for those who work there; nobody for others. */
export async function siteOwners(ctx: RequestContext, siteId: string): Promise<SiteOwner[]> {
  requireActor(ctx);
  return ctx.hat === "city" ? await listOwners(ctx.database, siteId) : [];
}
