import libraryQuantile from "@stdlib/stats-base-dists-beta-quantile";

/**
 * The value below which a beta variable with these two shapes falls with a given probability.
 *
 * Assumes shapes above 0 and a probability from 0 to 1; anything else is `NaN`.
 * Compared with scipy on 480 combinations of shapes from 0.5 to 100,000,000: relative difference below
 * 0.00000003 except where one shape is 1,000 and the other 100,000,000 (0.0002), which no pair of cities meets.
 *
 * Worked example: shapes 12 and 31, probability 0.025 gives 0.15719.
 * @see docs/methods.md#quantiles
 */
export function betaQuantile(probability: number, first: number, second: number): number {
  return libraryQuantile(probability, first, second);
}

/**
 * The value that a Student t variable with these degrees of freedom exceeds, in either direction,
 * with probability `1 - confidence`.
 *
 * If T follows Student's t with n degrees of freedom, n / (n + T²) follows a beta distribution with shapes
 * n/2 and 1/2; so the beta quantile answers this.
 *
 * Worked example: 95% and 9 degrees of freedom gives 2.26216.
 * @see docs/methods.md#quantiles
 */
export function studentQuantile(confidence: number, degrees: number): number {
  const share = betaQuantile(1 - confidence, degrees / 2, 0.5);
  return Math.sqrt(degrees * (1 / share - 1));
}
