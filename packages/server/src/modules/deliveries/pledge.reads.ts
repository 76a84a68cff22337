import { may } from "@frontstep/domain/access";
import { deliveryByPeriod, isOwed } from "@frontstep/domain/partners";
import { periodEnd, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { batched } from "#server/batch.ts";
import type { RequestContext } from "#server/context.ts";
import { notFound } from "#server/refusal.ts";

import { findPledge, type KeptPledge, listPledges } from "./pledge.store.ts";

/** A pledge as a page shows it: with what came of each period that is over. */
export type ShownPledge = ReturnType<typeof showPledge>;

/** What the organization of a partnership promises, the earliest first. */
export async function pledgesOf(
  ctx: RequestContext,
  { id }: { readonly id: string },
): Promise<readonly ShownPledge[]> {
  return (await load(ctx, id)).map(showPledge);
}

const load = batched(async (ctx, partnershipIds: readonly string[]) => {
  const byPartnership = Map.groupBy(
    await listPledges(ctx.database, { partnershipIds }),
    ({ partnershipId }) => partnershipId,
  );
  return partnershipIds.map((id): readonly KeptPledge[] => byPartnership.get(id) ?? []);
});

/** A pledge with what came of each period that is over today at its site. */
export function showPledge(pledge: KeptPledge) {
  const periods = deliveryByPeriod(pledge, pledge.reports, todayIn(pledge.timeZone, new Date()));
  return {
    ...pledge,
    periods: periods.map((one) => ({
      ...one,
      reports: one.reports.map((report) => ({ ...report, isByCity: report.organizationId === null })),
    })),
  };
}

/** What came of the promises of a partnership, in numbers of periods that are over. */
export interface DeliveryCounts {
  readonly promiseCount: number;
  readonly confirmedCount: number;
  /** Reported, and the city has not answered. */
  readonly waitingCount: number;
  /** Due, missing or returned: the organization has to report. */
  readonly owedCount: number;
  /** The last day of the latest period of which an amount above zero is confirmed; null without one. */
  readonly deliveredThrough: PlainDate | null;
}

/** What came of the promises of a partnership, counted. */
export async function deliveryCounts(
  ctx: RequestContext,
  partnership: { readonly id: string },
): Promise<DeliveryCounts> {
  const pledges = await pledgesOf(ctx, partnership);
  const periods = pledges.flatMap((pledge) => pledge.periods);
  const delivered = periods.filter((one) => (one.delivered ?? 0) > 0).map(({ period }) => periodEnd(period));
  return {
    promiseCount: pledges.length,
    confirmedCount: periods.filter(({ standing }) => standing === "confirmed").length,
    waitingCount: periods.filter(({ standing }) => standing === "waiting").length,
    owedCount: periods.filter(isOwed).length,
    deliveredThrough: delivered.toSorted().at(-1) ?? null,
  };
}

/** Whether the reader may report deliveries of a partnership. */
export function mayReport(
  ctx: RequestContext,
  partnership: {
    readonly jurisdictionId: string;
    readonly siteId: string;
    readonly organization: { readonly id: string };
  },
): boolean {
  const place = reportPlace(ctx, { ...partnership, organizationId: partnership.organization.id });
  return may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "delivery.report", place }).allowed;
}

/** The place at which somebody reports: an organization for itself, a city for the site. */
export function reportPlace(
  ctx: RequestContext,
  {
    jurisdictionId,
    siteId,
    organizationId,
  }: Pick<KeptPledge, "jurisdictionId" | "siteId" | "organizationId">,
) {
  return ctx.hat === "organization" ? { organizationId } : { jurisdictionId, siteId };
}

/** One pledge, refused when there is none that the reader may see. */
export async function requirePledge(
  ctx: RequestContext,
  jurisdictionId: string,
  by: { readonly id: string } | { readonly deliveryId: string },
): Promise<KeptPledge> {
  const found = await findPledge(ctx.database, jurisdictionId, by);
  if (found === null) throw notFound("pledge");
  return found;
}
