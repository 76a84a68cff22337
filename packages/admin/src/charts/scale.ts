import { scaleLinear, scaleBand } from "@visx/scale";

/** A figure at a period; null is "not reported", which is not zero. */
export interface TrendPoint {
  readonly period: string;
  readonly value: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  /** Not final yet: an open mark. */
  readonly isProvisional?: boolean;
  /** Too few events to show: a hatched mark and no value. */
  readonly isSuppressed?: boolean;
}

/** From a value to a place on the chart. */
export interface NumberScale {
  (value: number): number;
  ticks: (count: number) => number[];
  domain: () => number[];
}

/** From a place's key to its band on the chart. */
export interface BandScale {
  (key: string): number | undefined;
  bandwidth: () => number;
}

/** Months since the year 0 to the middle of a period: `2026`, `2026-Q3` and `2026-07` on one axis. */
export function middleOfPeriod(period: string): number {
  const year = Number(period.slice(0, 4)) * 12;
  const part = period.slice(5);
  if (part === "") return year + 6;
  if (part.startsWith("Q")) return year + (Number(part.slice(1)) - 1) * 3 + 1.5;
  return year + Number(part) - 0.5;
}

/** The months that a period lasts: two neighbors further apart than this have a gap between them. */
export function lengthOfPeriod(period: string): number {
  const part = period.slice(5);
  if (part === "") return 12;
  return part.startsWith("Q") ? 3 : 1;
}

/**
 * Runs of neighbors that a line may join; a missing or suppressed value ends a run. Of single occasions, between which
 * nothing is missing, all are neighbors.
 */
export function runsOf(points: readonly TrendPoint[], areOccasions = false): TrendPoint[][] {
  const runs: TrendPoint[][] = [];
  let last: TrendPoint | undefined;
  for (const point of inOrder(points)) {
    if (point.value === null || point.isSuppressed) continue;
    const run = runs.at(-1);
    if (run && last && (areOccasions || areNeighbors(last, point))) run.push(point);
    else runs.push([point]);
    last = point;
  }
  return runs;
}

export function inOrder(points: readonly TrendPoint[]): TrendPoint[] {
  return [...points].sort((one, other) => middleOfPeriod(one.period) - middleOfPeriod(other.period));
}

function areNeighbors(one: TrendPoint, other: TrendPoint): boolean {
  const apart = middleOfPeriod(other.period) - middleOfPeriod(one.period);
  return apart <= lengthOfPeriod(other.period) + 0.01;
}

/** The axis across: time, from the first period to the last. */
export function timeScale(periods: readonly string[], range: [number, number]): NumberScale {
  const middles = periods.map(middleOfPeriod);
  const [first, last] = [Math.min(...middles), Math.max(...middles)];
  const domain = first === last ? [first - 6, last + 6] : [first, last];
  return scaleLinear<number>({ domain, range });
}

/** The axis up: from zero, or from below it, to a round number above the highest value. */
export function valueScale(values: readonly number[], range: [number, number]): NumberScale {
  const highest = Math.max(0, ...values);
  const domain = [Math.min(0, ...values), highest === 0 ? 1 : highest];
  return scaleLinear<number>({ domain, range, nice: 5 });
}

/** One band a place, in the order given. */
export function placeScale(keys: readonly string[], range: [number, number]): BandScale {
  return scaleBand<string>({ domain: [...keys], range, padding: 0.2 });
}

/** The first month of each year in a span, thinned so that labels have room. */
export function yearTicks([from, to]: readonly [number, number], most: number): number[] {
  const years: number[] = [];
  for (let year = Math.ceil(from / 12 - 0.5); year <= Math.floor(to / 12); year += 1) years.push(year);
  const step = Math.max(1, Math.ceil(years.length / Math.max(1, most)));
  return years.filter((_, index) => index % step === 0);
}
