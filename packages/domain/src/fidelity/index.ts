/**
 * Fidelity: how fully a site carries out the core components of its program. Raters give marks with evidence; structure,
 * dose and timeliness are computed beside them from what the product knows.
 */
export { checkReview, mostEvidence } from "./check-review.ts";
export { compareReviews, differenceWithoutReason, type Agreement, type MarkPair } from "./compare-reviews.ts";
export {
  dose,
  structure,
  timeliness,
  type ComputedPart,
  type DeliveredLevel,
  type Met,
  type TimedItem,
} from "./computed-part.ts";
export type { CoreComponent } from "./core-component.ts";
export { coreComponentSchema } from "./parse-core-component.ts";
export {
  highestMark,
  raters,
  type ComponentRating,
  type FidelityEvidence,
  type FidelityReview,
  type Rater,
} from "./review.ts";
export {
  evidenceMonths,
  fidelityBands,
  isRecent,
  markWithoutEvidence,
  scoreFidelity,
  type ComponentScore,
  type FidelityBand,
  type FidelityScore,
  type ScoredBy,
} from "./score-fidelity.ts";
