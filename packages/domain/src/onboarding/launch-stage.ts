import { daysBetween, type PlainDate } from "../shared/index.ts";
import type { Phase } from "./checklist.ts";

/** Where a site stands on its way, by the calendar and by its gates. */
export interface LaunchStage {
  /** The key of the phase that the day falls in; absent when the site has no phases. */
  readonly phase: string | undefined;
  /** Days until launch; negative after it. */
  readonly daysToLaunch: number;
  /** The launch date has come and every gate is met. */
  readonly hasLaunched: boolean;
  /** The launch date has come and gates are still unmet. */
  readonly isHeldAtGates: boolean;
}

/**
 * Where a site stands on a day. Between two phases the earlier one still counts; before the first phase
 * the first one does; after the last, the last.
 *
 * @param unmetGateCount launch gates that are not met.
 */
export function launchStage(
  phases: readonly Pick<Phase, "key" | "fromDay">[],
  days: { readonly launchOn: PlainDate; readonly today: PlainDate },
  unmetGateCount: number,
): LaunchStage {
  const day = daysBetween(days.launchOn, days.today);
  const inOrder = [...phases].sort((left, right) => left.fromDay - right.fromDay);
  const current = inOrder.findLast((phase) => phase.fromDay <= day) ?? inOrder[0];
  return {
    phase: current?.key,
    daysToLaunch: day === 0 ? 0 : -day,
    hasLaunched: day >= 0 && unmetGateCount === 0,
    isHeldAtGates: day >= 0 && unmetGateCount > 0,
  };
}
