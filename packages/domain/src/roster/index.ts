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
export {
  assignmentInTheWay,
  checkAssignment,
  claimSameDays,
  commitmentEnd,
  exitReasons,
  isExitReason,
  isHeldOn,
  overlaps,
  type Assignment,
  type ExitReason,
  type Tenure,
} from "./assignment.ts";
export {
  commitmentAlertDays,
  coverage,
  daysHeld,
  endingCommitments,
  fillRate,
  isOnRoster,
  shareOfSlot,
  teamShortfalls,
  type CommitmentAlert,
  type CoverageQuestion,
  type DaySpan,
  type EndingCommitment,
  type SlotCoverage,
  type StaffedPosition,
  type TeamShortfall,
} from "./coverage.ts";
export { rosterBoard, type BoardSlot, type Vacancy } from "./board.ts";
export {
  checkLeave,
  commitmentWithLeave,
  leaveOn,
  leaveOverlaps,
  type Leave,
  type LeaveKind,
} from "./leave.ts";
export { movementsBetween, type Movement } from "./movements.ts";
export {
  followedStays,
  medianMonths,
  monthsOfHolders,
  staysOf,
  stillThere,
  strengthByMonth,
  type MonthOfSlots,
  type StillThere,
} from "./strength.ts";
export {
  trainingGaps,
  trainingStandings,
  type CompletedTraining,
  type RequiredTraining,
  type TrainingStanding,
} from "./training.ts";
export { checkOfficer, checkTrainingDay, type OfficerProfile } from "./officer.ts";
