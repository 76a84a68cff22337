import { normalQuantile } from "./gamma-quantile.ts";
import { cannotSay, isCount, usualConfidence, type Answer } from "./interval.ts";

/** Events before and after, and how long each was watched (months, or residents times months). */
export interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
  readonly exposureBefore: number;
  readonly exposureAfter: number;
}

/**
 * Did one place change more than another? The change here divided by the change there.
 *
 * Formula: `R = (after / before here) / (after / before there)`, each count divided by its exposure, and the interval
 * `exp(ln R ± z √(1/a + 1/b + 1/c + 1/d))` over the four counts.
 *
 * Assumes four independent Poisson counts and that both places would have changed alike otherwise. This is a
 * description, not proof of cause: one comparison area cannot show that the two moved together before. A count of
 * zero has no logarithm: then it cannot say.
 *
 * Worked example: 200 before and 80 after here, 600 and 300 there, as long: 0.80, from 0.5962 to 1.0734: twenty percent
 * below the comparison area, and as much as seven percent above it cannot be ruled out.
 *
 * Reference: Rothman, K. J., Greenland, S. and Lash, T. L. (2008), "Modern Epidemiology", 3rd edition, chapter 14.
 * @see docs/methods.md#ratio-of-ratios
 */
export function ratioOfRatios(
  here: BeforeAndAfter,
  there: BeforeAndAfter,
  confidence: number = usualConfidence,
): Answer {
  const counts = [here.before, here.after, there.before, there.after];
  const exposures = [here.exposureBefore, here.exposureAfter, there.exposureBefore, there.exposureAfter];
  if (!counts.every(isCount)) return cannotSay("NOT_A_COUNT");
  if (!exposures.every((exposure) => Number.isFinite(exposure) && exposure > 0))
    return cannotSay("NO_POPULATION");
  if (counts.includes(0)) return cannotSay("NO_EVENTS");
  const value = change(here) / change(there);
  const spread = Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  const factor = Math.exp(normalQuantile((1 + confidence) / 2) * spread);
  return { kind: "estimate", value, interval: { lower: value / factor, upper: value * factor } };
}

function change({ before, after, exposureBefore, exposureAfter }: BeforeAndAfter): number {
  return after / exposureAfter / (before / exposureBefore);
}
