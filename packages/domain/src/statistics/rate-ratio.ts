import { betaQuantile } from "./beta-quantile.ts";
import type { EventCount } from "./event-rate.ts";
import { cannotSay, isCount, usualConfidence, type Answer, type CannotSay } from "./interval.ts";

/**
 * How many times as high is one rate as another, and within what range does the true ratio lie?
 *
 * Formula (exact conditional): given the sum of both counts, the first count is binomial with probability
 * `p = R·N₁ / (R·N₁ + N₂)`, where R is the ratio and N the populations. The Clopper–Pearson interval of p, from beta
 * quantiles, is turned back by `R = p / (1 - p) · N₂ / N₁`.
 *
 * Assumes two independent Poisson counts and known populations. No event on the first side gives a ratio of 0 with an
 * upper end; no event on the second gives `Infinity` with a lower end; no event on either side says nothing.
 *
 * Worked example: 12 among 10,000 against 30 among 10,000: 0.40, from 0.1865 to 0.8045. 0 among 5,000 against 4 among
 * 5,000: 0, from 0 to 1.5149, so that even four events fewer do not show a fall.
 *
 * Reference: Przyborowski, J. and Wilenski, H. (1940), "Homogeneity of results in testing samples from Poisson
 * series", Biometrika 31, 313–323; Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404–413.
 * @see docs/methods.md#rate-ratio
 */
export function rateRatio(
  first: EventCount,
  second: EventCount,
  confidence: number = usualConfidence,
): Answer {
  const refusal = refuse(first) ?? refuse(second);
  if (refusal) return refusal;
  if (first.count + second.count === 0) return cannotSay("NO_EVENTS");
  const tail = (1 - confidence) / 2;
  const exchange = second.population / first.population;
  const lowerShare = first.count === 0 ? 0 : betaQuantile(tail, first.count, second.count + 1);
  const upperShare = second.count === 0 ? 1 : betaQuantile(1 - tail, first.count + 1, second.count);
  return {
    kind: "estimate",
    value: (first.count / second.count) * exchange,
    interval: { lower: odds(lowerShare) * exchange, upper: odds(upperShare) * exchange },
  };
}

function odds(share: number): number {
  return share === 1 ? Infinity : share / (1 - share);
}

function refuse(events: EventCount): CannotSay | undefined {
  if (!isCount(events.count)) return cannotSay("NOT_A_COUNT");
  if (!Number.isFinite(events.population) || events.population <= 0) return cannotSay("NO_POPULATION");
  return undefined;
}
