/**
 * The roster: the positions that a site calls for, the trainings that they require, and the people in them.
 */
export { positionSchema, staffingFloorSchema, trainingSchema } from "./parse-position.ts";
export {
  employers,
  seatsOf,
  slotsOf,
  trainingMoments,
  type Employer,
  type Position,
  type StaffingFloor,
  type Training,
  type TrainingMoment,
} from "./position.ts";
