import libraryQuantile from "@stdlib/stats-base-dists-gamma-quantile";

const largeShape = 500;

/** The same confidence is asked for again and again, figure after figure: its normal quantile is worked out once. */
let lastNormal = { central: Number.NaN, distance: Number.NaN };

/**
 * The value below which a gamma variable with this shape and rate 1 falls with a given probability.
 *
 * Assumes a shape above 0 and a probability from 0 to 1; anything else is `NaN`.
 * Below shape 500 the numeric library answers. From 500 up its incomplete gamma function takes a branch
 * (arguments above 1,000) that is off by up to one unit: the 97.5% quantile at shape 1,001 comes out as 1064.117
 * where it is 1063.952. There the expansion of Goldberg and Levine in powers of 1/√shape is used;
 * for probabilities from 0.0005 to 0.9995 it agrees with scipy to 11 digits or more.
 *
 * Worked example: shape 11, probability 0.975 gives 18.3904, the upper end of the interval of 10 events.
 *
 * Reference: Goldberg, H. and Levine, H. (1946), "Approximate formulas for the percentage points and
 * normalization of t and χ²", Annals of Mathematical Statistics 17, 216–225.
 * @see docs/methods.md#quantiles
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (shape >= largeShape && probability > 0 && probability < 1)
    return largeShapeQuantile(probability, shape);
  return libraryQuantile(probability, shape, 1);
}

/**
 * The value below which a standard normal variable falls with a given probability.
 *
 * The square of a standard normal variable is twice a gamma variable of shape 1/2, so the gamma
 * quantile answers this too and no second formula is needed.
 *
 * Worked example: probability 0.975 gives 1.95996.
 * @see docs/methods.md#quantiles
 */
export function normalQuantile(probability: number): number {
  const central = Math.abs(2 * probability - 1);
  if (central !== lastNormal.central) {
    lastNormal = { central, distance: Math.sqrt(2 * libraryQuantile(central, 0.5, 1)) };
  }
  return probability < 0.5 ? -lastNormal.distance : lastNormal.distance;
}

function largeShapeQuantile(probability: number, shape: number): number {
  const z = normalQuantile(probability);
  const degrees = 2 * shape;
  const root = Math.sqrt(2 * degrees);
  const terms = [
    degrees,
    root * z,
    (2 / 3) * (z ** 2 - 1),
    (z ** 3 - 7 * z) / (9 * root),
    -(6 * z ** 4 + 14 * z ** 2 - 32) / (405 * degrees),
    (9 * z ** 5 + 256 * z ** 3 - 433 * z) / (4860 * Math.SQRT2 * degrees ** 1.5),
    (12 * z ** 6 - 243 * z ** 4 - 923 * z ** 2 + 1472) / (25515 * degrees ** 2),
    -(3753 * z ** 7 + 4353 * z ** 5 - 289517 * z ** 3 - 289717 * z) / (9185400 * Math.SQRT2 * degrees ** 2.5),
  ];
  return terms.reduce((sum, term) => sum + term, 0) / 2;
}
