import {
  rateRatio,
  ratioOfRatios,
  shareDifference,
  wilsonInterval,
  type Answer,
  type Interval,
} from "../statistics/index.ts";
import type { Measure } from "./measure.ts";
import { addsUp, type PooledFigure } from "./pooled-figure.ts";

/** What was reached, in percent, in points or as a level, and how far noise alone could have moved it. */
export interface Reached {
  readonly value: number;
  /** Left out where the numbers behind the figure are not known: then it is taken as it is. */
  readonly interval?: Interval | undefined;
}

/** The change from the value before, in percent of it; `undefined` where nothing can be said. Counts are compared as events a month. */
export function changeInPercent(
  measure: Measure,
  before: PooledFigure,
  after: PooledFigure,
): Reached | undefined {
  if (addsUp(measure)) return inPercent(rateRatio(eventsOf(after), eventsOf(before)));
  return before.value === 0 ? undefined : { value: (after.value / before.value - 1) * 100 };
}

/** The change from the value before, in points of the indicator's own scale. */
export function changeInPoints(measure: Measure, before: PooledFigure, after: PooledFigure): Reached {
  const [was, is] = [answersOf(before), answersOf(after)];
  if (measure.kind === "share" && was && is) {
    const difference = shareDifference(is, was);
    if (difference.kind === "estimate") return scaled(difference.value, difference.interval, 100);
  }
  return { value: after.value - before.value };
}

/** The change here against the change in the comparison area, in percent; negative is lower. */
export function changeAgainstComparison(
  here: [PooledFigure, PooledFigure],
  there: [PooledFigure, PooledFigure],
): Reached | undefined {
  return inPercent(ratioOfRatios(beforeAndAfter(here), beforeAndAfter(there)));
}

/** The level itself; a share of answers with its interval. */
export function levelOf(measure: Measure, figure: PooledFigure): Reached {
  const answers = answersOf(figure);
  if (measure.kind === "share" && answers) {
    const share = wilsonInterval(answers);
    if (share.kind === "estimate") return scaled(share.value, share.interval, 100);
  }
  return { value: figure.value };
}

function eventsOf({ value, months }: PooledFigure): { count: number; population: number } {
  return { count: value, population: months };
}

function answersOf({
  numerator,
  denominator,
}: PooledFigure): { successes: number; trials: number } | undefined {
  return numerator === undefined || denominator === undefined
    ? undefined
    : { successes: numerator, trials: denominator };
}

function beforeAndAfter([before, after]: [PooledFigure, PooledFigure]) {
  return {
    before: before.value,
    after: after.value,
    exposureBefore: before.months,
    exposureAfter: after.months,
  };
}

function inPercent(ratio: Answer): Reached | undefined {
  if (ratio.kind === "cannotSay" || !Number.isFinite(ratio.value)) return undefined;
  const { lower, upper } = ratio.interval;
  return { value: (ratio.value - 1) * 100, interval: { lower: (lower - 1) * 100, upper: (upper - 1) * 100 } };
}

function scaled(value: number, { lower, upper }: Interval, by: number): Reached {
  return { value: value * by, interval: { lower: lower * by, upper: upper * by } };
}
