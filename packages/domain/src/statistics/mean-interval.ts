import { studentQuantile } from "./beta-quantile.ts";
import { cannotSay, isCount, usualConfidence, type Answer } from "./interval.ts";

/** What is known of a sample of values: how many, their mean and their standard deviation (divisor n - 1). */
export interface SampleOfValues {
  readonly size: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * What is the mean of a scale or an amount, and within what range does the true mean lie?
 *
 * Formula (Student's t): `mean ± t · s / √n`, with t the Student quantile of n - 1 degrees of freedom.
 *
 * Assumes a simple random sample, and values near enough to normal or a sample large enough (about 30) for the mean to
 * be so. One value has no spread: there is no interval and therefore no answer.
 *
 * Worked example: 10 values, mean 3.6, standard deviation 0.8, 95%: from 3.0277 to 4.1723.
 *
 * Reference: Student (1908), "The probable error of a mean", Biometrika 6, 1–25.
 * @see docs/methods.md#mean-interval
 */
export function meanInterval(sample: SampleOfValues, confidence: number = usualConfidence): Answer {
  const { size, mean, standardDeviation } = sample;
  if (!isCount(size)) return cannotSay("NOT_A_COUNT");
  if (size < 2) return cannotSay("TOO_FEW_VALUES");
  if (!Number.isFinite(mean) || !Number.isFinite(standardDeviation) || standardDeviation < 0) {
    return cannotSay("NOT_A_NUMBER");
  }
  const half = (studentQuantile(confidence, size - 1) * standardDeviation) / Math.sqrt(size);
  return { kind: "estimate", value: mean, interval: { lower: mean - half, upper: mean + half } };
}
