import {
  addDays,
  addMonths,
  type Finding,
  monthsInPeriod,
  nextPeriod,
  type Period,
  periodAround,
  periodEnd,
  type PeriodKind,
  periodStart,
  type PlainDate,
} from "../shared/index.ts";

/** What an organization promises for each period of an agreement, such as 12 workshops a quarter. */
export interface Pledge {
  /** What is delivered, such as "Evening workshops for parents". */
  readonly title: string;
  /** What is counted, such as "workshops" or "hours". */
  readonly unit: string;
  /** How many of them in a period; whole units. */
  readonly amountPerPeriod: number;
  readonly periodKind: PeriodKind;
  /** Whole periods from this day on count. */
  readonly startsOn: PlainDate;
  /** Whole periods up to this day count; null while the promise goes on. */
  readonly endsOn: PlainDate | null;
}

/** The longest title of a pledge, in characters. */
const longestTitle = 200;
/** The longest name of a unit, in characters. */
const longestUnit = 50;
/** The largest amount of a period, in units. */
export const largestAmount = 1_000_000;
/** How far from today a pledge may begin or end, in years. */
const yearsAway = 20;
/** How many of the latest periods are looked at: five years of months. */
const mostPeriods = 60;

/** What is wrong with a pledge, each with what to do about it. */
export function checkPledge(pledge: Pledge, today: PlainDate): Finding[] {
  return [
    ...checkWords(pledge.title, { code: "PLEDGE_TITLE", path: "title", longest: longestTitle }),
    ...checkWords(pledge.unit, { code: "PLEDGE_UNIT", path: "unit", longest: longestUnit }),
    ...checkAmount(pledge.amountPerPeriod),
    ...checkDays(pledge, today),
  ];
}

function checkWords(words: string, of: { code: string; path: string; longest: number }): Finding[] {
  if (words.trim() !== "" && words.length <= of.longest) return [];
  return [error(of.code, of.path, `Write 1 to ${String(of.longest)} characters.`)];
}

function checkAmount(amount: number): Finding[] {
  if (Number.isInteger(amount) && amount >= 1 && amount <= largestAmount) return [];
  return [error("PLEDGE_AMOUNT", "amountPerPeriod", "Give a whole number from 1 to 1,000,000.")];
}

function checkDays({ startsOn, endsOn, periodKind }: Pledge, today: PlainDate): Finding[] {
  const earliest = addMonths(today, -yearsAway * 12);
  const latest = addMonths(today, yearsAway * 12);
  const isFar = (day: PlainDate) => day < earliest || day > latest;
  const message = `Choose a day within ${String(yearsAway)} years of today.`;
  if (isFar(startsOn)) return [error("PLEDGE_DATE_TOO_FAR", "startsOn", message)];
  if (endsOn === null) return [];
  if (isFar(endsOn)) return [error("PLEDGE_DATE_TOO_FAR", "endsOn", message)];
  if (periodEnd(firstPeriod({ startsOn, periodKind })) <= endsOn) return [];
  return [
    error(
      "PLEDGE_WITHOUT_PERIOD",
      "endsOn",
      `Choose a later last day: between these days lies no whole ${periodKind}.`,
    ),
  ];
}

function firstPeriod({ startsOn, periodKind }: Pick<Pledge, "startsOn" | "periodKind">): Period {
  const around = periodAround(startsOn, periodKind);
  return periodStart(around) === startsOn ? around : nextPeriod(around);
}

/**
 * The periods of a pledge that are over on a day, the oldest first: whole months, quarters or years
 * between its days, at most the latest 60. A period that has begun before the first day does not
 * count, nor does one that ends after the last day.
 *
 * @example of a quarterly pledge from 2026-02-01, on 2026-10-15 → ["2026-Q2", "2026-Q3"]
 */
export function periodsOver(
  pledge: Pick<Pledge, "startsOn" | "endsOn" | "periodKind">,
  today: PlainDate,
): Period[] {
  const lastDay = [addDays(today, -1), ...(pledge.endsOn ? [pledge.endsOn] : [])].sort()[0] ?? today;
  const first = laterOf(firstPeriod(pledge), earliestShown(pledge.periodKind, lastDay));
  const periods: Period[] = [];
  for (let period = first; periodEnd(period) <= lastDay; period = nextPeriod(period)) periods.push(period);
  return periods.slice(-mostPeriods);
}

function earliestShown(kind: PeriodKind, lastDay: PlainDate): Period {
  const around = periodAround(lastDay, kind);
  return periodAround(addMonths(periodStart(around), -mostPeriods * monthsInPeriod(around)), kind);
}

function laterOf(one: Period, other: Period): Period {
  return periodStart(one) < periodStart(other) ? other : one;
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
