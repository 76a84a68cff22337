import type { Period } from "../shared/index.ts";

/** How crimes are counted: the summary system (one offense an incident) or the incident-based one (up to ten). */
export type ReportingSystem = "SRS" | "NIBRS";

/** What is known of one place for one period on the indicator that is compared. */
export interface PlaceFigure {
  readonly period: Period;
  /** `protected`: a small count, hidden with everything that would give it away. `missing`: nothing was reported. */
  readonly state: "shown" | "protected" | "missing";
  readonly value?: number | undefined;
  readonly numerator?: number | undefined;
  /** The population, or all who answered. */
  readonly denominator?: number | undefined;
  /** Whether the population is what the place states of itself, and did not come with the figure. */
  readonly isStatedPopulation?: boolean | undefined;
  /** How many months of the period the figure covers; left out where the source does not say. */
  readonly monthsCovered?: number | undefined;
  readonly reportingSystem?: ReportingSystem | undefined;
  readonly source?: string | undefined;
  /** What the source counts differently from the definition. */
  readonly definitionNotes?: string | undefined;
}

/** A place with its figures, to be set beside others. */
export interface ComparedPlace {
  readonly id: string;
  readonly name: string;
  /** Public housing, park, neighborhood for a site; left out for a city. */
  readonly siteKind?: string | undefined;
  readonly figures: readonly PlaceFigure[];
}
