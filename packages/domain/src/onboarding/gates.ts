import type { PlainDate } from "../shared/index.ts";
import type { ItemStatus } from "./checklist.ts";

/** What decides whether a launch gate is met. */
export interface GateItem {
  readonly key: string;
  readonly isLaunchGate: boolean;
  readonly status: ItemStatus;
  readonly isSignedOff: boolean;
  readonly dueOn: PlainDate;
}

/**
 * Where a launch gate stands. `met`: done and signed off. `awaitingSignOff`: done, and someone who may
 * must still sign it off. `failing`: not done, and overdue or planned for after launch. `open`: not done, in time.
 */
export const gateStates = ["met", "awaitingSignOff", "failing", "open"] as const;

/** Where a launch gate stands. */
export type GateState = (typeof gateStates)[number];

/** A launch gate and where it stands. */
export interface Gate {
  readonly key: string;
  readonly state: GateState;
}

/** Where one launch gate stands on a day. */
export function gateState(item: GateItem, launchOn: PlainDate, today: PlainDate): GateState {
  if (item.status === "done") return item.isSignedOff ? "met" : "awaitingSignOff";
  return item.dueOn < today || item.dueOn > launchOn ? "failing" : "open";
}

/** Every launch gate of a checklist and where it stands on a day. */
export function launchGates(items: readonly GateItem[], launchOn: PlainDate, today: PlainDate): Gate[] {
  return items
    .filter((item) => item.isLaunchGate)
    .map((item) => ({ key: item.key, state: gateState(item, launchOn, today) }));
}

/** The gates that fail under a new plan and did not fail under the old one. */
export function gatesNowFailing(before: readonly Gate[], after: readonly Gate[]): string[] {
  const failedBefore = new Set(before.filter((gate) => gate.state === "failing").map((gate) => gate.key));
  return after
    .filter((gate) => gate.state === "failing" && !failedBefore.has(gate.key))
    .map((gate) => gate.key);
}
