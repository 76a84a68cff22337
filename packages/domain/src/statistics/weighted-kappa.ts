import { normalQuantile } from "./gamma-quantile.ts";
import { cannotSay, usualConfidence, type Answer } from "./interval.ts";

/** The marks that two raters gave to the same thing, each a whole number from 0 to the highest mark. */
export type PairOfMarks = readonly [number, number];

/** The fewest things rated by both from which agreement beyond chance is worth telling. */
const FEWEST_PAIRS = 2;

/**
 * How far do two raters agree beyond what chance alone would bring about, when a difference of one point matters less
 * than one of four? 1 is full agreement, 0 is what chance brings, below 0 is less than chance.
 *
 * Formula, with marks from 0 to k, weights `w = 1 - |i - j| / k`, shares p of the pairs and marginal shares r, c:
 * `κ = (pₒ - pₑ) / (1 - pₑ)` where `pₒ = Σ w p` and `pₑ = Σ w r c`. The interval is κ ± z times the large-sample
 * standard error of Fleiss, Cohen and Everitt, cut off at -1 and 1.
 *
 * Assumes that the two rated independently of each other, each with the same instruction. With a dozen things rated
 * the interval is rough and wide: read it as "cannot tell much", not as a proof of disagreement. When one of the two gives
 * the same mark to everything, there is nothing to agree about and no answer.
 *
 * Worked example: 91 couples, husband and wife each on four steps (rows 7 7 2 3, 2 8 3 7, 1 5 4 9, 2 8 9 14):
 * 0.2374 with a standard error of 0.0783.
 *
 * Reference: Cohen, J. (1968), "Weighted kappa", Psychological Bulletin 70, 213–220; Fleiss, J. L., Cohen, J. and
 * Everitt, B. S. (1969), Psychological Bulletin 72, 323–327. The example: Agresti, A. (1990), Categorical Data Analysis,
 * table 2.10.
 * @see docs/methods.md#weighted-kappa
 */
export function weightedKappa(
  pairs: readonly PairOfMarks[],
  highestMark: number,
  confidence: number = usualConfidence,
): Answer {
  const isMark = (mark: number): boolean => Number.isInteger(mark) && mark >= 0 && mark <= highestMark;
  if (pairs.some((pair) => !pair.every(isMark))) return cannotSay("NOT_A_NUMBER");
  if (pairs.length < FEWEST_PAIRS) return cannotSay("TOO_FEW_VALUES");
  const shares = sharesOf(pairs, highestMark);
  const weight = (one: number, other: number): number => 1 - Math.abs(one - other) / highestMark;
  const observed = meanOver(pairs, ([one, other]) => weight(one, other));
  const expected = expectedAgreement(shares, weight);
  if (hasOneMark(shares.first) || hasOneMark(shares.second)) return cannotSay("TOO_FEW_VALUES");
  const value = (observed - expected) / (1 - expected);
  const variance = varianceOf(pairs, { ...shares, weight, expected, value });
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance));
  return {
    kind: "estimate",
    value,
    interval: { lower: Math.max(-1, value - half), upper: Math.min(1, value + half) },
  };
}

/** Who gives the same mark to everything tells nothing apart: agreement with that has no measure. */
function hasOneMark(shares: readonly number[]): boolean {
  return shares.some((share) => share === 1);
}

type Weight = (one: number, other: number) => number;

/** What share of all pairs has each mark, by the first rater and by the second. */
interface Shares {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

function sharesOf(pairs: readonly PairOfMarks[], highestMark: number): Shares {
  const of = (which: 0 | 1): number[] =>
    Array.from({ length: highestMark + 1 }, (_, mark) =>
      meanOver(pairs, (pair) => Number(pair[which] === mark)),
    );
  return { first: of(0), second: of(1) };
}

function meanOver(pairs: readonly PairOfMarks[], valueOf: (pair: PairOfMarks) => number): number {
  return pairs.reduce((sum, pair) => sum + valueOf(pair), 0) / pairs.length;
}

function weighed(shares: readonly number[], weight: (mark: number) => number): number {
  return shares.reduce((sum, share, mark) => sum + share * weight(mark), 0);
}

function expectedAgreement({ first, second }: Shares, weight: Weight): number {
  return weighed(first, (one) => weighed(second, (other) => weight(one, other)));
}

interface Agreement extends Shares {
  readonly weight: Weight;
  readonly expected: number;
  readonly value: number;
}

function varianceOf(pairs: readonly PairOfMarks[], agreement: Agreement): number {
  const { first, second, weight, expected, value } = agreement;
  const spread = meanOver(pairs, ([one, other]) => {
    const mean = weighed(second, (mark) => weight(one, mark)) + weighed(first, (mark) => weight(mark, other));
    return (weight(one, other) - mean * (1 - value)) ** 2;
  });
  return (spread - (value - expected * (1 - value)) ** 2) / (pairs.length * (1 - expected) ** 2);
}
