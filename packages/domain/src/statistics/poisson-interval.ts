import { gammaQuantile } from "./gamma-quantile.ts";
import { cannotSay, isCount, usualConfidence, type Answer } from "./interval.ts";

/**
 * Within what range does the expected number of events lie, when so many were counted?
 *
 * Formula (Garwood's exact interval): with `a = 1 - confidence`, from the gamma quantile of shape `count` at a/2 to
 * the gamma quantile of shape `count + 1` at 1 - a/2. Of no events the lower end is 0 and the upper end is 3.69 (95%):
 * a year without a homicide does not show that none is to be expected.
 *
 * Assumes that events come one by one and independently, with a steady expectation over the period. Events that
 * come in clusters (retaliation, one incident with several victims) vary more, and the true interval is wider.
 * The interval is conservative: it holds the true value in at least 95 of 100 cases, in small counts in more.
 *
 * Worked example: 10 events, 95%: from 4.7954 to 18.3904.
 *
 * Reference: Garwood, F. (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437–442.
 * @see docs/methods.md#poisson-interval
 */
export function poissonInterval(count: number, confidence: number = usualConfidence): Answer {
  if (!isCount(count)) return cannotSay("NOT_A_COUNT");
  const tail = (1 - confidence) / 2;
  const lower = count === 0 ? 0 : gammaQuantile(tail, count);
  const upper = gammaQuantile(1 - tail, count + 1);
  return { kind: "estimate", value: count, interval: { lower, upper } };
}
