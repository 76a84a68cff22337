import { normalQuantile } from "./gamma-quantile.ts";
import { type CannotSay, cannotSay, type Interval, usualConfidence } from "./interval.ts";

/** How long one person was followed, and whether the event ended it; if not, the person is censored. */
export interface FollowUp {
  /** In any one unit, from 0 up. */
  readonly time: number;
  readonly hasEvent: boolean;
}

/** The curve after the events of one time. */
export interface SurvivalStep {
  readonly time: number;
  /** Those followed up to this time, its events and those censored at it included. */
  readonly atRisk: number;
  readonly events: number;
  /** The share without the event beyond this time, from 0 to 1. */
  readonly survival: number;
  /** Null once everybody left has had the event: the formula has no interval there. */
  readonly interval: Interval | null;
}

/** A curve, one step for each time with an event; none while nobody has had it. */
export interface SurvivalCurve {
  readonly kind: "curve";
  readonly steps: readonly SurvivalStep[];
}

/**
 * What share of people are still without an event after a time, when many are followed for a
 * shorter time than others and some have not had it yet?
 *
 * Formula (Kaplan and Meier's product limit), over the times t with d events among n at risk:
 * `S = Π (1 - d/n)`. Variance of the logarithm (Greenwood): `V = Σ d / (n (n - d))`. Interval on the
 * scale log(-log S), which stays within 0 to 1: `S ^ exp(±z √V / ln S)`. Who is censored at a time of
 * events counts as at risk there.
 *
 * Assumes that who is censored is no likelier to have the event than who is not. One event counts:
 * where several kinds end the time, all are the event or the curve says something else.
 *
 * Worked example: the 21 patients on 6-mercaptopurine, remission in weeks, + where it lasted: 6 6 6 6+ 7
 * 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+. At 6 weeks 3 of 21: 18/21 = 0.8571;
 * at 7, 1 of 17: 0.8571 × 16/17 = 0.8067; at 23, after all seven steps, 0.4482 (95%: 0.1881 to 0.6801).
 *
 * Reference: Kaplan, E. L. and Meier, P. (1958), Journal of the American Statistical Association 53,
 * 457–481; data of Freireich et al. (1963) as in Kalbfleisch and Prentice (2002), The Statistical
 * Analysis of Failure Time Data.
 * @see docs/methods.md#kaplan-meier
 */
export function kaplanMeier(
  followUps: readonly FollowUp[],
  confidence: number = usualConfidence,
): SurvivalCurve | CannotSay {
  if (followUps.length === 0) return cannotSay("NO_POPULATION");
  if (followUps.some(({ time }) => !Number.isFinite(time) || time < 0)) return cannotSay("NOT_A_NUMBER");
  const z = normalQuantile((1 + confidence) / 2);
  const byTime = Map.groupBy(
    [...followUps].sort((one, other) => one.time - other.time),
    ({ time }) => time,
  );
  const steps: SurvivalStep[] = [];
  let [atRisk, survival, variance] = [followUps.length, 1, 0];
  for (const [time, together] of byTime) {
    const events = together.filter(({ hasEvent }) => hasEvent).length;
    if (events > 0) {
      survival *= 1 - events / atRisk;
      variance += events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, survival, interval: logLogInterval(survival, variance, z) });
    }
    atRisk -= together.length;
  }
  return { kind: "curve", steps };
}

function logLogInterval(survival: number, variance: number, z: number): Interval | null {
  if (survival <= 0) return null;
  const factor = Math.exp((z * Math.sqrt(variance)) / Math.abs(Math.log(survival)));
  return { lower: survival ** factor, upper: survival ** (1 / factor) };
}
