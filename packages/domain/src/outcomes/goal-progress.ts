import { addMonths, daysBetween, periodStart, type PlainDate } from "../shared/index.ts";
import { baselineOf, type Baseline } from "./baseline.ts";
import { changeAgainstComparison, changeInPercent, changeInPoints, levelOf, type Reached } from "./change.ts";
import type { BaselineWindow, GoalTarget } from "./goal.ts";
import type { Direction } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { addsUp, latestFigure, type DatedFigure, type PooledFigure } from "./pooled-figure.ts";

/**
 * How a goal stands. `onTrack`: the whole interval meets the path. `offTrack`: none of it does. `cannotTell`: noise alone
 * could decide. `tooEarly`: too little time has passed, or a level is not reached and not yet due. `noData`: a
 * number that the judgment needs is not in.
 */
export type GoalState = "onTrack" | "offTrack" | "cannotTell" | "tooEarly" | "noData";

/**
 * Which number is missing when there is no judgment, or when there can be none: without the number of answers (or
 * their spread) the noise in a change of a share or of a mean is not known.
 */
export type MissingNumber = "latest" | "baseline" | "comparison" | "localNumber" | "events" | "answers";

/** In what a change or a level is told. */
export type ProgressUnit = "percent" | "percentOfComparison" | "points" | "level" | "events";

/** How far a goal has come on one of its indicators. */
export interface GoalProgress {
  readonly state: GoalState;
  readonly missing?: MissingNumber | undefined;
  readonly unit: ProgressUnit;
  readonly baseline?: PooledFigure | undefined;
  readonly latest?: PooledFigure | undefined;
  readonly reached?: Reached | undefined;
  /** What the path asks for at the end of the latest figures, in the same unit. */
  readonly soughtNow?: number | undefined;
  /** What is sought by the due day, in the same unit. */
  readonly sought?: number | undefined;
  readonly dueOn: PlainDate;
}

/** Everything that the judgment rests on. */
export interface GoalEvidence {
  readonly target: GoalTarget;
  readonly window: BaselineWindow;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly launchOn: PlainDate;
  readonly itemDoneOn?: PlainDate | undefined;
  readonly figures: readonly DatedFigure[];
  /** Figures of the comparison area on the same indicator. */
  readonly comparison?: readonly DatedFigure[] | undefined;
  /** The local number that a share is of, such as residents aged 5 to 17. */
  readonly localNumber?: number | undefined;
}

/** What is asked of a number: to reach a value upwards or downwards. */
interface Asked {
  readonly unit: ProgressUnit;
  readonly sought: number;
  readonly way: "up" | "down";
  /** `reach`: the whole interval must meet it. `hold`: only what lies wholly beyond it breaches. */
  readonly burden: "reach" | "hold";
  readonly isLevel?: boolean;
}

const usualMonths = 12;

/**
 * Is a goal on track, on one of its indicators?
 *
 * The latest figures (of events the last twelve months) are set against the value before, and the change with its 95%
 * interval against a straight path from launch to the due day. A goal is on track only when the whole interval meets
 * the path, and off track only when none of it does. Of a guardrail the burden is the other way round: it is breached
 * only when the whole interval lies beyond it, and it never succeeds by rising. Counts are judged after half the time
 * to the due day, six months at the most.
 *
 * Worked example: 90 offenses in the three years before and 18 in the year after are 40% fewer; but anything from 66%
 * fewer to 0.3% more fits, so that a path that asks for 10% fewer cannot be told.
 * @see docs/methods.md#goal-progress
 */
export function goalProgress(evidence: GoalEvidence): GoalProgress {
  const asked = askedBy(evidence);
  const baseline = baselineOf(evidence);
  const latest = latestAfterLaunch(evidence, evidence.figures, asked);
  const known = {
    unit: asked?.unit ?? "level",
    baseline: baseline.kind === "baseline" ? baseline.figure : undefined,
    latest,
    dueOn: addMonths(evidence.launchOn, evidence.target.byMonth),
    sought: asked?.sought,
  } as const;
  if (asked === undefined) return { ...known, state: "noData", missing: "localNumber" };
  if (latest === undefined) return { ...known, state: "noData", missing: "latest" };
  if (needsBaseline(asked, baseline)) return { ...known, state: "noData", missing: "baseline" };
  if (isTooEarly(evidence, asked, latest)) return { ...known, state: "tooEarly" };
  return judge({ evidence, asked, known: { ...known, latest }, share: pathShare(evidence, latest) });
}

function latestAfterLaunch(
  { measure, launchOn, target }: GoalEvidence,
  figures: readonly DatedFigure[],
  asked: Asked | undefined,
): PooledFigure | undefined {
  const after = figures.filter(({ period }) => periodStart(period) >= launchOn);
  return latestFigure(measure, after, asked?.unit === "level" ? "newestPeriod" : pooledMonths(target));
}

interface Case {
  readonly evidence: GoalEvidence;
  readonly asked: Asked;
  readonly known: Omit<GoalProgress, "state"> & { readonly latest: PooledFigure };
  readonly share: number;
}

function judge({ evidence, asked, known, share }: Case): GoalProgress {
  const reached = reachedBy(evidence, asked, known);
  if (reached === "comparison" || reached === undefined) {
    return { ...known, state: "noData", missing: reached ?? "events" };
  }
  const soughtNow = asked.isLevel ? asked.sought : asked.sought * share;
  const state = stateOf(reached, { ...asked, sought: soughtNow });
  if (isWithoutNoise(evidence, asked, reached))
    return { ...known, state: "cannotTell", missing: "answers", reached, soughtNow };
  const isNotDue = asked.isLevel && share < 1 && evidence.target.every === undefined;
  return { ...known, state: isNotDue && state !== "onTrack" ? "tooEarly" : state, reached, soughtNow };
}

function reachedBy(
  evidence: GoalEvidence,
  asked: Asked,
  { baseline, latest }: Case["known"],
): Reached | "comparison" | undefined {
  const { measure, comparison = [] } = evidence;
  if (asked.unit === "level") return levelOf(measure, latest);
  if (baseline === undefined) return undefined;
  if (asked.unit === "points") return changeInPoints(measure, baseline, latest);
  if (asked.unit !== "percentOfComparison") return changeInPercent(measure, baseline, latest);
  const there = baselineOf({ ...evidence, figures: comparison });
  const now = latestAfterLaunch(evidence, comparison, asked);
  if (there.kind === "none" || now === undefined) return "comparison";
  return changeAgainstComparison([baseline, latest], [there.figure, now]);
}

function askedBy({ target, direction, localNumber, measure }: GoalEvidence): Asked | undefined {
  const better = direction === "higher" ? "up" : "down";
  switch (target.kind) {
    case "changeByPoints":
      return {
        unit: "points",
        sought: target.points,
        way: target.points < 0 ? "down" : "up",
        burden: "reach",
      };
    case "changeByPercent":
      return {
        unit: "percent",
        sought: target.percent,
        way: target.percent < 0 ? "down" : "up",
        burden: "reach",
      };
    case "atLeast":
      return { unit: "level", sought: target.value, way: "up", burden: "reach", isLevel: true };
    case "atMost":
      return { unit: "level", sought: target.value, way: "down", burden: "reach", isLevel: true };
    case "atLeastPercentOf":
      if (localNumber === undefined) return undefined;
      return {
        unit: "level",
        sought: (target.percent / 100) * localNumber,
        way: "up",
        burden: "reach",
        isLevel: true,
      };
    case "percentBelowComparison":
      return { unit: "percentOfComparison", sought: -target.percent, way: "down", burden: "reach" };
    case "fewerThanBaseline":
      return { unit: "events", sought: 0, way: "down", burden: "reach" };
    case "notAboveBaseline":
      return { unit: addsUp(measure) ? "percent" : "points", sought: 0, way: "down", burden: "hold" };
    case "noWorseThanBaseline":
      return { unit: addsUp(measure) ? "percent" : "points", sought: 0, way: better, burden: "hold" };
    case "noWorseThanComparison":
      return { unit: "percentOfComparison", sought: 0, way: better, burden: "hold" };
  }
}

function stateOf({ value, interval }: Reached, { sought, way, burden }: Asked): GoalState {
  const meets = (number: number): boolean => (way === "up" ? number >= sought : number <= sought);
  const ends = interval === undefined ? [value] : [interval.lower, interval.upper];
  if (burden === "hold" && meets(value)) return "onTrack";
  if (burden === "hold" && interval === undefined) return "cannotTell";
  if (ends.every(meets)) return "onTrack";
  return ends.some(meets) ? "cannotTell" : "offTrack";
}

function pooledMonths(target: GoalTarget): number {
  return target.kind === "percentBelowComparison" ? (target.pooledMonths ?? usualMonths) : usualMonths;
}

function needsBaseline(asked: Asked, baseline: Baseline): boolean {
  return asked.unit !== "level" && baseline.kind === "none";
}

function isTooEarly({ measure, target }: GoalEvidence, asked: Asked, latest: PooledFigure): boolean {
  return (
    addsUp(measure) &&
    asked.unit !== "level" &&
    target.every === undefined &&
    latest.months < Math.min(6, target.byMonth / 2)
  );
}

/** A change of what a survey found, of which nobody knows how far chance alone would move it. */
function isWithoutNoise({ measure }: GoalEvidence, { unit }: Asked, { interval }: Reached): boolean {
  const isSurveyed = measure.kind === "share" || measure.kind === "mean" || measure.kind === "difference";
  return isSurveyed && unit !== "level" && interval === undefined;
}

function pathShare({ launchOn, target }: GoalEvidence, latest: PooledFigure): number {
  const whole = daysBetween(launchOn, addMonths(launchOn, target.byMonth));
  return Math.min(1, Math.max(0, daysBetween(launchOn, latest.to) / whole));
}

/** The value of the figures before launch as it would be in a period of so many months, for a line on a chart. */
export function perPeriod(measure: Measure, figure: PooledFigure, months: number): number {
  return addsUp(measure) ? (figure.value / figure.months) * months : figure.value;
}
