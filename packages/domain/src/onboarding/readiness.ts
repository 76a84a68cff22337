import type { PlainDate } from "../shared/index.ts";
import type { GateItem, GateState } from "./gates.ts";
import { launchGates } from "./gates.ts";
import { isFinished } from "./plan-dates.ts";

/** How much of a checklist is done, and how many launch gates are met. */
export interface Readiness extends ItemCounts {
  /** Unfinished and due before today. */
  readonly overdueCount: number;
  readonly percentDone: number;
  readonly gates: Readonly<Record<GateState, number>>;
}

/** How many items there are, how many are done, and how many do not apply. */
export interface ItemCounts {
  readonly itemCount: number;
  readonly doneCount: number;
  readonly notApplicableCount: number;
}

/** Done of those that apply, in percent, rounded down so that 100 means all; 100 when none applies. */
export function percentDone({ itemCount, doneCount, notApplicableCount }: ItemCounts): number {
  const applicable = itemCount - notApplicableCount;
  return applicable === 0 ? 100 : Math.floor((doneCount / applicable) * 100);
}

function countGates(
  items: readonly GateItem[],
  launchOn: PlainDate,
  today: PlainDate,
): Record<GateState, number> {
  const counts: Record<GateState, number> = { met: 0, awaitingSignOff: 0, failing: 0, open: 0 };
  for (const gate of launchGates(items, launchOn, today)) counts[gate.state] += 1;
  return counts;
}

/** How ready a site is on a day. */
export function readiness(items: readonly GateItem[], launchOn: PlainDate, today: PlainDate): Readiness {
  const doneCount = items.filter((item) => item.status === "done").length;
  const notApplicableCount = items.filter((item) => item.status === "notApplicable").length;
  const counts = { itemCount: items.length, doneCount, notApplicableCount };
  return {
    ...counts,
    overdueCount: items.filter((item) => !isFinished(item.status) && item.dueOn < today).length,
    percentDone: percentDone(counts),
    gates: countGates(items, launchOn, today),
  };
}
