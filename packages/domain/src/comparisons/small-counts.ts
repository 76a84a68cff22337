import type { Measure } from "../outcomes/index.ts";

/** Counts of people from here to `largestProtected` could point at somebody, and are not shown. */
export const smallestProtected = 1;

/** The largest count that is protected. Zero is not: it says that nothing happened to nobody. */
export const largestProtected = 9;

/** Rates on fewer events than this are shown, and flagged: noise alone moves them by half their size. */
export const unreliableBelow = 20;

/** The numbers behind a figure. What was not stated is left out, and is never taken as zero. */
export interface NumbersBehind {
  readonly value: number;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/**
 * Is this count small enough to point at somebody?
 *
 * Confidentiality: 1 to 9 by default. Fractions count as the whole number above them, so that 0.4 of a person is
 * not a way round.
 *
 * Worked example: 0 is shown, 1 and 9 are protected, 10 is shown.
 *
 * Reference: CDC WONDER hides every statistic on fewer than 10 observations; Hundepool, A. et al. (2012),
 * "Statistical Disclosure Control", chapter 4.
 * @see docs/methods.md#small-counts
 */
export function isSmallCount(count: number): boolean {
  return count > 0 && Math.ceil(count) <= largestProtected;
}

/**
 * Must a figure about people be hidden, with everything from which the hidden count could be worked out?
 *
 * A count: when it is small. A rate: when the events behind it are few, stated or worked out from rate and
 * population. A share: when those who said yes, those who said no, or all who answered are few. A mean, a median or
 * another amount: when few answered. When a figure is protected its value, its numerator, its rate and its interval are
 * all hidden: each of them gives the count away.
 *
 * Worked example: 8 of 10 residents: 2 said no, so that the share is protected although 8 and 10 might stand.
 * @see docs/methods.md#small-counts
 */
export function mustProtect(measure: Measure, numbers: NumbersBehind): boolean {
  return countsBehind(measure, numbers).some(isSmallCount);
}

function countsBehind(measure: Measure, { value, numerator, denominator }: NumbersBehind): number[] {
  switch (measure.kind) {
    case "count":
      return [numerator ?? value];
    case "rate":
      return stated(numerator ?? worked(value, denominator, measure.per));
    case "share": {
      const yes = numerator ?? worked(value, denominator, 100);
      const no = yes === undefined || denominator === undefined ? undefined : denominator - yes;
      return [...stated(yes), ...stated(no), ...stated(denominator)];
    }
    case "mean":
    case "difference":
    case "ratio":
    case "median":
    case "amount":
      return [...stated(numerator), ...stated(denominator)];
  }
}

function worked(value: number, denominator: number | undefined, per: number): number | undefined {
  return denominator === undefined ? undefined : Math.round((value * denominator) / per);
}

function stated(count: number | undefined): number[] {
  return count === undefined ? [] : [count];
}

/**
 * Is a number too small to mean much? Reliability, which is not confidentiality: the figure is shown, with its interval,
 * and flagged when it rests on fewer than 20 events.
 *
 * Worked example: 19 events have an interval from 60% to 156% of themselves.
 *
 * Reference: National Center for Health Statistics, data presentation standards for rates and counts (2023).
 * @see docs/methods.md#few-events
 */
export function isUnreliable(events: number): boolean {
  return events < unreliableBelow;
}
