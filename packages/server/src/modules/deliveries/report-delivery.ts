import { checkDelivery, nextReportNumber } from "@frontstep/domain/partners";
import { type Finding, type Period, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";

import { reportPlace, requirePledge, type ShownPledge, showPledge } from "./pledge.reads.ts";
import { insertDelivery } from "./pledge.store.ts";

export interface ReportDelivery {
  readonly jurisdictionId: string;
  readonly pledgeId: string;
  readonly period: string;
  /** Whole units; 0 says that nothing was delivered. */
  readonly amount: number;
  readonly idempotencyKey?: string | null;
}

export type ReportDeliveryOutcome =
  | { readonly kind: "reported"; readonly pledge: ShownPledge }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Reports what was delivered in a period. An organization's report waits for the city; what the city
 * records itself is confirmed. A second report of a period stands beside the first as a new revision.
 */
export async function reportDelivery(
  ctx: RequestContext,
  input: ReportDelivery,
): Promise<ReportDeliveryOutcome> {
  const { jurisdictionId, pledgeId, amount } = input;
  const pledge = await requirePledge(ctx, jurisdictionId, { id: pledgeId });
  authorize(ctx, "delivery.report", reportPlace(ctx, pledge));
  const period = input.period as Period;
  const findings = checkDelivery(pledge, { period, amount }, todayIn(pledge.timeZone, new Date()));
  if (findings.length > 0) return { kind: "refused", findings };
  const organizationId = ctx.hat === "organization" ? pledge.organizationId : null;
  const reportNumber = nextReportNumber(pledge.reports, period);
  const change = {
    useCase: "reportDelivery",
    jurisdictionId,
    siteId: pledge.siteId,
    organizationId: pledge.organizationId,
    input,
    onBrokenConstraint: { delivery_is_numbered_once: reportedMeanwhile },
  };
  return await write<ReportDeliveryOutcome>(ctx, change, async (tx) => {
    await insertDelivery(tx.database, pledge, { id: newId(), period, reportNumber, amount, organizationId });
    await tx.summarize({ organization: pledge.organizationName, title: pledge.title, period, amount });
    const inside = { ...ctx, database: tx.database };
    const now = await requirePledge(inside, jurisdictionId, { id: pledgeId });
    return { kind: "reported", pledge: showPledge(now) };
  });
}

function reportedMeanwhile(): ReportDeliveryOutcome {
  const message = "Somebody reported this period at the same moment. Look at that report, then report anew.";
  return {
    kind: "refused",
    findings: [{ code: "DELIVERY_REPORTED_MEANWHILE", severity: "error", path: "period", message }],
  };
}
