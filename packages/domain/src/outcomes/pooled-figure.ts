import {
  addMonths,
  comparePlainDates,
  monthsInPeriod,
  periodEnd,
  periodKind,
  periodStart,
  type Period,
  type PlainDate,
} from "../shared/index.ts";
import type { Measure } from "./measure.ts";
import type { ObservedFigure } from "./observation.ts";

/** A figure and the period that it is of. */
export interface DatedFigure extends ObservedFigure {
  readonly period: Period;
}

/** Figures of several periods taken as one: counts are added, shares and means are pooled over all who answered. */
export interface PooledFigure {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** How many months of figures it holds. */
  readonly months: number;
  readonly periods: number;
  /** The sum of counts; for everything else the value over all periods. */
  readonly value: number;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/** Whether values of this measure add up over time, as events do and shares do not. */
export function addsUp(measure: Measure): boolean {
  return measure.kind === "count";
}

/**
 * Takes the figures of several periods as one; `undefined` when there are none.
 *
 * Only periods of one length are taken, so that a quarter is not counted again in its year: the length that covers the
 * most months and, of two that cover as many, the shorter.
 */
export function poolFigures(measure: Measure, figures: readonly DatedFigure[]): PooledFigure | undefined {
  const taken = ofOneLength(figures).toSorted((left, right) =>
    comparePlainDates(periodStart(left.period), periodStart(right.period)),
  );
  const [first] = taken;
  const last = taken.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    from: periodStart(first.period),
    to: periodEnd(last.period),
    months: monthsOf(taken),
    periods: taken.length,
    ...pooledNumbers(measure, taken),
  };
}

/** Figures after launch that are taken as the latest: so many months of events, or the newest period alone. */
export type LatestSpan = number | "newestPeriod";

/**
 * The latest figures: events of up to so many months that end with the newest period. The newest period alone where
 * values do not add up, as shares do not, nor people served, who may be the same in each period.
 */
export function latestFigure(
  measure: Measure,
  figures: readonly DatedFigure[],
  span: LatestSpan,
): PooledFigure | undefined {
  const [newest] = figures.toSorted((left, right) =>
    comparePlainDates(periodEnd(right.period), periodEnd(left.period)),
  );
  if (newest === undefined) return undefined;
  if (!addsUp(measure) || span === "newestPeriod") return poolFigures(measure, [newest]);
  const end = periodEnd(newest.period);
  const start = addMonths(periodStart(newest.period), monthsInPeriod(newest.period) - span);
  return poolFigures(
    measure,
    figures.filter(({ period }) => periodStart(period) >= start && periodEnd(period) <= end),
  );
}

function ofOneLength(figures: readonly DatedFigure[]): DatedFigure[] {
  const lengths = (["month", "quarter", "year"] as const).map((kind) =>
    figures.filter(({ period }) => periodKind(period) === kind),
  );
  return lengths.reduce((best, next) => (monthsOf(next) > monthsOf(best) ? next : best));
}

function monthsOf(figures: readonly DatedFigure[]): number {
  return figures.reduce(
    (sum, { period, monthsCovered }) => sum + (monthsCovered ?? monthsInPeriod(period)),
    0,
  );
}

function pooledNumbers(
  measure: Measure,
  figures: readonly DatedFigure[],
): Pick<PooledFigure, "value" | "numerator" | "denominator"> {
  const sum = figures.reduce((total, { value }) => total + value, 0);
  if (addsUp(measure)) return { value: sum };
  const counted = measure.kind === "share" ? figures.map(withNumerator) : figures;
  const [numerator, denominator] = [sumOf(counted, "numerator"), sumOf(counted, "denominator")];
  if (measure.kind === "share" && numerator !== undefined && denominator) {
    return { value: (100 * numerator) / denominator, numerator, denominator };
  }
  return { value: sum / figures.length, numerator, denominator };
}

/** How many said yes, worked out from the share where only the share and the number of answers were stated. */
function withNumerator(figure: DatedFigure): DatedFigure {
  const { value, numerator, denominator } = figure;
  if (numerator !== undefined || denominator === undefined) return figure;
  return { ...figure, numerator: Math.round((value * denominator) / 100) };
}

function sumOf(figures: readonly DatedFigure[], field: "numerator" | "denominator"): number | undefined {
  const stated = figures.map((figure) => figure[field]).filter((value) => value !== undefined);
  return stated.length === figures.length ? stated.reduce((sum, value) => sum + value, 0) : undefined;
}
