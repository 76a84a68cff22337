import type { PlainDate } from "../shared/index.ts";
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
  readonly decidedBy?: AdaptationDecider | null | undefined;
  readonly isPlanned?: boolean | null | undefined;
  readonly isConsistent?: boolean | null | undefined;
  readonly steeringDecidedOn?: PlainDate | null | undefined;
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

/** Who decided to do something differently. */
export const adaptationDeciders = [
  "siteTeam",
  "city",
  "policeCommand",
  "steeringCommittee",
  "residents",
] as const;

/** Who decided to do something differently. */
export type AdaptationDecider = (typeof adaptationDeciders)[number];

/**
 * What is recorded about a difference, after the FRAME framework for reporting adaptations (Wiltsey Stirman,
 * Baumann and Miller, Implementation Science 14:58, 2019): why, who decided, whether it was planned, and whether it
 * keeps to what the program is for. What nobody has said yet is absent, and is asked for.
 */
export interface AdaptationRecord {
  readonly reasonCode?: AdaptationReason | undefined;
  readonly reason?: string | undefined;
  readonly decidedBy?: AdaptationDecider | undefined;
  readonly isPlanned?: boolean | undefined;
  /** Whether it is consistent with fidelity, as those who decided see it. */
  readonly isConsistent?: boolean | undefined;
  /** The day on which the steering committee decided; asked for what touches a core component. */
  readonly steeringDecidedOn?: PlainDate | undefined;
}

/** A deliberate local difference from the release, with what is recorded about it. */
export interface Adaptation extends LocalDifference, AdaptationRecord {}
