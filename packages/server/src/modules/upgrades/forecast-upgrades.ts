import type { Indicator } from "@frontstep/domain/outcomes";
import type { TemplateContent } from "@frontstep/domain/templates";
import { mergeRelease } from "@frontstep/domain/upgrades";

import { type RequestContext, requireActor } from "#server/context.ts";
import { indicatorCatalogue } from "#server/modules/templates/index.ts";

import { findUses, type SiteUses } from "./part-uses.store.ts";
import { usesOf, wayTo } from "./plan-upgrade.ts";
import { findContents, listReleases, type ReleaseName } from "./release-chain.store.ts";
import { listSiteDesigns, type SiteDesign } from "./site-designs.store.ts";
import { countChanges } from "./upgrade-site.ts";

/** What taking a release would come to at one site, in numbers. */
export interface UpgradeForecast {
  /** How many parts or fields change, by what happens to them. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many questions somebody would have to decide. */
  readonly questionCount: number;
}

/** A site and the release that it might take. */
export interface ForecastWanted {
  readonly siteId: string;
  readonly releaseId: string;
}

/** Under which name a forecast is found. */
export function forecastOf({ siteId, releaseId }: ForecastWanted): string {
  return `${siteId} ${releaseId}`;
}

/**
 * What releases would change at several sites, by the same merge as the upgrade itself: for the rows of one page. A
 * site that is at the release already, or beyond it, has no forecast.
 */
export async function forecastUpgrades(
  ctx: RequestContext,
  wanted: readonly ForecastWanted[],
): Promise<ReadonlyMap<string, UpgradeForecast>> {
  requireActor(ctx);
  if (wanted.length === 0) return new Map();
  const siteIds = [...new Set(wanted.map(({ siteId }) => siteId))];
  const [designs, usesFor, catalogue] = await Promise.all([
    listSiteDesigns(ctx.database, siteIds),
    findUses(ctx.database, siteIds),
    indicatorCatalogue(ctx),
  ]);
  const ways = await findWays(ctx, wanted, designs);
  const releases = [...new Set(ways.flatMap(({ chain }) => chain.map(({ id }) => id)))];
  const contents = await findContents(ctx.database, releases);
  return new Map(
    ways.map((way) => [forecastOf(way), forecast(way, { contents, uses: usesFor(way.siteId), catalogue })]),
  );
}

interface Way extends ForecastWanted {
  readonly design: SiteDesign;
  readonly chain: readonly ReleaseName[];
}

async function findWays(
  ctx: RequestContext,
  wanted: readonly ForecastWanted[],
  designs: readonly SiteDesign[],
): Promise<Way[]> {
  const templates = [...new Set(designs.map(({ templateId }) => templateId))];
  const releases = new Map(
    await Promise.all(templates.map(async (id) => [id, await listReleases(ctx.database, id)] as const)),
  );
  const bySite = new Map(designs.map((design) => [design.id, design]));
  return wanted.flatMap((each) => {
    const design = bySite.get(each.siteId);
    const held = releases.get(design?.templateId ?? "") ?? [];
    const place = (id: string | undefined) => held.findIndex((release) => release.id === id);
    if (design === undefined || place(each.releaseId) <= place(design.releaseId)) return [];
    const { from, between, to } = wayTo(held, design, each.releaseId);
    return [{ ...each, design, chain: [from, ...between, to] }];
  });
}

interface Material {
  readonly contents: ReadonlyMap<string, TemplateContent>;
  readonly uses: SiteUses;
  readonly catalogue: readonly Indicator[];
}

function forecast({ chain, design }: Way, { contents, uses, catalogue }: Material): UpgradeForecast {
  const merge = mergeRelease({
    chain: chain.flatMap(({ id }) => contents.get(id) ?? []),
    local: design.content,
    uses: usesOf(uses, design.content),
    catalogue,
  });
  return { counts: countChanges({ merge }), questionCount: merge.conflicts.length };
}
