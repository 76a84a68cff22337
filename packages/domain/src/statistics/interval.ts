/** The two ends between which the true value plausibly lies. `upper` is `Infinity` when nothing bounds it. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A value computed from data, with the interval that belongs to it. */
export interface Estimate {
  readonly kind: "estimate";
  readonly value: number;
  readonly interval: Interval;
}

/**
 * Why a statistic has no answer:
 * `NOT_A_COUNT`: a number of events is not a whole number from 0 up;
 * `NO_POPULATION`: the population or time at risk is missing, zero, negative or not a number;
 * `NO_ANSWERS`: nobody answered, so there is no share;
 * `MORE_THAN_ASKED`: more said yes than answered;
 * `NO_EVENTS`: there were no events where the statistic needs some, so that any ratio fits;
 * `TOO_FEW_VALUES`: a spread needs at least two values;
 * `NOT_A_NUMBER`: a value is not a finite number.
 */
export type CannotSayReason =
  | "NOT_A_COUNT"
  | "NO_POPULATION"
  | "NO_ANSWERS"
  | "MORE_THAN_ASKED"
  | "NO_EVENTS"
  | "TOO_FEW_VALUES"
  | "NOT_A_NUMBER";

/** A statistic that has no answer, and why. */
export interface CannotSay {
  readonly kind: "cannotSay";
  readonly because: CannotSayReason;
}

/** Either a value with its interval, or the reason why there is none. Never a number that means nothing. */
export type Answer = Estimate | CannotSay;

/** The confidence used unless another is asked for: of 100 such intervals about 95 hold the true value. */
export const usualConfidence = 0.95;

/** Says that there is no answer, and why. */
export function cannotSay(because: CannotSayReason): CannotSay {
  return { kind: "cannotSay", because };
}

/** Whether a number can be a number of events: whole, from 0 up, small enough to be exact. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Whether an interval contains a value, ends included. */
export function contains(interval: Interval, value: number): boolean {
  return interval.lower <= value && value <= interval.upper;
}
