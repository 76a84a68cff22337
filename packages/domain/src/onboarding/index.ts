/**
 * Onboarding: the checklist that brings a site from the first step to launch and beyond,
 * what each item waits for, and how ready the site is.
 */
export { blockedBy } from "./blocked-by.ts";
export { refuseSignOff, refuseStatus, type ItemStanding } from "./change-status.ts";
export {
  itemStatuses,
  type ChecklistItem,
  type ItemStatus,
  type OwnerRole,
  type Phase,
} from "./checklist.ts";
export {
  gatesNowFailing,
  gateState,
  gateStates,
  launchGates,
  type Gate,
  type GateItem,
  type GateState,
} from "./gates.ts";
export { launchStage, type LaunchStage } from "./launch-stage.ts";
export { checklistItemSchema, ownerRoleSchema, phaseSchema } from "./parse-checklist.ts";
export {
  alignDates,
  dueDate,
  isFinished,
  planDates,
  replan,
  type HeldPlan,
  type ItemPlan,
  type MovedItem,
  type PlannedItem,
} from "./plan-dates.ts";
export { percentDone, readiness, type ItemCounts, type Readiness } from "./readiness.ts";
