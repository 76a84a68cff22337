import { weightedKappa, type Answer } from "../statistics/index.ts";
import { highestMark, type FidelityReview } from "./review.ts";

/** What two raters gave to one component. */
export interface MarkPair {
  readonly componentKey: string;
  readonly first: number;
  readonly second: number;
}

/** How two reviews of one site agree. */
export interface Agreement {
  /** The components that both rated. */
  readonly pairs: readonly MarkPair[];
  /** Those that differ by more than one point: each asks for a reason. */
  readonly apart: readonly MarkPair[];
  /** Agreement beyond chance. */
  readonly kappa: Answer;
}

/** The most by which two marks may differ without a word about it. */
export const differenceWithoutReason = 1;

/** How far two reviews agree, on the marks as they were given: a cap for missing evidence is no opinion of a rater. */
export function compareReviews(
  first: Pick<FidelityReview, "ratings">,
  second: Pick<FidelityReview, "ratings">,
): Agreement {
  const other = new Map(second.ratings.map(({ componentKey, mark }) => [componentKey, mark]));
  const pairs = first.ratings.flatMap(({ componentKey, mark }): MarkPair[] => {
    const found = other.get(componentKey);
    return mark === null || found === undefined || found === null
      ? []
      : [{ componentKey, first: mark, second: found }];
  });
  return {
    pairs,
    apart: pairs.filter(({ first: one, second: two }) => Math.abs(one - two) > differenceWithoutReason),
    kappa: weightedKappa(
      pairs.map(({ first: one, second: two }) => [one, two] as const),
      highestMark,
    ),
  };
}
