import { normalQuantile } from "./gamma-quantile.ts";
import { cannotSay, isCount, usualConfidence, type Answer } from "./interval.ts";

/** How many of those who answered said yes. */
export interface ShareOfAnswers {
  readonly successes: number;
  readonly trials: number;
}

/**
 * What share of a group is it, and within what range does the true share lie?
 *
 * Formula (Wilson's score interval), with n answers, share p and z the normal quantile:
 * `(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)`. It never leaves 0 to 1, and of 10 yeses in 10 answers it
 * still says that the true share may be as low as 0.72.
 *
 * Assumes a simple random sample with independent answers. A survey by household or with weights has less
 * information than its number of answers; its design effect must widen the interval.
 *
 * Worked example: 8 of 10, 95%: 0.8, from 0.4902 to 0.9433.
 *
 * Reference: Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", Journal of
 * the American Statistical Association 22, 209–212; Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872.
 * @see docs/methods.md#wilson-interval
 */
export function wilsonInterval(answers: ShareOfAnswers, confidence: number = usualConfidence): Answer {
  const { successes, trials } = answers;
  if (!isCount(successes) || !isCount(trials)) return cannotSay("NOT_A_COUNT");
  if (trials === 0) return cannotSay("NO_ANSWERS");
  if (successes > trials) return cannotSay("MORE_THAN_ASKED");
  const share = successes / trials;
  const z = normalQuantile((1 + confidence) / 2);
  const weight = z ** 2 / trials;
  const middle = share + weight / 2;
  const half = z * Math.sqrt((share * (1 - share)) / trials + weight / (4 * trials));
  const lower = successes === 0 ? 0 : (middle - half) / (1 + weight);
  const upper = successes === trials ? 1 : (middle + half) / (1 + weight);
  return { kind: "estimate", value: share, interval: { lower, upper } };
}
