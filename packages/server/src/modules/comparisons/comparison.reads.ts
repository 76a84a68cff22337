import {
  comparability,
  type Comparability,
  type ComparedFigure,
  type ComparedPlace,
  comparePlaces,
  residentsCompared,
} from "@frontstep/domain/comparisons";
import type { Indicator, Measure } from "@frontstep/domain/outcomes";
import { localize, type Period, periodOf } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { indicatorCatalogue, requireIndicator } from "#server/modules/templates/index.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { Refusal } from "#server/refusal.ts";

import {
  type ComparisonChoice,
  type FigureOrigin,
  listIndicatorsWithFigures,
  listOrigins,
  listPlacesWithFigures,
  listYearsOfPlaces,
  type PlaceFilter,
  type PlaceWithFigures,
  type YearOfPlace,
} from "./comparison.store.ts";

/** The most places that are set side by side at once. */
export const MOST_PLACES = 100;

/** The most years that are set side by side at once. */
export const MOST_YEARS = 50;

/** Places side by side on one indicator, ready to be shown. */
export interface Comparison {
  readonly indicator: ComparedIndicator;
  readonly places: readonly ComparisonRow[];
  readonly comparability: Comparability;
  /** When the newest of the figures was recorded; null when there are none. */
  readonly recordedAt: Date | null;
}

/** The indicator that places are compared on, in the reader's language. */
export interface ComparedIndicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly measureKind: string;
  /** Per how many residents the compared figures are; null for what is no rate. */
  readonly per: number | null;
  readonly source: string;
  readonly caveats: string | null;
}

/** One place with a figure for each year asked for. */
export interface ComparisonRow {
  readonly id: string;
  readonly name: string;
  readonly siteKind: string | null;
  readonly figures: readonly ComparisonFigure[];
}

/** One figure, whose numbers are left out when it is protected or missing. */
export interface ComparisonFigure extends Omit<ComparedFigure, "interval"> {
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly isReference: boolean;
}

/** Sets places side by side on one indicator for some years. */
export async function comparison(ctx: RequestContext, choice: ComparisonChoice): Promise<Comparison> {
  authorize(ctx, "comparison.read", "anywhere");
  requireBounds(choice);
  const indicator = await requireIndicator(ctx, choice.indicator);
  const cells = await listYearsOfPlaces(ctx.database, choice, indicator.measure);
  const places = placesOf(cells, choice.years);
  const reference = new Set(
    cells
      .filter(({ isReference }) => isReference)
      .map(({ placeId, year }) => `${placeId} ${String(year ?? "")}`),
  );
  const rows = comparePlaces(indicator.measure, places, ctx.language).map(({ siteKind, ...row }) => ({
    ...row,
    siteKind: siteKind ?? null,
    figures: row.figures.map((figure) => shown(figure, reference.has(`${row.id} ${figure.period}`))),
  }));
  const recorded = cells.map(({ recordedAt }) => recordedAt?.getTime() ?? 0);
  const newest = Math.max(0, ...recorded);
  return {
    indicator: describe(ctx, indicator),
    places: rows,
    comparability: comparability(places),
    recordedAt: newest === 0 ? null : new Date(newest),
  };
}

/** Places that have figures of an indicator. */
export async function comparisonPlaces(
  ctx: RequestContext,
  filter: PlaceFilter,
  page: { first?: number | null; after?: string | null },
): Promise<Page<PlaceWithFigures>> {
  authorize(ctx, "comparison.read", "anywhere");
  const request = pageRequest(page);
  return toPage(request, await listPlacesWithFigures(ctx.database, filter, request), ({ name, id }) => [
    name,
    id,
  ]);
}

/** The indicators that have figures to compare. */
export async function comparisonIndicators(ctx: RequestContext): Promise<ComparedIndicator[]> {
  authorize(ctx, "comparison.read", "anywhere");
  const [codes, catalogue] = await Promise.all([
    listIndicatorsWithFigures(ctx.database),
    indicatorCatalogue(ctx),
  ]);
  const withFigures = new Set(codes);
  return catalogue.filter(({ key }) => withFigures.has(key)).map((indicator) => describe(ctx, indicator));
}

/** Where a figure comes from: every entry behind it. A protected one hides the values of all, since they add up. */
export async function figureOrigins(
  ctx: RequestContext,
  of: { indicator: string; placeId: string; year: number },
): Promise<FigureOrigin[]> {
  authorize(ctx, "comparison.read", "anywhere");
  const origins = await listOrigins(ctx.database, of);
  const isAnyProtected = origins.some(({ isProtected }) => isProtected);
  return isAnyProtected ? origins.map((origin) => ({ ...origin, isProtected: true, value: null })) : origins;
}

function requireBounds({ places, years }: ComparisonChoice): void {
  if (places.length < 1 || places.length > MOST_PLACES) {
    throw new Refusal("BAD_INPUT", `Choose between 1 and ${String(MOST_PLACES)} places.`);
  }
  if (
    years.length < 1 ||
    years.length > MOST_YEARS ||
    years.some((year) => !Number.isInteger(year) || year < 1900 || year > 2200)
  ) {
    throw new Refusal("BAD_INPUT", `Choose between 1 and ${String(MOST_YEARS)} years, written as in 2026.`);
  }
}

function placesOf(cells: readonly YearOfPlace[], years: readonly number[]): ComparedPlace[] {
  const byPlace = Map.groupBy(cells, ({ placeId }) => placeId);
  return [...byPlace].flatMap(([id, known]) => {
    const [first] = known;
    if (first === undefined) return [];
    const byYear = new Map(known.map((cell) => [cell.year, cell]));
    const figures = years.map((year) => {
      const cell = byYear.get(year);
      const period = periodOf(String(year));
      return cell === undefined ? { period, state: "missing" as const } : figureOf(period, cell);
    });
    return [{ id, name: first.name, siteKind: first.siteKind ?? undefined, figures }];
  });
}

function figureOf(period: Period, cell: YearOfPlace): ComparedPlace["figures"][number] {
  const system = cell.reportingSystem;
  return {
    period,
    state: cell.state,
    value: cell.value ?? undefined,
    numerator: cell.numerator ?? undefined,
    denominator: cell.denominator ?? undefined,
    isStatedPopulation: cell.isStatedPopulation ?? false,
    monthsCovered: cell.monthsCovered ?? undefined,
    reportingSystem: system === "SRS" || system === "NIBRS" ? system : undefined,
    source: cell.source ?? undefined,
    definitionNotes: cell.note ?? undefined,
  };
}

function shown({ interval, ...figure }: ComparedFigure, isReference: boolean): ComparisonFigure {
  return { ...figure, lower: interval?.lower, upper: interval?.upper, isReference };
}

function describe(ctx: RequestContext, indicator: Indicator): ComparedIndicator {
  const text = (value: Indicator["name"]): string => localize(value, ctx.language);
  return {
    code: indicator.key,
    name: text(indicator.name),
    unit: text(indicator.unit),
    measureKind: indicator.measure.kind,
    per: perOf(indicator.measure),
    source: text(indicator.source),
    caveats: indicator.caveats ? text(indicator.caveats) : null,
  };
}

function perOf(measure: Measure): number | null {
  if (measure.kind === "rate") return measure.per;
  return measure.kind === "count" ? residentsCompared : null;
}
