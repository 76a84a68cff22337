import { type Language, localize } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { pageRequest, toPage } from "#server/paging.ts";

import { listSitesAwaitingFigures, type SiteAwaitingFigures } from "./awaited-figure.store.ts";

/** How many indicators of a site are named; how many there are is always said. */
const namedAtMost = 50;

/** The sites that one may see at which an indicator with a goal has no figure for its latest whole period. */
export async function sitesAwaitingFigures(
  ctx: RequestContext,
  page: { first?: number | null; after?: string | null },
) {
  authorize(ctx, "observation.read", "anywhere");
  const request = pageRequest(page);
  const { rows, totalCount } = await listSitesAwaitingFigures(ctx.database, { namedAtMost }, request);
  const shown = rows.map((row) => shownSite(row, ctx.language));
  return toPage(request, { rows: shown, totalCount }, ({ siteName, siteId }) => [siteName, siteId]);
}

function shownSite({ awaited, ...site }: SiteAwaitingFigures, language: Language) {
  const named = awaited.map(({ indicatorName, ...figure }) => ({
    ...figure,
    indicatorName: localize(indicatorName, language),
  }));
  return { ...site, awaited: named };
}
