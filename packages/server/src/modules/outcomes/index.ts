/**
 * Outcomes: the figures that are held about places, revision by revision.
 */
export {
  findHeldFigures,
  findKeptByCity,
  findTouchedFigures,
  recordFigures,
  type Recording,
  type TouchedFigure,
  withdrawFigures,
} from "./observation.store.ts";
