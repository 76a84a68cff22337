/**
 * Outcomes: what is measured, the value before, the value sought and by when.
 */
export {
  goalKinds,
  type BaselineWindow,
  type Goal,
  type GoalKind,
  type GoalTarget,
} from "./goal.ts";
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
