import { addDays, addMonths, daysBetween, type PlainDate } from "../shared/index.ts";
import type { Assignment, ExitReason, Tenure } from "./assignment.ts";
import { type DaySpan, slotDays, type StaffedPosition } from "./coverage.ts";

/** The slots of a month: days planned, days held and days vacant. */
export interface MonthOfSlots {
  /** As `2027-04`. */
  readonly month: string;
  readonly plannedDays: number;
  readonly filledDays: number;
  readonly vacantDays: number;
}

/** The slots of one site, and since when they should be filled. */
export interface SlotsOfSite {
  readonly positions: readonly StaffedPosition[];
  readonly assignments: readonly Assignment[];
  readonly plannedFrom: PlainDate;
}

/**
 * The establishment of some sites against their strength, month by month up to a day, the oldest
 * first. Slots are planned from each site's launch on, and the design is today's: what it asked for
 * earlier is not kept apart. The month of the day counts up to the day; months without a slot-day
 * planned are left out.
 *
 * @example one slot planned from 2027-04-11 and held from 2027-04-21: in April 20 days planned, 10
 *   held, 10 vacant
 */
export function strengthByMonth(
  sites: readonly SlotsOfSite[],
  { asOf, months }: { readonly asOf: PlainDate; readonly months: number },
): MonthOfSlots[] {
  const thisMonth = firstOfMonth(asOf);
  return Array.from({ length: months }, (_, index) => addMonths(thisMonth, index + 1 - months))
    .map((first) => {
      const last = addDays(addMonths(first, 1), -1);
      return monthOfSlots(sites, { from: first, to: last < asOf ? last : asOf });
    })
    .filter(({ plannedDays }) => plannedDays > 0);
}

function firstOfMonth(date: PlainDate): PlainDate {
  return addDays(date, 1 - Number(date.slice(8)));
}

function monthOfSlots(sites: readonly SlotsOfSite[], span: DaySpan): MonthOfSlots {
  let [plannedDays, filledDays] = [0, 0];
  for (const { positions, assignments, plannedFrom } of sites) {
    const from = plannedFrom > span.from ? plannedFrom : span.from;
    const { planned, filled } = slotDays(positions, assignments, { from, to: span.to });
    plannedDays += planned;
    filledDays += filled;
  }
  return { month: span.from.slice(0, 7), plannedDays, filledDays, vacantDays: plannedDays - filledDays };
}

/** A person's time at one site without a day between, whatever slots it was spent in. */
export interface Stay extends Tenure {
  readonly officerId: string;
  readonly siteId: string;
  /** Why the stay ended: the reason of its last assignment; null while it lasts. */
  readonly exitReason: ExitReason | null;
}

/**
 * The stays behind some assignments. Who goes from one slot of a site to another, or holds two,
 * has stayed; who comes back after a day or more away begins a new stay.
 */
export function staysOf(assignments: readonly Assignment[]): Stay[] {
  const byPerson = Map.groupBy(assignments, ({ officerId, siteId }) => `${officerId} ${siteId}`);
  return [...byPerson.values()].flatMap(staysOfPerson);
}

function staysOfPerson(assignments: readonly Assignment[]): Stay[] {
  const stays: Stay[] = [];
  for (const assignment of [...assignments].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))) {
    const { officerId, siteId, startsOn, endedOn, exitReason } = assignment;
    const before = stays.at(-1);
    if (before === undefined || (before.endedOn !== null && startsOn > addDays(before.endedOn, 1))) {
      stays.push({ officerId, siteId, startsOn, endedOn, exitReason });
    } else if (before.endedOn !== null && (endedOn === null || endedOn > before.endedOn)) {
      stays[stays.length - 1] = { ...before, endedOn, exitReason };
    }
  }
  return stays;
}

/** Whole months from the first day of a stay through another day: 11 on the day before a year is full. */
function monthsThrough(startsOn: PlainDate, lastDay: PlainDate): number {
  const end = addDays(lastDay, 1);
  const guess = Math.max(0, Math.floor(daysBetween(startsOn, end) / 30.4375) - 1);
  let months = guess;
  while (addMonths(startsOn, months + 1) <= end) months += 1;
  return months;
}

/** How long those who are there on a day have stayed, in whole months, the shortest first. No names. */
export function monthsOfHolders(stays: readonly Stay[], asOf: PlainDate): number[] {
  return stays
    .filter(({ startsOn, endedOn }) => startsOn <= asOf && (endedOn === null || endedOn >= asOf))
    .map(({ startsOn }) => monthsThrough(startsOn, asOf))
    .sort((one, other) => one - other);
}

/**
 * The median time at the site of current holders, in months (indicator ST-TEN); null when there
 * are none. Of an even number it is the mean of the middle two.
 *
 * @example 3, 14, 26 and 60 months: 20
 */
export function medianMonths(ordered: readonly number[]): number | null {
  const [lower, upper] = [
    ordered[Math.floor((ordered.length - 1) / 2)],
    ordered[Math.floor(ordered.length / 2)],
  ];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/** Of those who came 24 months ago or earlier: who was still there after 24 months (indicator ST-RET24). */
export interface StillThere {
  /** Those who began 24 months before the day, or earlier. */
  readonly started: number;
  readonly stayed: number;
  /** Those who left earlier because they were promoted: exits as well, told apart. */
  readonly promoted: number;
  /** Those who left earlier for another reason. */
  readonly left: number;
}

const monthsAsked = 24;

/**
 * How many of those who began at least 24 months ago were still there when 24 months were full.
 *
 * @example begun 2024-01-01, last day 2025-12-31: stayed, the 24 months are full; last day 2025-12-30:
 *   not
 */
export function stillThere(stays: readonly Stay[], asOf: PlainDate): StillThere {
  const old = stays.filter(({ startsOn }) => addMonths(startsOn, monthsAsked) <= addDays(asOf, 1));
  const gone = old.filter(
    ({ startsOn, endedOn }) => endedOn !== null && monthsThrough(startsOn, endedOn) < monthsAsked,
  );
  const promoted = gone.filter(({ exitReason }) => exitReason === "promotion").length;
  return {
    started: old.length,
    stayed: old.length - gone.length,
    promoted,
    left: gone.length - promoted,
  };
}

/** How long each person was seen to stay, in whole months, and whether that ended; who is still there is not done. */
export function followedStays(
  stays: readonly Stay[],
  asOf: PlainDate,
): { readonly time: number; readonly hasEvent: boolean }[] {
  return stays
    .filter(({ startsOn }) => startsOn <= asOf)
    .map(({ startsOn, endedOn }) => {
      const hasEvent = endedOn !== null && endedOn < asOf;
      return { time: monthsThrough(startsOn, hasEvent ? endedOn : asOf), hasEvent };
    });
}
