/**
 * Outcomes: what is measured, the value before, the value sought and by when.
 */
export { baselineOf, type Baseline, type BaselineSource } from "./baseline.ts";
export type { Reached } from "./change.ts";
export {
  goalProgress,
  perPeriod,
  type GoalEvidence,
  type GoalProgress,
  type GoalState,
  type MissingNumber,
  type ProgressUnit,
} from "./goal-progress.ts";
export { goalKinds, type BaselineWindow, type Goal, type GoalKind, type GoalTarget } from "./goal.ts";
export {
  cadences,
  directions,
  indicatorClasses,
  indicatorThemes,
  policeActs,
  type Cadence,
  type Direction,
  type Indicator,
  type IndicatorClass,
  type IndicatorTheme,
  type PoliceAct,
} from "./indicator.ts";
export type { Measure } from "./measure.ts";
export {
  figureKey,
  isSameFigure,
  observationKey,
  reportingSystems,
  restateFigure,
  type Observation,
  type ObservationSubject,
  type ObservedFigure,
  type ObservedPlace,
  type PlaceKind,
  type ReportingSystem,
} from "./observation.ts";
export { baselineWindowSchema, goalSchema, goalTargetSchema } from "./parse-goal.ts";
export { indicatorCatalogueSchema, indicatorSchema, measureSchema } from "./parse-indicator.ts";
export { refusedAsGoal, refusedByCode, refusedByTitle, type GoalRefusal } from "./refused-goals.ts";
export type { DatedFigure, PooledFigure } from "./pooled-figure.ts";
