import {
  addDays,
  daysBetween,
  periodEnd,
  periodStart,
  type Period,
  type PlainDate,
} from "../shared/index.ts";
import type { BaselineWindow } from "./goal.ts";
import type { Measure } from "./measure.ts";
import { poolFigures, type DatedFigure, type PooledFigure } from "./pooled-figure.ts";

/** The value before, or why there is none. */
export type Baseline =
  | { readonly kind: "baseline"; readonly figure: PooledFigure }
  /** `notNeeded`: the goal is a level. `notDated`: the checklist item that sets the window is not done. */
  | { readonly kind: "none"; readonly because: "notNeeded" | "notDated" | "noFigures" };

/** What a baseline is taken from. */
export interface BaselineSource {
  readonly measure: Measure;
  readonly window: BaselineWindow;
  readonly launchOn: PlainDate;
  /** When the checklist item that sets the window was done, if it sets it. */
  readonly itemDoneOn?: PlainDate | undefined;
  readonly figures: readonly DatedFigure[];
}

/** The first and the last day of a window. */
interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * What was the value before launch?
 *
 * Taken from the periods whose middle falls in the window, or that hold the window's middle (a survey of sixty days
 * reported for its quarter), and that end before launch: a period with days after launch in it is neither before
 * nor after. Counts are added up, shares pooled over all who answered.
 *
 * Worked example: launch on 2026-03-02 and the window from day -1096 to day -1 takes the quarters 2023-Q2 to 2025-Q4.
 * @see docs/methods.md#baseline
 */
export function baselineOf(source: BaselineSource): Baseline {
  const { measure, launchOn, figures } = source;
  if (source.window.kind === "none") return { kind: "none", because: "notNeeded" };
  const days = daysOf(source);
  if (days === undefined) return { kind: "none", because: "notDated" };
  const before = figures.filter(({ period }) => periodEnd(period) < launchOn && belongs(period, days));
  const figure = poolFigures(measure, before);
  return figure === undefined ? { kind: "none", because: "noFigures" } : { kind: "baseline", figure };
}

function daysOf({ window, launchOn, itemDoneOn }: BaselineSource): Days | undefined {
  if (window.kind === "days")
    return { from: addDays(launchOn, window.fromDay), to: addDays(launchOn, window.toDay) };
  return itemDoneOn === undefined ? undefined : { from: itemDoneOn, to: itemDoneOn };
}

function belongs(period: Period, { from, to }: Days): boolean {
  const middle = middleOf(periodStart(period), periodEnd(period));
  const windowMiddle = middleOf(from, to);
  return (
    (from <= middle && middle <= to) ||
    (periodStart(period) <= windowMiddle && windowMiddle <= periodEnd(period))
  );
}

function middleOf(from: PlainDate, to: PlainDate): PlainDate {
  return addDays(from, Math.floor(daysBetween(from, to) / 2));
}
