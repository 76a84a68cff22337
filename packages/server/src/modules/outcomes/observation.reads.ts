import { periodOf, periodStart } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";

import {
  type ListedObservation,
  listObservations,
  listRevisions,
  type ObservationFilter,
  type ObservationIdentity,
} from "./observation-list.store.ts";

export type { ListedObservation };

/** The figures of a jurisdiction or a site that hold now, newest period first. */
export async function observations(
  ctx: RequestContext,
  filter: ObservationFilter,
  page: { first?: number | null; after?: string | null },
): Promise<Page<ListedObservation>> {
  const { jurisdictionId, siteId } = filter;
  authorize(ctx, "observation.read", { jurisdictionId, siteId: siteId ?? undefined });
  const request = pageRequest(page);
  const found = await listObservations(ctx.database, filter, request);
  return toPage(request, found, ({ period, indicatorCode, placeId }) => [
    periodStart(periodOf(period)),
    indicatorCode,
    placeId,
    period,
  ]);
}

/** Every revision of one figure, the latest first. */
export async function observationRevisions(
  ctx: RequestContext,
  identity: ObservationIdentity,
): Promise<ListedObservation[]> {
  const { jurisdictionId, placeId } = identity;
  authorize(ctx, "observation.read", { jurisdictionId, siteId: placeId });
  return await listRevisions(ctx.database, identity);
}
