import type { Measure } from "../outcomes/index.ts";
import { monthsInPeriod } from "../shared/index.ts";
import { eventRate, wilsonInterval, type Answer, type Interval } from "../statistics/index.ts";
import type { ComparedPlace, PlaceFigure } from "./place-figure.ts";
import { isUnreliable } from "./small-counts.ts";

/**
 * What must be said beside a figure:
 * `partialPeriod`: fewer months are covered than the period has, and it is not stretched to the whole;
 * `monthsNotStated`: the source does not say how many months it covers;
 * `monthsContradict`: the source says that no month was reported and gives a count all the same;
 * `fewEvents`: it rests on fewer than 20 events; `statedPopulation`: the population is what the site states of itself,
 * of whatever year; `noPopulation`: there is no population, so there is no rate;
 * `notACount`: the count is not a whole number, so there is no interval; `noInterval`: the numbers behind it are not known.
 */
export type FigureMark =
  | "partialPeriod"
  | "monthsNotStated"
  | "monthsContradict"
  | "fewEvents"
  | "statedPopulation"
  | "noPopulation"
  | "notACount"
  | "noInterval";

/** One figure as it is set beside others. Everything but the period is left out when it is protected or missing. */
export interface ComparedFigure extends PlaceFigure {
  /** What is compared: a rate per so many residents, a share in percent, a mean, an amount. */
  readonly compared?: number | undefined;
  readonly interval?: Interval | undefined;
  readonly marks: readonly FigureMark[];
}

/** A place and its figures, ready to be shown. */
export interface ComparedRow extends Omit<ComparedPlace, "figures"> {
  readonly figures: readonly ComparedFigure[];
}

/** Per how many residents counts of events are compared between places of different size. */
export const residentsCompared = 100_000;

/**
 * Sets places side by side on one indicator: what each figure is when population is taken into account, its 95% interval,
 * and what must be said beside it.
 *
 * Counts of events become rates per 100,000 residents with exact Poisson intervals; rates keep their own per; shares
 * are in percent with Wilson intervals; means and amounts are shown as they are. A partial year stays partial: its
 * rate is that of the months covered. Places are sorted by name: this is not a ranking.
 *
 * Worked example: 2,383 violent crimes among 286,238 residents in 1975: 832.5 per 100,000, from 799.4 to 866.6.
 * @see docs/methods.md#comparing-places
 */
export function comparePlaces(
  measure: Measure,
  places: readonly ComparedPlace[],
  locale = "en",
): ComparedRow[] {
  const byName = new Intl.Collator(locale, { numeric: true });
  return places
    .map((place) => ({ ...place, figures: place.figures.map((figure) => compareFigure(measure, figure)) }))
    .sort((left, right) => byName.compare(left.name, right.name) || byName.compare(left.id, right.id));
}

/** One figure made ready to stand beside others. A protected or missing one carries no number at all. */
export function compareFigure(measure: Measure, figure: PlaceFigure): ComparedFigure {
  const { period, state, value, monthsCovered, source } = figure;
  if (state !== "shown" || value === undefined)
    return { period, state: state === "shown" ? "missing" : state, monthsCovered, source, marks: [] };
  const answer = answerFor(measure, { ...figure, value });
  const marks = [...coverageMarks(figure), ...reliabilityMarks(measure, figure), ...answerMarks(answer)];
  if (answer.kind === "estimate")
    return { ...figure, compared: answer.value, interval: answer.interval, marks };
  return { ...figure, compared: answer.kind === "plain" ? value : undefined, marks };
}

type FigureAnswer = Answer | { readonly kind: "plain" };

function answerFor(measure: Measure, figure: PlaceFigure & { readonly value: number }): FigureAnswer {
  const { value, numerator, denominator } = figure;
  switch (measure.kind) {
    case "count":
      return eventRate({ count: numerator ?? value, population: denominator ?? 0 }, residentsCompared);
    case "rate":
      if (numerator === undefined || denominator === undefined) return { kind: "plain" };
      return eventRate({ count: numerator, population: denominator }, measure.per);
    case "share":
      if (numerator === undefined || denominator === undefined) return { kind: "plain" };
      return inPercent(wilsonInterval({ successes: numerator, trials: denominator }));
    case "mean":
    case "difference":
    case "ratio":
    case "median":
    case "amount":
      return { kind: "plain" };
  }
}

function inPercent(answer: Answer): FigureAnswer {
  if (answer.kind === "cannotSay") return answer.because === "MORE_THAN_ASKED" ? { kind: "plain" } : answer;
  const { lower, upper } = answer.interval;
  return { ...answer, value: answer.value * 100, interval: { lower: lower * 100, upper: upper * 100 } };
}

function coverageMarks({ period, monthsCovered, value }: PlaceFigure): FigureMark[] {
  if (monthsCovered === undefined) return ["monthsNotStated"];
  if (monthsCovered === 0 && value !== 0) return ["monthsContradict"];
  return monthsCovered < monthsInPeriod(period) ? ["partialPeriod"] : [];
}

function reliabilityMarks(
  measure: Measure,
  { value, numerator, isStatedPopulation }: PlaceFigure,
): FigureMark[] {
  const events = numerator ?? (measure.kind === "count" ? value : undefined);
  const isFew = events !== undefined && isUnreliable(events);
  return [
    ...(isFew ? (["fewEvents"] as const) : []),
    ...(isStatedPopulation ? (["statedPopulation"] as const) : []),
  ];
}

function answerMarks(answer: FigureAnswer): FigureMark[] {
  if (answer.kind === "plain") return ["noInterval"];
  if (answer.kind === "estimate") return [];
  return answer.because === "NO_POPULATION" || answer.because === "NO_ANSWERS"
    ? ["noPopulation"]
    : ["notACount"];
}
