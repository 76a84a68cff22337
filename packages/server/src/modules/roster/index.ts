/**
 * The roster: the people of a city, the slots that they hold at its sites from day to day, the
 * commitments they made and the trainings they have done. Names never leave the city.
 */
export { rostersOf } from "./roster.reads.ts";
export { slotsFilled } from "./slots-filled.ts";
export type { DescribedRoster } from "./describe-roster.ts";
export { heldSlots, type HeldSlotOfSite } from "./held-slots.ts";
export {
  countTouchedSince,
  findAllNamesakes,
  findByNumbers,
  insertRosterAddition,
  listHeldAssignments,
  listRosterSites,
  removeRosterAddition,
  type RosterAddition,
} from "./imported-roster.ts";
