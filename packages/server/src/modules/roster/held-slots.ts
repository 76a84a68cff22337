import type { PlainDate } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";

import type { DescribedAssignment } from "./describe-assignment.ts";
import { rostersOf } from "./roster.reads.ts";
import { listStaffedSites } from "./staffed-site.store.ts";

/** A slot of an open site that somebody holds today. */
export interface HeldSlotOfSite {
  readonly siteId: string;
  readonly siteName: string;
  /** Today at the site. */
  readonly today: PlainDate;
  /** The position's title, with the number of the slot where there are several. */
  readonly slotTitle: string;
  readonly holder: DescribedAssignment;
}

/** The slots that are held today at the open sites of a jurisdiction, all or those of some sites. */
export async function heldSlots(
  ctx: RequestContext,
  jurisdictionId: string,
  siteIds?: readonly string[],
): Promise<HeldSlotOfSite[]> {
  const places = siteIds?.map((siteId) => ({ jurisdictionId, siteId })) ?? [{ jurisdictionId }];
  for (const place of places) authorize(ctx, "roster.read", place);
  const [sites, rosters] = await Promise.all([
    listStaffedSites(ctx.database, jurisdictionId, siteIds),
    rostersOf(ctx, jurisdictionId, siteIds ? { siteIds } : {}),
  ]);
  const open = new Map(sites.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => [id, name]));
  return rosters.flatMap(({ siteId, asOf, slots }) => {
    const siteName = open.get(siteId);
    if (siteName === undefined) return [];
    return slots.flatMap(({ holder, positionTitle, hasSeveralSlots, slot }) => {
      const slotTitle = hasSeveralSlots ? `${positionTitle} ${String(slot)}` : positionTitle;
      return holder === null ? [] : [{ siteId, siteName, today: asOf, slotTitle, holder }];
    });
  });
}
