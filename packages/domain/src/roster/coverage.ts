import { addDays, daysBetween, type PlainDate } from "../shared/index.ts";
import { isHeldOn, type Assignment, type Tenure } from "./assignment.ts";
import { slotsOf, type Position, type StaffingFloor } from "./position.ts";

/** What coverage asks of a position. Slots of a partner's own people are theirs to fill, without names. */
export type StaffedPosition = Pick<Position, "key" | "count" | "employer">;

/** One slot of a position on a day: who holds it, or since when nobody does. */
export interface SlotCoverage<Held extends Assignment = Assignment> {
  readonly positionKey: string;
  /** 1, 2, 3 … within the position. */
  readonly slot: number;
  /** Who holds the slot on the day: usually nobody or one; two during a hand-over, the successor last. */
  readonly holders: readonly Held[];
  /** The next assignment that begins after the day. */
  readonly next: Held | null;
  /** The first day of the vacancy; null while the slot is held. */
  readonly vacantSince: PlainDate | null;
  /** Days of the vacancy up to and including the day; 0 while the slot is held. */
  readonly daysVacant: number;
  /** Whether the slot is one that the design asks for; false when it is held beyond that. */
  readonly isPlanned: boolean;
}

/** What is asked: the roster of one site as it was, is or is planned on a day. */
export interface CoverageQuestion<Held extends Assignment = Assignment> {
  readonly positions: readonly StaffedPosition[];
  readonly assignments: readonly Held[];
  readonly asOf: PlainDate;
  /** The day from which the slots should be filled: a vacancy is not counted before it. */
  readonly plannedFrom: PlainDate;
}

/**
 * Whether the people of a position are kept on the roster: the city's own are; those of a partner
 * organization, and residents, are not, and their slots are counted with the partnership.
 */
export function isOnRoster(position: StaffedPosition): boolean {
  return position.employer !== "partner" && slotsOf(position) > 0;
}

/** The share of full time that a slot of a position asks for: 0.2 of a shared commander, else all of it. */
export function shareOfSlot({ count }: Pick<StaffedPosition, "count">): number {
  return count === "contract" ? 1 : Math.min(1, count);
}

function plannedSlots(positions: readonly StaffedPosition[]): SlotKey[] {
  return positions
    .filter(isOnRoster)
    .flatMap((position) =>
      Array.from({ length: slotsOf(position) }, (_, index) => slotKey(position.key, index + 1)),
    );
}

/**
 * Every slot of a site on a day, in the order of the positions: those that the design asks for,
 * then those held beyond it, which happens after an adaptation takes slots away.
 */
export function coverage<Held extends Assignment>(question: CoverageQuestion<Held>): SlotCoverage<Held>[] {
  const bySlot = groupBySlot(question.assignments);
  const planned = plannedSlots(question.positions);
  const isPlanned = new Set(planned);
  const beyond = [...bySlot.entries()]
    .filter(([key, held]) => !isPlanned.has(key) && held.some((one) => isHeldOn(one, question.asOf)))
    .map(([key]) => key)
    .sort();
  return [...planned, ...beyond].map((key) =>
    coverSlot(key, bySlot.get(key) ?? [], { ...question, isPlanned: isPlanned.has(key) }),
  );
}

type SlotKey = `${string}#${number}`;

function slotKey(positionKey: string, slot: number): SlotKey {
  return `${positionKey}#${slot}`;
}

function groupBySlot<Held extends Assignment>(assignments: readonly Held[]): Map<SlotKey, Held[]> {
  return Map.groupBy(assignments, (assignment) => slotKey(assignment.positionKey, assignment.slot));
}

interface SlotQuestion {
  readonly asOf: PlainDate;
  readonly plannedFrom: PlainDate;
  readonly isPlanned: boolean;
}

function coverSlot<Held extends Assignment>(
  key: SlotKey,
  assignments: readonly Held[],
  { asOf, plannedFrom, isPlanned }: SlotQuestion,
): SlotCoverage<Held> {
  const inOrder = [...assignments].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const holders = inOrder.filter((assignment) => isHeldOn(assignment, asOf));
  const next = inOrder.find((assignment) => assignment.startsOn > asOf);
  const vacantSince = holders.length > 0 ? null : vacancyStart(assignments, asOf, plannedFrom);
  const separator = key.lastIndexOf("#");
  return {
    positionKey: key.slice(0, separator),
    slot: Number(key.slice(separator + 1)),
    holders,
    next: next ?? null,
    vacantSince,
    daysVacant: vacantSince === null ? 0 : Math.max(0, daysBetween(vacantSince, asOf) + 1),
    isPlanned,
  };
}

function vacancyStart(assignments: readonly Tenure[], asOf: PlainDate, plannedFrom: PlainDate): PlainDate {
  const lastDays = assignments.flatMap(({ endedOn }) =>
    endedOn !== null && endedOn < asOf ? [endedOn] : [],
  );
  const lastDay = lastDays.sort().at(-1);
  if (lastDay === undefined) return plannedFrom;
  const dayAfter = addDays(lastDay, 1);
  return dayAfter > plannedFrom ? dayAfter : plannedFrom;
}

/** A first and a last day, both included. */
export interface DaySpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Slot-days planned, and how many of them were held. */
export interface SlotDays {
  readonly planned: number;
  readonly filled: number;
}

/**
 * The slot-days of a site over some days. A slot held by two people during a hand-over counts once,
 * and one whose holder is on leave is held. A span that ends before it begins has none.
 *
 * @example two slots over April; one held all month, one for its last 15 days: 60 planned, 45 filled
 */
export function slotDays(
  positions: readonly StaffedPosition[],
  assignments: readonly Assignment[],
  span: DaySpan,
): SlotDays {
  const slots = plannedSlots(positions);
  const days = Math.max(0, daysBetween(span.from, span.to) + 1);
  const bySlot = groupBySlot(assignments);
  const filled = slots.reduce((sum, key) => sum + daysHeld(bySlot.get(key) ?? [], span), 0);
  return { planned: slots.length * days, filled };
}

/**
 * The fill rate of a site over some days: slot-days held ÷ slot-days planned (indicator ST-FILL).
 * Null when no slot is planned.
 *
 * @example 45 ÷ 60 = 0.75
 */
export function fillRate(
  positions: readonly StaffedPosition[],
  assignments: readonly Assignment[],
  span: DaySpan,
): number | null {
  const { planned, filled } = slotDays(positions, assignments, span);
  return planned === 0 ? null : filled / planned;
}

/** How many days of a span are covered by at least one of the tenures. */
export function daysHeld(tenures: readonly Tenure[], span: DaySpan): number {
  const ordered = [...tenures].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  let total = 0;
  let uncountedFrom = span.from;
  for (const { startsOn, endedOn } of ordered) {
    const from = startsOn > uncountedFrom ? startsOn : uncountedFrom;
    const to = endedOn === null || endedOn > span.to ? span.to : endedOn;
    if (from > to) continue;
    total += daysBetween(from, to) + 1;
    uncountedFrom = addDays(to, 1);
  }
  return total;
}

/** How near the end of a commitment or an agreement is, in the steps at which people are told. */
export const commitmentAlertDays = [30, 90, 180] as const;

/** A step at which people are told that a commitment ends. */
export type CommitmentAlert = (typeof commitmentAlertDays)[number];

/** A commitment that ends soon, or has ended while its holder is still in the slot. */
export interface EndingCommitment<Held extends Assignment = Assignment> {
  readonly assignment: Held;
  /** Days from the day asked about to the last day of the commitment; negative when it is past. */
  readonly daysLeft: number;
  /** The nearest step reached: 30, 90 or 180 days. */
  readonly within: CommitmentAlert;
}

/** The commitments of current holders that end within 180 days of a day, the nearest end first. */
export function endingCommitments<Held extends Assignment>(
  assignments: readonly Held[],
  asOf: PlainDate,
): EndingCommitment<Held>[] {
  return assignments
    .filter((assignment) => isHeldOn(assignment, asOf))
    .flatMap((assignment) => endingCommitment(assignment, asOf))
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

function endingCommitment<Held extends Assignment>(
  assignment: Held,
  asOf: PlainDate,
): EndingCommitment<Held>[] {
  if (assignment.expectedEndOn === null) return [];
  const daysLeft = daysBetween(asOf, assignment.expectedEndOn);
  const within = commitmentAlertDays.find((days) => daysLeft <= days);
  return within === undefined ? [] : [{ assignment, daysLeft, within }];
}

/** A part of the minimum viable team that is short on a day. */
export interface TeamShortfall {
  /** The key of the staffing floor that is not reached. */
  readonly floorKey: string;
  /** The fewest seats that the floor asks for. */
  readonly seats: number;
  /** The seats held, with part-time shares added up; a hand-over counts one seat. */
  readonly held: number;
}

/**
 * Which staffing floors a team does not reach on a day; empty when it is viable.
 *
 * @example a floor of 6 officers over four positions, 5 full-time holders and one at half time:
 *   `[{ floorKey: "officers", seats: 6, held: 5.5 }]`
 */
export function teamShortfalls(
  floors: readonly Pick<StaffingFloor, "key" | "positions" | "seats">[],
  assignments: readonly Assignment[],
  asOf: PlainDate,
): TeamShortfall[] {
  return floors.flatMap(({ key, positions, seats }) => {
    const holders = assignments.filter(
      (assignment) => positions.includes(assignment.positionKey) && isHeldOn(assignment, asOf),
    );
    const held = [...groupBySlot(holders).values()].reduce((sum, inSlot) => sum + seatsHeld(inSlot), 0);
    return held < seats - shareRounding ? [{ floorKey: key, seats, held }] : [];
  });
}

/** A slot held by two people during a hand-over counts once. */
function seatsHeld(inSlot: readonly Assignment[]): number {
  return Math.max(...inSlot.map(({ share }) => share));
}

/** Shares are entered to the hundredth; sums of them are compared with this allowance. */
const shareRounding = 1e-9;
