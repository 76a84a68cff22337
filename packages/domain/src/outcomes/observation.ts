import type { Key, Period } from "../shared/index.ts";

/** What an observation is about: a whole jurisdiction, one site, or an area that a site is compared with. */
export type PlaceKind = "jurisdiction" | "site" | "comparisonArea";

/** The two systems by which crime is counted in the United States: summary counts, and counts of incidents. */
export const reportingSystems = ["SRS", "NIBRS"] as const;

/** A system by which crime is counted. */
export type ReportingSystem = (typeof reportingSystems)[number];

/** The place that an observation is about. Two places are the same when kind and id are. */
export interface ObservedPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  /** The jurisdiction that the place belongs to; for a jurisdiction its own id. */
  readonly jurisdictionId: string;
}

/** What there is one figure of: an indicator, at a place, for a period. */
export interface ObservationSubject {
  /** Code of the indicator, for example `CR-VIOL`. */
  readonly indicator: Key;
  readonly place: ObservedPlace;
  readonly period: Period;
}

/** What was observed. A field that is left out was not stated; it is never taken as zero. */
export interface ObservedFigure {
  /** The value in the unit of the indicator. For a count, the count itself. */
  readonly value: number;
  /** For a share: how many of the denominator. */
  readonly numerator?: number | undefined;
  /** The population, or the whole that a share is of. */
  readonly denominator?: number | undefined;
  /** How many months of the period the figure covers, 0 to 12, where the source says it. */
  readonly monthsCovered?: number | undefined;
  /** Where the figure comes from, in words. */
  readonly source?: string | undefined;
  /** The system that the events were counted under; figures of two systems do not make one line. */
  readonly reportingSystem?: ReportingSystem | undefined;
  /** What the source counts differently from the definition of the indicator. */
  readonly note?: string | undefined;
}

/** One value of an indicator at a place for a period. A correction is a new revision of it. */
export interface Observation extends ObservationSubject {
  readonly figure: ObservedFigure;
}

/** A text that is the same for two observations exactly when they have the same subject. */
export function observationKey({ indicator, place, period }: ObservationSubject): string {
  return `${indicator} ${period} ${place.kind} ${place.id}`;
}

/**
 * The figure after a later statement about the same subject.
 * What the later one leaves out stays as it was: a blank never erases.
 */
export function restateFigure(earlier: ObservedFigure, later: ObservedFigure): ObservedFigure {
  return {
    value: later.value,
    numerator: later.numerator ?? earlier.numerator,
    denominator: later.denominator ?? earlier.denominator,
    monthsCovered: later.monthsCovered ?? earlier.monthsCovered,
    source: later.source ?? earlier.source,
    reportingSystem: later.reportingSystem ?? earlier.reportingSystem,
    note: later.note ?? earlier.note,
  };
}

/** Whether two figures state the same in every field. */
export function isSameFigure(left: ObservedFigure, right: ObservedFigure): boolean {
  return (
    left.value === right.value &&
    left.numerator === right.numerator &&
    left.denominator === right.denominator &&
    left.monthsCovered === right.monthsCovered &&
    left.source === right.source &&
    left.reportingSystem === right.reportingSystem &&
    left.note === right.note
  );
}

/** A text that is the same for two figures exactly when they state the same in every field. */
export function figureKey(figure: ObservedFigure): string {
  const { value, numerator, denominator, monthsCovered, source, reportingSystem, note } = figure;
  return JSON.stringify([value, numerator, denominator, monthsCovered, source, reportingSystem, note]);
}
