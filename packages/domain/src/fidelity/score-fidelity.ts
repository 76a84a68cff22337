import { addMonths, type PlainDate } from "../shared/index.ts";
import type { CoreComponent } from "./core-component.ts";
import { highestMark, type ComponentRating, type FidelityEvidence, type FidelityReview } from "./review.ts";

/** What scoring asks of a core component. */
export type ScoredBy = Pick<CoreComponent, "key" | "weight" | "isEssential">;

/** What a component counts, and why. */
export interface ComponentScore {
  readonly componentKey: string;
  /** What the rater gave; null when the component does not apply or was not rated. */
  readonly given: number | null;
  /** What counts: at most 2 without evidence of the last six months; null when it does not apply. */
  readonly counted: number | null;
  readonly isCapped: boolean;
  /** An essential component that counts less than 2. */
  readonly isMissing: boolean;
}

/** 80 and more is strong, 60 and more partial, less is weak. */
export const fidelityBands = ["strong", "partial", "weak"] as const;

/** How a score reads in a word. */
export type FidelityBand = (typeof fidelityBands)[number];

/** How fully a site carries out its core components, on one review. */
export interface FidelityScore {
  /** 0 to 100, to one decimal; null when no component applies. */
  readonly score: number | null;
  readonly band: FidelityBand | null;
  readonly components: readonly ComponentScore[];
  /** Essential components that count less than 2: a core component is missing whatever the total. */
  readonly missing: readonly string[];
}

/** The most that a mark counts when nothing of the last six months shows it. */
export const markWithoutEvidence = 2;

/** How old evidence may be on the day of the review, in months. */
export const evidenceMonths = 6;

const enough = 2;

/** Whether evidence shows what is there on the day of a review: it is from that day or the six months before. */
export function isRecent({ datedOn }: Pick<FidelityEvidence, "datedOn">, reviewedOn: PlainDate): boolean {
  return datedOn <= reviewedOn && datedOn >= addMonths(reviewedOn, -evidenceMonths);
}

/**
 * How fully does a site carry out the core components of its release?
 *
 * Formula: `100 × Σ (weight × mark) / (4 × Σ weight)` over the components that apply. A mark above 2 counts 2 unless
 * evidence from the six months up to the review shows it. An essential component that counts less than 2 is missing,
 * and is told whatever the total. Components that the release has and the review does not rate count 0; what it rates
 * beyond the release is left out.
 *
 * Worked example: weights 3, 2 and 1 with the marks 4 (with evidence), 3 (without, so 2) and 1 give
 * 100 × (12 + 4 + 1) / (4 × 6) = 70.8, which is partial.
 *
 * Rests on the model elements of the Nurse-Family Partnership and the milestones of Communities That Care, where only
 * what is shown counts in full; weights and bands are the template's proposal.
 * @see docs/methods.md#fidelity
 */
export function scoreFidelity(
  components: readonly ScoredBy[],
  { ratings, reviewedOn }: Pick<FidelityReview, "ratings" | "reviewedOn">,
): FidelityScore {
  const rated = new Map(ratings.map((rating) => [rating.componentKey, rating]));
  const scored = components.map((component) => ({
    component,
    result: scoreComponent(component, rated.get(component.key), reviewedOn),
  }));
  const applicable = scored.flatMap(({ component: { weight }, result: { counted } }) =>
    counted === null ? [] : [{ weight, counted }],
  );
  const whole = applicable.reduce((sum, { weight }) => sum + weight * highestMark, 0);
  const reached = applicable.reduce((sum, { weight, counted }) => sum + weight * counted, 0);
  const score = whole === 0 ? null : Math.round((1000 * reached) / whole) / 10;
  return {
    score,
    band: score === null ? null : bandOf(score),
    components: scored.map(({ result }) => result),
    missing: scored.flatMap(({ result }) => (result.isMissing ? [result.componentKey] : [])),
  };
}

function scoreComponent(
  { key, isEssential }: ScoredBy,
  rating: ComponentRating | undefined,
  reviewedOn: PlainDate,
): ComponentScore {
  if (rating?.notApplicableReason !== undefined)
    return { componentKey: key, given: null, counted: null, isCapped: false, isMissing: false };
  const { mark = null, evidence = [] } = rating ?? {};
  const given = mark ?? 0;
  const isShown = evidence.some((one) => isRecent(one, reviewedOn));
  const counted = isShown ? given : Math.min(given, markWithoutEvidence);
  return {
    componentKey: key,
    given: mark,
    counted,
    isCapped: counted < given,
    isMissing: isEssential && counted < enough,
  };
}

function bandOf(score: number): FidelityBand {
  if (score >= 80) return "strong";
  return score >= 60 ? "partial" : "weak";
}
