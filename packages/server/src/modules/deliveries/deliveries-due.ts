import { deliveryByPeriod, isOwed, type PeriodDelivery } from "@frontstep/domain/partners";
import { daysBetween, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";

import { type KeptPledge, listPledges } from "./pledge.store.ts";

/** A period of a promise that waits for somebody. */
export interface DueDelivery
  extends
    Pick<PeriodDelivery, "period" | "dueOn" | "standing">,
    Pick<
      KeptPledge,
      | "jurisdictionId"
      | "jurisdictionName"
      | "partnershipId"
      | "siteName"
      | "organizationName"
      | "title"
      | "unit"
      | "amountPerPeriod"
    > {
  readonly id: string;
  readonly pledgeId: string;
  /** Today at the site. */
  readonly today: PlainDate;
  /** Days to the last day on which a report is in time; negative when that is past. */
  readonly daysLeft: number;
}

/**
 * The periods of promises that wait for the reader, those due first before the others: for an organization what it has
 * to report, for a city what it has to confirm or return.
 */
export async function deliveriesDue(
  ctx: RequestContext,
  page: { readonly first?: number | null; readonly after?: string | null },
): Promise<Page<DueDelivery>> {
  authorize(ctx, "delivery.report", "anywhere");
  const request = pageRequest(page);
  const isCity = ctx.hat !== "organization";
  const pledges = await listPledges(ctx.database, { isAnswerWaited: isCity });
  const due = pledges
    .flatMap((pledge) => waitingPeriods(pledge, isCity))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const [after] = request.after ?? [];
  const rows = after === undefined ? due : due.filter((one) => keyOf(one) > after);
  return toPage(request, { rows, totalCount: due.length }, (one) => [keyOf(one)]);
}

function keyOf({ dueOn, id }: DueDelivery): string {
  return `${dueOn} ${id}`;
}

function waitingPeriods(pledge: KeptPledge, isCity: boolean): DueDelivery[] {
  const today = todayIn(pledge.timeZone, new Date());
  return deliveryByPeriod(pledge, pledge.reports, today)
    .filter((one) => (isCity ? one.standing === "waiting" : isOwed(one)))
    .map(({ period, dueOn, standing }) => ({
      ...pledge,
      id: `${pledge.id}.${period}`,
      pledgeId: pledge.id,
      today,
      period,
      dueOn,
      standing,
      daysLeft: daysBetween(today, dueOn),
    }));
}
