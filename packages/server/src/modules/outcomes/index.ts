/**
 * Outcomes: the figures that are held about places, revision by revision.
 */
export { goalsAgainst, siteGoals, type ShownGoal, type ShownTarget } from "./goal.reads.ts";
export {
  findHeldFigures,
  findKeptByCity,
  findTouchedFigures,
  recordFigures,
  type Recording,
  type TouchedFigure,
  withdrawFigures,
} from "./observation.store.ts";
