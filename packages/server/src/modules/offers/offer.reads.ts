import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { changesIn } from "#server/modules/fleet/index.ts";
import { forecastOf, forecastUpgrades } from "#server/modules/upgrades/index.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";

import { listOffers, listOpenOffers, type Offer } from "./offer.store.ts";

/** An offer with what it would change at its site. */
export interface ShownOffer extends Offer {
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly changeCount: number | null;
  readonly questionCount: number | null;
}

async function withForecasts(ctx: RequestContext, offers: readonly Offer[]): Promise<ShownOffer[]> {
  const forecasts = await forecastUpgrades(
    ctx,
    offers.filter(({ state }) => state === "open"),
  );
  return offers.map((offer) => {
    const forecast = forecasts.get(forecastOf(offer));
    return {
      ...offer,
      counts: Object.entries(forecast?.counts ?? {}).map(([kind, count]) => ({ kind, count })),
      changeCount: forecast === undefined ? null : changesIn(forecast),
      questionCount: forecast?.questionCount ?? null,
    };
  });
}

/** The offers made to a site that one sees, newest first. */
export async function offersOfSite(ctx: RequestContext, siteId: string): Promise<ShownOffer[]> {
  requireActor(ctx);
  return await withForecasts(ctx, await listOffers(ctx.database, siteId));
}

/** The offers that wait for an answer at the sites where one may give it, latest first. */
export async function offersWaiting(
  ctx: RequestContext,
  page: { first?: number | null; after?: string | null },
): Promise<Page<ShownOffer>> {
  authorize(ctx, "site.upgrade", "anywhere");
  const request = pageRequest(page);
  const found = await listOpenOffers(ctx.database, request);
  const rows = await withForecasts(ctx, found.rows);
  return toPage(request, { rows, totalCount: found.totalCount }, ({ offeredAt, id }) => [
    offeredAt.toISOString(),
    id,
  ]);
}
