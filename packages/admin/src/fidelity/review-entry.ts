import { z } from "zod";
import type { Fidelity, Review } from "./fidelity-panel.tsx";

/** The marks, and the word for a component that does not apply. */
export const marks = ["0", "1", "2", "3", "4"] as const;
export const notApplicable = "notApplicable";

/** The most pieces of evidence for one component. */
export const mostEvidence = 5;

const day = /^\d{4}-\d{2}-\d{2}$/;

const evidenceSchema = z
  .object({
    label: z.string().trim().max(200, "fidelity.evidence.long"),
    url: z
      .string()
      .trim()
      .regex(/^(https?:\/\/\S+)?$/, "fidelity.evidence.address"),
    datedOn: z.string(),
  })
  .superRefine(({ label, url, datedOn }, context) => {
    if (!label && !url && !datedOn) return;
    if (!label) context.addIssue({ code: "custom", path: ["label"], message: "fidelity.evidence.unnamed" });
    if (!day.test(datedOn))
      context.addIssue({ code: "custom", path: ["datedOn"], message: "fidelity.evidence.undated" });
  });

const ratingSchema = z
  .object({
    mark: z.enum([...marks, notApplicable], "fidelity.mark.choose"),
    reason: z.string().trim().max(1000),
    evidence: z.array(evidenceSchema).max(mostEvidence),
  })
  .superRefine(({ mark, reason }, context) => {
    if (mark === notApplicable && reason.length < 10)
      context.addIssue({ code: "custom", path: ["reason"], message: "fidelity.reasonShort" });
  });

/** A review as it is typed: a mark by the key of each component. */
export const reviewSchema = z.object({
  rater: z.enum(["SELF", "EXTERNAL", "RESIDENT"], "ui.form.choice"),
  ratedBy: z.string().trim().min(1, "fidelity.ratedBy.missing").max(200),
  reviewedOn: z.string().regex(day, "fidelity.reviewedOn.missing"),
  ratings: z.record(z.string(), ratingSchema),
});

export type ReviewEntry = z.infer<typeof reviewSchema>;

/** A component as a rater sees it: with what its marks look like where the release says so. */
export interface RatedComponent {
  readonly key: string;
  readonly name: string;
  readonly isEssential: boolean;
  readonly none?: string;
  readonly partly?: string;
  readonly full?: string;
}

/** What of a site's fidelity the form for a review needs. */
export type RateableFidelity = Pick<Fidelity, "version" | "ratersAllowed" | "components">;

/** The components to rate: of the release that the site has, or those of the review that is put right. */
export function componentsToRate(
  fidelity: RateableFidelity,
  review: Review | undefined,
): readonly RatedComponent[] {
  if (review === undefined) return fidelity.components;
  const known = new Map(fidelity.components.map((component) => [component.key, component]));
  return review.ratings.map(
    ({ component }) => known.get(component.key) ?? { ...component, isEssential: false },
  );
}

const noEvidence = { label: "", url: "", datedOn: "" };

/** What the form begins with: nothing rated, or the review as it was recorded. */
export function entryOf(
  fidelity: RateableFidelity,
  { review, today }: { readonly review: Review | undefined; readonly today: string },
) {
  const [rater] = fidelity.ratersAllowed;
  const components = componentsToRate(fidelity, review);
  return {
    rater: review?.rater ?? rater,
    ratedBy: review?.ratedBy ?? "",
    reviewedOn: review?.reviewedOn ?? today,
    ratings: Object.fromEntries(components.map(({ key }) => [key, ratingOf(review, key)])),
  };
}

function ratingOf(review: Review | undefined, key: string) {
  const rating = review?.ratings.find(({ component }) => component.key === key);
  if (rating === undefined) return { mark: "" as never, reason: "", evidence: [] };
  return {
    mark: (rating.notApplicableReason ? notApplicable : String(rating.mark)) as "0",
    reason: rating.notApplicableReason ?? "",
    evidence: rating.evidence.map(({ label, url, datedOn }) => ({ label, url: url ?? "", datedOn })),
  };
}

/** What was typed as the API takes it; empty lines of evidence are left out. */
export function reviewInput({ ratedBy, reviewedOn, ratings }: ReviewEntry) {
  return {
    ratedBy,
    reviewedOn,
    ratings: Object.entries(ratings).map(([componentKey, { mark, reason, evidence }]) => ({
      componentKey,
      ...(mark === notApplicable ? { notApplicableReason: reason } : { mark: Number(mark) }),
      evidence: evidence
        .filter(({ label }) => label !== "")
        .map(({ label, url, datedOn }) => ({ label, datedOn, ...(url ? { url } : {}) })),
    })),
  };
}

export { noEvidence };
