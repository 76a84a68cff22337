import type { AdaptationRecord } from "@frontstep/domain/sites";

/** What somebody says about a difference, as a form sends it: what was left open is null or absent. */
export interface SaidReason extends Required<Pick<AdaptationRecord, "reasonCode" | "reason">> {
  readonly decidedBy?: AdaptationRecord["decidedBy"] | null;
  readonly isPlanned?: boolean | null;
  readonly isConsistent?: boolean | null;
  readonly steeringDecidedOn?: AdaptationRecord["steeringDecidedOn"] | null;
}

/** The same as the ledger records it. */
export function recordOf(said: SaidReason): AdaptationRecord {
  return {
    reasonCode: said.reasonCode,
    reason: said.reason,
    decidedBy: said.decidedBy ?? undefined,
    isPlanned: said.isPlanned ?? undefined,
    isConsistent: said.isConsistent ?? undefined,
    steeringDecidedOn: said.steeringDecidedOn ?? undefined,
  };
}
