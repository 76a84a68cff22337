import { addMonths, type Finding, type PlainDate } from "../shared/index.ts";
import { highestMark, type ComponentRating, type FidelityEvidence, type FidelityReview } from "./review.ts";
import type { ScoredBy } from "./score-fidelity.ts";

/** The most pieces of evidence for one component. */
export const mostEvidence = 5;

/** The fewest letters of a reason that says something. */
const shortestReason = 10;

const longestReason = 1000;

const longestLabel = 200;

const longestUrl = 1000;

interface Checked {
  readonly components: readonly ScoredBy[];
  readonly today: PlainDate;
}

/**
 * What is wrong with a review before it can be kept: it rates every core component of the release once, with a mark from
 * 0 to 4 or with a reason why the component does not apply; an essential component always applies.
 */
export function checkReview(review: FidelityReview, { components, today }: Checked): Finding[] {
  const known = new Map(components.map((component) => [component.key, component]));
  const rated = Map.groupBy(review.ratings, ({ componentKey }) => componentKey);
  return [
    ...checkDay(review.reviewedOn, today),
    ...components.flatMap(({ key }) => (rated.has(key) ? [] : [notRated(key)])),
    ...[...rated].flatMap(([key, ratings]) => {
      const component = known.get(key);
      if (component === undefined) return [notInRelease(key)];
      const twice = ratings.length > 1 ? [ratedTwice(key)] : [];
      return [...twice, ...ratings.flatMap((rating) => checkRating(rating, component, review.reviewedOn))];
    }),
  ];
}

function finding(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

function checkDay(reviewedOn: PlainDate, today: PlainDate): Finding[] {
  if (reviewedOn > today)
    return [
      finding(
        "REVIEW_IN_FUTURE",
        "reviewedOn",
        "The day of the review is in the future. Give the day on which the site was rated.",
      ),
    ];
  if (reviewedOn < addMonths(today, -120))
    return [
      finding(
        "REVIEW_TOO_OLD",
        "reviewedOn",
        "The day of the review is more than ten years ago. Give the day on which the site was rated.",
      ),
    ];
  return [];
}

function notRated(key: string): Finding {
  return finding("COMPONENT_NOT_RATED", `ratings.${key}`, `Rate ${key}, or say why it does not apply here.`);
}

function notInRelease(key: string): Finding {
  const message = `"${key}" is no core component of the release that the site has. Load the page again: the site may have taken another release.`;
  return finding("COMPONENT_UNKNOWN", `ratings.${key}`, message);
}

function ratedTwice(key: string): Finding {
  return finding("COMPONENT_RATED_TWICE", `ratings.${key}`, `${key} is rated twice. Keep one of the two.`);
}

function checkRating(rating: ComponentRating, component: ScoredBy, reviewedOn: PlainDate): Finding[] {
  const path = `ratings.${component.key}`;
  return [
    ...(rating.mark === null ? checkNotApplicable(rating, component, path) : checkMark(rating, path)),
    ...checkEvidence(rating.evidence, { path, reviewedOn }),
  ];
}

function checkNotApplicable(
  { notApplicableReason }: ComponentRating,
  { key, isEssential }: ScoredBy,
  path: string,
): Finding[] {
  if (notApplicableReason === undefined) return [notRated(key)];
  if (isEssential) {
    const message = `${key} is essential, so it applies at every site. Give it 0 if it is not there.`;
    return [finding("ESSENTIAL_NOT_APPLICABLE", path, message)];
  }
  const { length } = notApplicableReason.trim();
  if (length >= shortestReason && length <= longestReason) return [];
  const message = `Say in a sentence of at most 1,000 letters why ${key} does not apply here.`;
  return [finding("NOT_APPLICABLE_REASON_MISSING", path, message)];
}

function checkMark({ mark, notApplicableReason }: ComponentRating, path: string): Finding[] {
  if (notApplicableReason !== undefined) {
    const message = "Give a mark or a reason why it does not apply, not both.";
    return [finding("MARK_AND_NOT_APPLICABLE", path, message)];
  }
  if (mark !== null && Number.isInteger(mark) && mark >= 0 && mark <= highestMark) return [];
  return [finding("MARK_OUT_OF_RANGE", path, "A mark is a whole number from 0 to 4.")];
}

function checkEvidence(
  evidence: readonly FidelityEvidence[],
  { path, reviewedOn }: { readonly path: string; readonly reviewedOn: PlainDate },
): Finding[] {
  const many =
    evidence.length > mostEvidence
      ? [finding("EVIDENCE_TOO_MUCH", path, "Name at most five pieces of evidence for one component.")]
      : [];
  return [...many, ...evidence.slice(0, mostEvidence).flatMap((one) => checkPiece(one, path, reviewedOn))];
}

function checkPiece(
  { label, url, datedOn }: FidelityEvidence,
  path: string,
  reviewedOn: PlainDate,
): Finding[] {
  const found: Finding[] = [];
  const { length } = label.trim();
  if (length === 0 || length > longestLabel)
    found.push(finding("EVIDENCE_UNNAMED", path, "Say in at most 200 letters what the evidence is."));
  if (url !== undefined && !isWebAddress(url))
    found.push(finding("EVIDENCE_ADDRESS", path, "The address must begin with https:// or http://."));
  if (datedOn > reviewedOn)
    found.push(
      finding("EVIDENCE_AFTER_REVIEW", path, "The evidence is from after the review. Check its day."),
    );
  return found;
}

function isWebAddress(text: string): boolean {
  return text.length <= longestUrl && /^https?:\/\/[^\s/]+/.test(text);
}
