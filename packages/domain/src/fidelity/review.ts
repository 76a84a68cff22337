import type { PlainDate } from "../shared/index.ts";

/** Who rated: the site's own team, somebody from outside, or residents. */
export const raters = ["self", "external", "resident"] as const;

/** Who rated: the site's own team, somebody from outside, or residents. */
export type Rater = (typeof raters)[number];

/** 0 absent, 1 planned, 2 partly there, 3 mostly, 4 fully and shown by evidence. */
export const highestMark = 4;

/** Something that shows how a component is carried out, and from which day it is. */
export interface FidelityEvidence {
  readonly label: string;
  /** Where it can be seen; absent for what is on paper. */
  readonly url?: string | undefined;
  readonly datedOn: PlainDate;
}

/** What a rater found of one core component: a mark, or why the component does not apply at the site. */
export interface ComponentRating {
  readonly componentKey: string;
  /** 0 to 4; null when the component does not apply. */
  readonly mark: number | null;
  readonly notApplicableReason?: string | undefined;
  readonly evidence: readonly FidelityEvidence[];
}

/** A rating of every core component of a site at one time. */
export interface FidelityReview {
  readonly rater: Rater;
  readonly reviewedOn: PlainDate;
  readonly ratings: readonly ComponentRating[];
}
