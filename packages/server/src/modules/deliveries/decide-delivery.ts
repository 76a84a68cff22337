import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { requirePledge, type ShownPledge, showPledge } from "./pledge.reads.ts";
import { answerDelivery, type KeptDelivery, type KeptPledge } from "./pledge.store.ts";

export interface DecideDelivery {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  readonly isConfirmed: boolean;
  /** Why it goes back, where it does. */
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

export type DecideDeliveryOutcome =
  | { readonly kind: "decided"; readonly pledge: ShownPledge }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/** Confirms what an organization reported, or returns it with a reason. */
export async function decideDelivery(
  ctx: RequestContext,
  input: DecideDelivery,
): Promise<DecideDeliveryOutcome> {
  const { jurisdictionId, id, isConfirmed } = input;
  const pledge = await requirePledge(ctx, jurisdictionId, { deliveryId: id });
  const { siteId, organizationId, organizationName, title } = pledge;
  authorize(ctx, "partner.manage", { jurisdictionId, siteId });
  const report = pledge.reports.find((one) => one.id === id);
  if (!report) throw notFound("report");
  requireRevision(report, input.expectedRevision);
  const reason = isConfirmed ? null : (input.reason?.trim() ?? "");
  const findings = [...checkOpen(pledge, report), ...checkReason(reason)];
  if (findings.length > 0) return { kind: "refused", findings };
  const change = {
    useCase: "decideDelivery",
    jurisdictionId,
    siteId,
    organizationId,
    reason: reason ?? undefined,
    input,
  };
  return await write<DecideDeliveryOutcome>(ctx, change, async (tx) => {
    const done = await answerDelivery(tx.database, { ...report, jurisdictionId }, reason);
    requireRevision({ revision: done ? report.revision : -1 }, report.revision);
    await tx.summarize({ organization: organizationName, title, period: report.period, isConfirmed });
    const inside = { ...ctx, database: tx.database };
    return {
      kind: "decided",
      pledge: showPledge(await requirePledge(inside, jurisdictionId, { id: pledge.id })),
    };
  });
}

function checkOpen({ reports }: KeptPledge, report: KeptDelivery): Finding[] {
  if (report.status !== "reported")
    return [error("DELIVERY_DECIDED", "id", "This report was answered already. Wait for a new report.")];
  const hasLater = reports.some(
    ({ period, reportNumber }) => period === report.period && reportNumber > report.reportNumber,
  );
  return hasLater
    ? [error("DELIVERY_REPLACED", "id", "There is a newer report of this period. Answer that one.")]
    : [];
}

function checkReason(reason: string | null): Finding[] {
  if (reason === null || (reason.length >= SHORTEST_REASON && reason.length <= LONGEST_REASON)) return [];
  return [error("RETURN_REASON", "reason", "Say in 10 to 500 characters what to put right.")];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
