import { monthsInPeriod } from "../shared/index.ts";
import type { ComparedPlace, PlaceFigure } from "./place-figure.ts";

/** Why figures should not be set side by side without a word. */
export type ComparabilityCode =
  | "REPORTING_SYSTEMS_DIFFER"
  | "REPORTING_SYSTEM_NOT_STATED"
  | "SITE_KINDS_DIFFER"
  | "DEFINITIONS_DIFFER"
  | "MONTHS_MISSING"
  | "MONTHS_CONTRADICT"
  | "MONTHS_NOT_STATED"
  | "SOURCES_DIFFER"
  | "FIGURES_MISSING"
  | "FIGURES_PROTECTED"
  | "POPULATION_MISSING";

/** One reason, and the names of the places to which it applies. */
export interface ComparabilityReason {
  readonly code: ComparabilityCode;
  readonly places: readonly string[];
}

/**
 * Whether figures can be set side by side. `notComparable`: they do not count the same thing.
 * `withCare`: they do, and something must be said. `comparable`: nothing stands in the way that we know of.
 */
export interface Comparability {
  readonly grade: "comparable" | "withCare" | "notComparable";
  readonly reasons: readonly ComparabilityReason[];
}

const breaksComparison: ReadonlySet<ComparabilityCode> = new Set([
  "REPORTING_SYSTEMS_DIFFER",
  "SITE_KINDS_DIFFER",
  "DEFINITIONS_DIFFER",
]);

/**
 * Can these places be compared on this indicator, and if not, why not?
 *
 * Looked at: the reporting system (the summary and the incident-based system count differently), the kind of site, notes
 * on local definitions, months covered, sources, missing and protected figures, population. Each reason names
 * the places concerned, so that a person can take them out or write the sentence that is needed.
 *
 * Worked example: a city with 9 of 12 months beside one with 12: `withCare`, for `MONTHS_MISSING` of the first.
 * @see docs/methods.md#comparability
 */
export function comparability(places: readonly ComparedPlace[]): Comparability {
  const reasons = [...reasonsBetween(places), ...reasonsWithin(places)];
  if (reasons.some((reason) => breaksComparison.has(reason.code))) return { grade: "notComparable", reasons };
  return { grade: reasons.length > 0 ? "withCare" : "comparable", reasons };
}

function reasonsBetween(places: readonly ComparedPlace[]): ComparabilityReason[] {
  const systems = valuesIn(places, (figure) => figure.reportingSystem);
  const sources = valuesIn(places, (figure) => figure.source);
  const kinds = new Set(places.map((place) => place.siteKind));
  const noted = namesWhere(places, (figure) => figure.definitionNotes !== undefined);
  const unstated =
    systems.size > 0
      ? namesWhere(places, (figure) => figure.state === "shown" && figure.reportingSystem === undefined)
      : [];
  return [
    ...reason(
      "REPORTING_SYSTEMS_DIFFER",
      systems.size > 1 ? namesWhere(places, (figure) => figure.reportingSystem === "NIBRS") : [],
    ),
    ...reason("REPORTING_SYSTEM_NOT_STATED", unstated),
    ...reason("SITE_KINDS_DIFFER", kinds.size > 1 ? places.map((place) => place.name) : []),
    ...reason("DEFINITIONS_DIFFER", noted.length < places.length ? noted : []),
    ...reason("SOURCES_DIFFER", sources.size > 1 ? places.map((place) => place.name) : []),
  ];
}

function reasonsWithin(places: readonly ComparedPlace[]): ComparabilityReason[] {
  const isShown = (figure: PlaceFigure): boolean => figure.state === "shown";
  return [
    ...reason(
      "MONTHS_MISSING",
      namesWhere(places, (figure) => isShown(figure) && hasMonthsMissing(figure)),
    ),
    ...reason(
      "MONTHS_CONTRADICT",
      namesWhere(places, (figure) => isShown(figure) && figure.monthsCovered === 0 && figure.value !== 0),
    ),
    ...reason(
      "MONTHS_NOT_STATED",
      namesWhere(places, (figure) => isShown(figure) && figure.monthsCovered === undefined),
    ),
    ...reason(
      "FIGURES_MISSING",
      namesWhere(places, (figure) => figure.state === "missing"),
    ),
    ...reason(
      "FIGURES_PROTECTED",
      namesWhere(places, (figure) => figure.state === "protected"),
    ),
    ...reason(
      "POPULATION_MISSING",
      namesWhere(places, (figure) => isShown(figure) && figure.denominator === undefined),
    ),
  ];
}

function hasMonthsMissing({ period, monthsCovered, value }: PlaceFigure): boolean {
  if (monthsCovered === undefined || (monthsCovered === 0 && value !== 0)) return false;
  return monthsCovered < monthsInPeriod(period);
}

function reason(code: ComparabilityCode, places: readonly string[]): ComparabilityReason[] {
  return places.length > 0 ? [{ code, places }] : [];
}

function namesWhere(places: readonly ComparedPlace[], holds: (figure: PlaceFigure) => boolean): string[] {
  return places.filter((place) => place.figures.some(holds)).map((place) => place.name);
}

function valuesIn(
  places: readonly ComparedPlace[],
  read: (figure: PlaceFigure) => string | undefined,
): Set<string> {
  return new Set(places.flatMap((place) => place.figures.map(read)).filter((value) => value !== undefined));
}
