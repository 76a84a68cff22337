import { addDays, addMonths, daysBetween, type Finding, type PlainDate } from "../shared/index.ts";
import { type Assignment, overlaps, type Tenure } from "./assignment.ts";

/**
 * Why somebody is away from a slot for a time, as a code: on a leave of their own, sent to other
 * duty, or at a long training. Health, family and discipline have no code on purpose: a leave of
 * one's own says no more than that.
 */
export const leaveKinds = ["personal", "otherDuty", "training"] as const;

/** The code of a kind of leave. */
export type LeaveKind = (typeof leaveKinds)[number];

/** Days away from a slot that stays held, the first and the last both included. */
export interface Leave {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly kind: LeaveKind;
}

/** The leave that covers a day, or null. A day on which the slot is not held is no leave. */
export function leaveOn(leaves: readonly Leave[], tenure: Tenure, date: PlainDate): Leave | null {
  if (date < tenure.startsOn || (tenure.endedOn !== null && date > tenure.endedOn)) return null;
  return leaves.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn) ?? null;
}

/** A commitment both ways: as it was agreed, and with the days of leave made up at its end. */
export interface MovedCommitment {
  /** Days of leave that move the end; those after the last day held, or after the moved end, do not. */
  readonly leaveDays: number;
  /** The last day of the commitment if the days of leave are made up. */
  readonly endsOn: PlainDate;
}

/**
 * Where a commitment ends if the days of leave are made up, so that the days present are as many
 * as were promised. The agreed end stays what was agreed: whether leave is made up is between the
 * city and the officer, so both are shown. A leave that begins after the end, moved by earlier
 * leaves, moves nothing.
 *
 * @example a commitment from 2027-03-01 through 2032-02-29 with a leave from 2028-01-01 through
 *   2028-01-31: 31 days, so it ends on 2032-03-31
 */
export function commitmentWithLeave(
  { startsOn, endedOn, expectedEndOn }: Tenure & { readonly expectedEndOn: PlainDate },
  leaves: readonly Leave[],
): MovedCommitment {
  const ordered = [...leaves].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  let leaveDays = 0;
  for (const leave of ordered) {
    const from = leave.startsOn > startsOn ? leave.startsOn : startsOn;
    const to = endedOn !== null && endedOn < leave.endsOn ? endedOn : leave.endsOn;
    if (from > to || from > addDays(expectedEndOn, leaveDays)) continue;
    leaveDays += daysBetween(from, to) + 1;
  }
  return { leaveDays, endsOn: addDays(expectedEndOn, leaveDays) };
}

/** How long one leave may be, in months: who is away longer has left the slot. */
const longestLeave = 24;
/** How far ahead a leave may be planned, in months. */
const monthsAhead = 24;

/** What is known where a leave is checked. */
export interface LeaveSurroundings {
  readonly assignment: Pick<Assignment, "startsOn" | "endedOn">;
  /** The leaves of the assignment that are on the record already. */
  readonly leaves: readonly Leave[];
  readonly today: PlainDate;
}

/** What is wrong with a leave, each with what to do about it; empty when it can be recorded. */
export function checkLeave(leave: Leave, { assignment, leaves, today }: LeaveSurroundings): Finding[] {
  if (leave.endsOn < leave.startsOn) {
    const message = `Choose a last day on or after the first day, ${leave.startsOn}.`;
    return [error("LEAVE_ENDS_BEFORE_START", "endsOn", message)];
  }
  return [
    ...checkWithin(leave, assignment),
    ...checkLength(leave, today),
    ...(leaves.some((other) => meets(leave, other)) ? [leaveOverlaps] : []),
  ];
}

/** Said when another leave of the same assignment has a day in common. */
export const leaveOverlaps: Finding = error(
  "LEAVE_OVERLAPS",
  "startsOn",
  "Another leave has some of these days. Choose other days, or take that leave back first.",
);

function meets(one: Leave, other: Leave): boolean {
  return overlaps(asTenure(one), asTenure(other));
}

function asTenure({ startsOn, endsOn }: Leave): Tenure {
  return { startsOn, endedOn: endsOn };
}

function checkWithin(leave: Leave, { startsOn, endedOn }: LeaveSurroundings["assignment"]): Finding[] {
  if (leave.startsOn < startsOn) {
    const message = `Choose a first day on or after the first day of the assignment, ${startsOn}.`;
    return [error("LEAVE_BEFORE_ASSIGNMENT", "startsOn", message)];
  }
  if (endedOn !== null && leave.endsOn > endedOn) {
    const message = `Choose a last day on or before the last day of the assignment, ${endedOn}.`;
    return [error("LEAVE_AFTER_ASSIGNMENT", "endsOn", message)];
  }
  return [];
}

function checkLength({ startsOn, endsOn }: Leave, today: PlainDate): Finding[] {
  if (startsOn > addMonths(today, monthsAhead)) {
    const message = `Choose a first day within the next ${String(monthsAhead)} months.`;
    return [error("LEAVE_STARTS_TOO_LATE", "startsOn", message)];
  }
  if (endsOn > addMonths(startsOn, longestLeave)) {
    const message = `Choose a last day within ${String(longestLeave)} months of the first, or end the assignment as a long leave.`;
    return [error("LEAVE_TOO_LONG", "endsOn", message)];
  }
  return [];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
