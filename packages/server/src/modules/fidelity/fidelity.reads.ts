import { may } from "@frontstep/domain/access";
import { type CoreComponent, raters } from "@frontstep/domain/fidelity";
import { type Language, localize } from "@frontstep/domain/shared";
import type { Adaptation } from "@frontstep/domain/sites";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { type ShownTarget, siteGoals } from "#server/modules/outcomes/index.ts";
import { findRelease, listLedger, requireSiteWithContent } from "#server/modules/sites/index.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import { computedParts } from "./computed-parts.ts";
import {
  findOrganizationAt,
  type KeptReview,
  listComponents,
  listLatestReviews,
  listReviews,
} from "./fidelity-review.store.ts";
import { latestOfEach, showAgreements, showReview, type ShownReview } from "./show-review.ts";
import { listRatedSites, type RatedSite, type RatedSiteFilter } from "./rated-site.store.ts";

/** A site as its own page knows it. */
interface SiteKey {
  readonly id: string;
  readonly jurisdictionId: string;
}

/** How fully a site carries out its core components; null for whoever may not see it. */
export async function siteFidelity(ctx: RequestContext, { id, jurisdictionId }: SiteKey) {
  requireActor(ctx);
  const place = { jurisdictionId, siteId: id };
  const { allowed } = may(ctx.actor.memberships, { hat: ctx.hat, permission: "fidelity.read", place });
  if (!allowed) return null;
  const site = await requireSiteWithContent(ctx, id, "fidelity.read");
  const [release, reviews, ledger] = await Promise.all([
    findRelease(ctx.database, site.releaseId),
    listReviews(ctx.database, id),
    listLedger(ctx.database, id),
  ]);
  if (release === null) throw notFound("release");
  const shown = await showReviews(ctx, reviews, new Map([[id, site.releaseId]]));
  const latest = latestOfEach(shown);
  return {
    siteId: id,
    version: release.version,
    components: release.content.coreComponents.map((component) =>
      showComponent(component, { ledger, language: ctx.language }),
    ),
    latest,
    reviews: shown,
    agreements: showAgreements(latest),
    computed: await computedParts(ctx, site, release.content),
    ratersAllowed: await ratersAllowed(ctx, { id, jurisdictionId }),
  };
}

async function showReviews(
  ctx: RequestContext,
  reviews: readonly KeptReview[],
  siteReleases: ReadonlyMap<string, string>,
): Promise<ShownReview[]> {
  const components = await listComponents(
    ctx.database,
    reviews.map(({ releaseId }) => releaseId),
  );
  return reviews.map((review) =>
    showReview(review, {
      ctx,
      components: components.get(review.releaseId) ?? [],
      siteReleaseId: siteReleases.get(review.siteId) ?? "",
    }),
  );
}

function showComponent(
  { key, name, weight, isEssential, looksLike, note }: CoreComponent,
  { ledger, language }: { readonly ledger: readonly Adaptation[]; readonly language: Language },
) {
  const deviations = ledger.filter(
    ({ touchesCore, coreComponents }) => touchesCore && coreComponents.includes(key),
  );
  return {
    key,
    name: localize(name, language),
    weight,
    isEssential,
    none: localize(looksLike.none, language),
    partly: localize(looksLike.partly, language),
    full: localize(looksLike.full, language),
    note: note ? localize(note, language) : null,
    deviationCount: deviations.length,
  };
}

/** As whom the reader may rate a site: a city's people as any, an organization's people from outside. */
async function ratersAllowed(ctx: RequestContext, { id, jurisdictionId }: SiteKey) {
  const memberships = ctx.actor?.memberships ?? [];
  const asked = { hat: ctx.hat, permission: "fidelity.rate" } as const;
  if (ctx.hat === "city")
    return may(memberships, { ...asked, place: { jurisdictionId, siteId: id } }).allowed ? [...raters] : [];
  if (ctx.hat !== "organization") return [];
  const organizationId = await findOrganizationAt(ctx.database, id);
  if (organizationId === null) return [];
  return may(memberships, { ...asked, place: { organizationId } }).allowed ? (["external"] as const) : [];
}

/** A part of the sites that the reader may see, by city and name, with their newest reviews. Never in the order of a score. */
export async function siteFidelities(
  ctx: RequestContext,
  filter: RatedSiteFilter,
  page: { readonly first?: number | null; readonly after?: string | null },
): Promise<Page<ShownRatedSite>> {
  authorize(ctx, "fidelity.read", "anywhere");
  const request = pageRequest(page);
  const found = await listRatedSites(ctx.database, filter, request);
  const reviews = await listLatestReviews(
    ctx.database,
    found.rows.map(({ id }) => id),
  );
  const releases = new Map(found.rows.map(({ id, releaseId }) => [id, releaseId]));
  const bySite = Map.groupBy(await showReviews(ctx, reviews, releases), ({ siteId }) => siteId);
  const rows = found.rows.map((row) =>
    showRatedSite(row, latestOfEach(bySite.get(row.id) ?? []), ctx.language),
  );
  return toPage(request, { rows, totalCount: found.totalCount }, ({ jurisdiction, name, id }) => [
    jurisdiction.name,
    name,
    id,
  ]);
}

/** A site beside others, with what its newest reviews come to. */
export type ShownRatedSite = ReturnType<typeof showRatedSite>;

function showRatedSite(row: RatedSite, reviews: readonly ShownReview[], language: Language) {
  const { jurisdictionId, jurisdictionName, stateCode, templateKey, templateName } = row;
  return {
    ...row,
    jurisdiction: { id: jurisdictionId, name: jurisdictionName, stateCode },
    template: { key: templateKey, name: localize(templateName, language) },
    reviews,
  };
}

/** How far a site has come on one indicator of its goals; null when it is none of them, or not for the reader. */
export async function siteTrend(
  ctx: RequestContext,
  site: Pick<RatedSite, "id" | "jurisdictionId" | "launchOn">,
  indicator: string,
): Promise<ShownTarget | null> {
  const place = { jurisdictionId: site.jurisdictionId, siteId: site.id };
  const { allowed } = may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "goal.read", place });
  if (!allowed) return null;
  const goals = await siteGoals(ctx, { id: site.id, launchOn: site.launchOn });
  const targets = goals.flatMap((goal) => goal.targets);
  return targets.find(({ indicatorCode }) => indicatorCode === indicator) ?? null;
}
