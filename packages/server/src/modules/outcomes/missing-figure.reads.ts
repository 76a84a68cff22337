import { localize } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { pageRequest, toPage } from "#server/paging.ts";

import { listMissingFigures } from "./missing-figure.store.ts";

/** The figures that the goals of a city's launched sites need and that are not in yet, by site. */
export async function shownMissingFigures(
  ctx: RequestContext,
  jurisdictionId: string,
  page: { first?: number | null; after?: string | null },
) {
  authorize(ctx, "observation.read", { jurisdictionId });
  const request = pageRequest(page);
  const { rows, totalCount } = await listMissingFigures(ctx.database, jurisdictionId, request);
  const shown = rows.map(({ indicatorName, ...row }) => ({
    ...row,
    id: `${row.siteId}:${row.indicatorCode}`,
    indicatorName: localize(indicatorName, ctx.language),
  }));
  return toPage(request, { rows: shown, totalCount }, ({ siteName, siteId, indicatorCode }) => [
    siteName,
    siteId,
    indicatorCode,
  ]);
}
