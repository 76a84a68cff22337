/**
 * Comparisons: places set side by side on one indicator, honestly. Rates with their intervals, what stands behind them,
 * what must be said beside them, why some cannot be compared, and which small counts stay hidden. Never a ranking.
 */
export {
  comparability,
  type Comparability,
  type ComparabilityCode,
  type ComparabilityReason,
} from "./comparability.ts";
export {
  compareFigure,
  comparePlaces,
  residentsCompared,
  type ComparedFigure,
  type ComparedRow,
  type FigureMark,
} from "./compare-places.ts";
export type { ComparedPlace, PlaceFigure, ReportingSystem } from "./place-figure.ts";
export { protectTable, type ProtectedTable } from "./protect-table.ts";
export {
  isSmallCount,
  isUnreliable,
  largestProtected,
  mustProtect,
  smallestProtected,
  unreliableBelow,
  type NumbersBehind,
} from "./small-counts.ts";
