import { addDays, addMonths, type Finding, type PlainDate } from "../shared/index.ts";

/**
 * Why somebody left a slot, as a code. There is no text beside it on purpose: what a person writes
 * about a named officer is a personnel record.
 */
export const exitReasons = [
  "promotion",
  "transferAsked",
  "transferImposed",
  "retirement",
  "longLeave",
  "removed",
  "other",
] as const;

/** The code of a reason to leave a slot. */
export type ExitReason = (typeof exitReasons)[number];

/** The days during which somebody holds a slot, both included; no last day while it lasts. */
export interface Tenure {
  readonly startsOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

/** A person in a slot of a position of a site, from day to day. */
export interface Assignment extends Tenure {
  readonly id: string;
  readonly officerId: string;
  readonly siteId: string;
  readonly positionKey: string;
  /** 1, 2, 3 … within the position. */
  readonly slot: number;
  /** The last day of the commitment made at the start; null when none was made. */
  readonly expectedEndOn: PlainDate | null;
  readonly exitReason: ExitReason | null;
  /** The share of full time given to the slot, above 0 up to 1. */
  readonly share: number;
  /** The first days, 0 to 90, given to a hand-over: whoever leaves the slot may still hold it on them. */
  readonly handOverDays: number;
}

/** Whether a text is the code of a reason to leave a slot. */
export function isExitReason(text: string): text is ExitReason {
  return (exitReasons as readonly string[]).includes(text);
}

/** Whether a slot is held on a day. The first and the last day both count. */
export function isHeldOn(tenure: Tenure, date: PlainDate): boolean {
  return tenure.startsOn <= date && (tenure.endedOn === null || date <= tenure.endedOn);
}

/** Whether two tenures have a day in common. */
export function overlaps(one: Tenure, other: Tenure): boolean {
  return (
    (other.endedOn === null || one.startsOn <= other.endedOn) &&
    (one.endedOn === null || other.startsOn <= one.endedOn)
  );
}

/**
 * Whether two assignments claim the same slot on the same day. The days of a hand-over claim
 * nothing: on them whoever leaves still holds the slot.
 *
 * @example one through 2027-06-30, another from 2027-06-16 with 15 days of hand-over, which are the
 *   16th through the 30th: no
 */
export function claimSameDays(one: SlotClaim, other: SlotClaim): boolean {
  const [first, second] = [ownDays(one), ownDays(other)];
  return first !== null && second !== null && overlaps(first, second);
}

/** The days of an assignment, and how many of the first are given to a hand-over. */
type SlotClaim = Tenure & Pick<Assignment, "handOverDays">;

function ownDays({ startsOn, endedOn, handOverDays }: SlotClaim): Tenure | null {
  const from = addDays(startsOn, handOverDays);
  return endedOn !== null && endedOn < from ? null : { startsOn: from, endedOn };
}

/**
 * The last day of a commitment of a number of months: the day before the same day of the month
 * comes round. Five years from 2027-03-01 end on 2032-02-29. Where the month has no such day, its
 * last day is the end: five years from 2028-02-29 end on 2033-02-28.
 */
export function commitmentEnd(startsOn: PlainDate, months: number): PlainDate {
  const anniversary = addMonths(startsOn, months);
  const isShortened = anniversary.slice(8) !== startsOn.slice(8);
  return isShortened ? anniversary : addDays(anniversary, -1);
}

/** The shares that a person has promised may add up to this and no more. */
const fullTime = 1;
/** Shares are entered to the hundredth; sums of them are compared with this allowance. */
const rounding = 1e-9;

/**
 * The assignment of the same person that leaves no room for a proposed one, or `undefined`.
 * A full-time holder holds nothing else on any day; part-time shares may meet as long as no day
 * asks for more than full time. The assignment being changed, found by its id, does not count.
 */
export function assignmentInTheWay<Held extends Assignment>(
  proposed: Assignment,
  held: readonly Held[],
): Held | undefined {
  const meeting = held
    .filter((other) => other.id !== proposed.id && other.officerId === proposed.officerId)
    .filter((other) => overlaps(other, proposed))
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const startDays = [proposed.startsOn, ...meeting.map((other) => other.startsOn)];
  const crowdedDay = startDays
    .filter((day) => isHeldOn(proposed, day))
    .find((day) => shareOn(meeting, day) + proposed.share > fullTime + rounding);
  if (crowdedDay === undefined) return undefined;
  return meeting.find((other) => isHeldOn(other, crowdedDay));
}

function shareOn(assignments: readonly Assignment[], day: PlainDate): number {
  return assignments
    .filter((assignment) => isHeldOn(assignment, day))
    .reduce((sum, assignment) => sum + assignment.share, 0);
}

/** How far ahead an assignment may be planned, in years: further is a slip of the keyboard. */
const yearsAhead = 10;
/** How long a commitment may be, in years. */
const longestCommitment = 30;
/** How far back an assignment may be recorded, in years. */
const yearsBack = 50;

/**
 * What is wrong with the days, the share and the reason of an assignment, each with what to do
 * about it. An empty list means that it can be recorded.
 */
export function checkAssignment(proposed: Assignment, today: PlainDate): Finding[] {
  return [
    ...checkStart(proposed, today),
    ...checkEnd(proposed, today),
    ...checkShare(proposed),
    ...checkHandOver(proposed),
  ];
}

function checkStart({ startsOn }: Assignment, today: PlainDate): Finding[] {
  if (startsOn > addMonths(today, yearsAhead * 12)) {
    return [
      error(
        "ASSIGNMENT_STARTS_TOO_LATE",
        "startsOn",
        `Choose a first day within the next ${String(yearsAhead)} years.`,
      ),
    ];
  }
  if (startsOn < addMonths(today, -yearsBack * 12)) {
    return [
      error(
        "ASSIGNMENT_STARTS_TOO_EARLY",
        "startsOn",
        `Choose a first day within the last ${String(yearsBack)} years.`,
      ),
    ];
  }
  return [];
}

function checkEnd(proposed: Assignment, today: PlainDate): Finding[] {
  const { startsOn, endedOn, exitReason } = proposed;
  const findings: Finding[] = [];
  if (endedOn !== null && endedOn < startsOn) {
    findings.push(
      error(
        "ASSIGNMENT_ENDS_BEFORE_START",
        "endedOn",
        `Choose a last day on or after the first day, ${startsOn}.`,
      ),
    );
  }
  if (endedOn !== null && endedOn > addMonths(today, yearsAhead * 12)) {
    findings.push(
      error(
        "ASSIGNMENT_ENDS_TOO_LATE",
        "endedOn",
        `Choose a last day within the next ${String(yearsAhead)} years, or leave it open.`,
      ),
    );
  }
  if ((endedOn === null) !== (exitReason === null)) {
    findings.push(
      error("EXIT_REASON_AND_LAST_DAY", "exitReason", "Give both the last day and the reason for leaving."),
    );
  }
  return [...findings, ...checkCommitment(proposed, today)];
}

function checkCommitment({ startsOn, expectedEndOn }: Assignment, today: PlainDate): Finding[] {
  if (expectedEndOn === null) return [];
  if (expectedEndOn < startsOn) {
    const message = `Choose an end of the commitment on or after the first day, ${startsOn}.`;
    return [error("COMMITMENT_ENDS_BEFORE_START", "expectedEndOn", message)];
  }
  if (expectedEndOn > addMonths(today, longestCommitment * 12)) {
    const message = `Choose an end of the commitment within the next ${String(longestCommitment)} years.`;
    return [error("COMMITMENT_ENDS_TOO_LATE", "expectedEndOn", message)];
  }
  return [];
}

function checkShare({ share }: Assignment): Finding[] {
  if (share > 0 && share <= fullTime) return [];
  return [error("SHARE_OUT_OF_RANGE", "share", "Give a share of full time between 1% and 100%.")];
}

/** How long a hand-over may be, in days. */
const longestHandOver = 90;

function checkHandOver({ handOverDays }: Assignment): Finding[] {
  if (Number.isInteger(handOverDays) && handOverDays >= 0 && handOverDays <= longestHandOver) return [];
  const message = `Give a hand-over of 0 to ${String(longestHandOver)} whole days.`;
  return [error("HAND_OVER_OUT_OF_RANGE", "handOverDays", message)];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
