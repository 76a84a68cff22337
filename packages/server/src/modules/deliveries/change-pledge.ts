import { checkPledge, type Pledge, periodsOver } from "@frontstep/domain/partners";
import { addDays, type Finding, periodEnd, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { pledgeOf, type PledgeWords } from "./add-pledge.ts";
import { requirePledge, type ShownPledge, showPledge } from "./pledge.reads.ts";
import { type KeptPledge, updatePledge } from "./pledge.store.ts";

export interface ChangePledge extends PledgeWords {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  readonly idempotencyKey?: string | null;
}

export type ChangePledgeOutcome =
  | { readonly kind: "changed"; readonly pledge: ShownPledge }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Puts a promise right, or gives it a last day. What has been reported keeps the terms under which it was. */
export async function changePledge(ctx: RequestContext, input: ChangePledge): Promise<ChangePledgeOutcome> {
  const { jurisdictionId, id } = input;
  const current = await requirePledge(ctx, jurisdictionId, { id });
  const { siteId, organizationId, organizationName, timeZone, revision } = current;
  authorize(ctx, "partner.manage", { jurisdictionId, siteId });
  requireRevision(current, input.expectedRevision);
  const pledge = pledgeOf(input);
  const findings = [
    ...checkPledge(pledge, todayIn(timeZone, new Date())),
    ...checkAgainstReports(current, pledge),
  ];
  if (findings.length > 0) return { kind: "refused", findings };
  const change = { useCase: "changePledge", jurisdictionId, siteId, organizationId, input };
  return await write<ChangePledgeOutcome>(ctx, change, async (tx) => {
    const done = await updatePledge(tx.database, current, pledge);
    requireRevision({ revision: done ? revision : -1 }, revision);
    await tx.summarize({ organization: organizationName, title: pledge.title });
    const changed = await requirePledge({ ...ctx, database: tx.database }, jurisdictionId, { id });
    return { kind: "changed", pledge: showPledge(changed) };
  });
}

function checkAgainstReports(current: KeptPledge, pledge: Pledge): Finding[] {
  if (current.reports.length === 0) return [];
  const findings: Finding[] = [];
  const isOther =
    pledge.unit !== current.unit ||
    pledge.amountPerPeriod !== current.amountPerPeriod ||
    pledge.periodKind !== current.periodKind ||
    pledge.startsOn !== current.startsOn;
  if (isOther) {
    const message =
      "Something was reported under this promise. Give it a last day and record a new promise with the new terms.";
    findings.push({ code: "PLEDGE_IN_USE", severity: "error", path: "amountPerPeriod", message });
  }
  const ends = current.reports.map(({ period }) => periodEnd(period)).sort();
  const last = ends.at(-1);
  if (last !== undefined && !isOther && !reaches(pledge, last)) {
    const message = `Choose a last day on or after ${last}: the period up to then was reported.`;
    findings.push({ code: "PLEDGE_ENDS_BEFORE_REPORT", severity: "error", path: "endsOn", message });
  }
  return findings;
}

function reaches(pledge: Pledge, lastReported: ReturnType<typeof periodEnd>): boolean {
  return periodsOver(pledge, addDays(lastReported, 1)).some((period) => periodEnd(period) === lastReported);
}
