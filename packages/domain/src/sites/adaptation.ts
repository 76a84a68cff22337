import type { ContentSection } from "../templates/index.ts";

/** Why a site does something differently. */
export const adaptationReasons = ["localLaw", "resources", "culture", "siteConditions", "other"] as const;

/** Why a site does something differently. */
export type AdaptationReason = (typeof adaptationReasons)[number];

/**
 * The sections whose parts a site may leave out or change. What the others hold (owner roles, phases,
 * staffing floors, indicators, core components) is how a site is described and judged, so it stays as released.
 */
export const adaptableSections = [
  "positions",
  "trainings",
  "partnerRoles",
  "activities",
  "governanceBodies",
  "checklistItems",
  "goals",
] as const satisfies readonly ContentSection[];

/** A section whose parts a site may leave out or change. */
export type AdaptableSection = (typeof adaptableSections)[number];

/** What a site wants to do differently: leave a part out, or give one field of it another value. */
export interface AdaptationRequest {
  readonly section: AdaptableSection;
  readonly key: string;
  readonly change: "leftOut" | "changed";
  /** The field that changes; absent when the part is left out. */
  readonly field?: string | undefined;
  /** The field's value at this site; absent when the part is left out. */
  readonly value?: unknown;
  readonly reasonCode: AdaptationReason;
  readonly reason: string;
}

/** How a site's design differs from its release: a part added or left out, or a field changed. */
export const adaptationChanges = ["added", "leftOut", "changed"] as const;

/** How a site's design differs from its release. */
export type AdaptationChange = (typeof adaptationChanges)[number];

/** One difference between a site's own design and its release. */
export interface LocalDifference {
  readonly section: ContentSection;
  readonly key: string;
  readonly change: AdaptationChange;
  /** The field that was changed; absent when a whole part was added or left out. */
  readonly field: string | undefined;
  /** The value in the release; the whole part when it was left out; absent when it was added. */
  readonly fromRelease: unknown;
  /** The value at the site; the whole part when it was added; absent when it was left out. */
  readonly toLocal: unknown;
  /** Whether a core component is touched: then the steering committee decides. */
  readonly touchesCore: boolean;
  /** Keys of the core components touched. */
  readonly coreComponents: readonly string[];
}

/** A deliberate local difference from the release, with its reason. */
export interface Adaptation extends LocalDifference {
  readonly reasonCode: AdaptationReason;
  readonly reason: string;
}
