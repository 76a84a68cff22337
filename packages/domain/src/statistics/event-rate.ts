import { cannotSay, usualConfidence, type Answer } from "./interval.ts";
import { poissonInterval } from "./poisson-interval.ts";

/** Events counted among a population over a period. */
export interface EventCount {
  readonly count: number;
  /** Residents, or residents times years when the period is longer than a year. */
  readonly population: number;
}

/**
 * How many events are there per 1,000 or 100,000 residents, and within what range does that rate lie?
 *
 * Formula: `count / population * per`, and the ends of the exact Poisson interval of the count divided by the same
 * population. The population is taken as known; an error in it is not in the interval.
 *
 * A period that is not covered whole gives a rate of the covered months only. It is never stretched to a year here:
 * crime has seasons, and months are missing for reasons.
 *
 * Worked example: 12 events among 10,000 residents, per 100,000: 120, from 62.0 to 209.6.
 *
 * Reference: as for the Poisson interval; Brillinger, D. R. (1986), "The natural variability of vital rates and
 * associated statistics", Biometrics 42, 693–734.
 * @see docs/methods.md#rates
 */
export function eventRate(events: EventCount, per: number, confidence: number = usualConfidence): Answer {
  const { count, population } = events;
  if (!Number.isFinite(population) || population <= 0) return cannotSay("NO_POPULATION");
  const expected = poissonInterval(count, confidence);
  if (expected.kind === "cannotSay") return expected;
  const scale = per / population;
  const { lower, upper } = expected.interval;
  return { kind: "estimate", value: count * scale, interval: { lower: lower * scale, upper: upper * scale } };
}
