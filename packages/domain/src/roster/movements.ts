import { addDays, type PlainDate } from "../shared/index.ts";
import type { Assignment } from "./assignment.ts";
import type { DaySpan } from "./coverage.ts";
import { type Leave, leaveOn } from "./leave.ts";

/**
 * What a person did on a roster: came into a slot, moved from one to another, was promoted, left, or
 * went on leave. Why somebody left is not told apart, but for a promotion.
 */
export type MovementKind = "came" | "moved" | "promoted" | "left" | "leave";

/** An assignment with its days of leave. */
export type AssignmentWithLeave = Assignment & { readonly leaves: readonly Leave[] };

/** One movement of one person. */
export interface Movement<Held extends AssignmentWithLeave = AssignmentWithLeave> {
  readonly kind: MovementKind;
  /** The first day in the new slot or of the leave; the last day held of somebody who left. */
  readonly on: PlainDate;
  /** The slot taken; of somebody who left or is on leave, the slot held. */
  readonly assignment: Held;
  /** The slot held up to the day before, of somebody who took another without a day between. */
  readonly from: Held | null;
  /** The last day of a leave; null of everything else. */
  readonly until: PlainDate | null;
}

/**
 * The movements between two days, both included, the latest first. Who takes another slot on the day
 * after the last day in one moved, or was promoted where that is why the first ended; with a day
 * between, the person left and came. Going on in the same slot is no movement. A promotion into no
 * slot of the roster is dated as leaving is.
 *
 * @example one slot through 2027-06-30 and another from 2027-07-01: moved on 2027-07-01
 */
export function movementsBetween<Held extends AssignmentWithLeave>(
  assignments: readonly Held[],
  { from, to }: DaySpan,
): Movement<Held>[] {
  const byOfficer = Map.groupBy(assignments, ({ officerId }) => officerId);
  return [...byOfficer.values()]
    .flatMap((ofOne) => ofOne.flatMap((one) => movementsOf(one, ofOne)))
    .filter(({ on }) => from <= on && on <= to)
    .sort(latestFirst);
}

function movementsOf<Held extends AssignmentWithLeave>(one: Held, ofOne: readonly Held[]): Movement<Held>[] {
  const leaves = one.leaves
    .filter(({ startsOn }) => leaveOn(one.leaves, one, startsOn) !== null)
    .map((leave) => movement(one, { kind: "leave", on: leave.startsOn, until: lastDayAway(one, leave) }));
  return [...start(one, ofOne), ...leaves, ...end(one, ofOne)];
}

function start<Held extends AssignmentWithLeave>(one: Held, ofOne: readonly Held[]): Movement<Held>[] {
  const before = ofOne.filter((other) => follows(other, one));
  const [from = null] = before;
  if (before.some((other) => isSameSlot(other, one))) return [];
  if (from === null) return [movement(one, { kind: "came", on: one.startsOn })];
  return [
    movement(one, { kind: from.exitReason === "promotion" ? "promoted" : "moved", on: one.startsOn, from }),
  ];
}

function end<Held extends AssignmentWithLeave>(one: Held, ofOne: readonly Held[]): Movement<Held>[] {
  if (one.endedOn === null || ofOne.some((other) => follows(one, other))) return [];
  return [movement(one, { kind: one.exitReason === "promotion" ? "promoted" : "left", on: one.endedOn })];
}

/** Whether the second begins on the day after the last day of the first. */
function follows(first: Assignment, second: Assignment): boolean {
  return first.endedOn !== null && addDays(first.endedOn, 1) === second.startsOn;
}

function isSameSlot(one: Assignment, other: Assignment): boolean {
  return one.siteId === other.siteId && one.positionKey === other.positionKey && one.slot === other.slot;
}

function lastDayAway({ endedOn }: Assignment, { endsOn }: Leave): PlainDate {
  return endedOn !== null && endedOn < endsOn ? endedOn : endsOn;
}

function movement<Held extends AssignmentWithLeave>(
  assignment: Held,
  told: Pick<Movement, "kind" | "on"> & { readonly from?: Held; readonly until?: PlainDate },
): Movement<Held> {
  return { kind: told.kind, on: told.on, assignment, from: told.from ?? null, until: told.until ?? null };
}

function latestFirst(one: Movement, other: Movement): number {
  if (one.on !== other.on) return one.on < other.on ? 1 : -1;
  return one.assignment.id + one.kind < other.assignment.id + other.kind ? -1 : 1;
}
