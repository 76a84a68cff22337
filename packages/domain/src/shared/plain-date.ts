import { invariant } from "./invariant.ts";

declare const plainDate: unique symbol;

/** A day of the calendar without time or time zone, written `YYYY-MM-DD`. Sorts as text. */
export type PlainDate = string & { readonly [plainDate]: true };

const form = /^\d{4}-\d{2}-\d{2}$/;
const millisecondsPerDay = 86_400_000;

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Reads a day written `YYYY-MM-DD` of the Gregorian calendar, years 1000 to 9999; `undefined` when it is not one.
 * `2027-02-29` is not a day.
 */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!form.test(text) || text < "1000") return undefined;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
  return isDay ? (text as PlainDate) : undefined;
}

/** The day written in the code or already checked; anything else is a defect. */
export function plainDateOf(text: string): PlainDate {
  const date = parsePlainDate(text);
  invariant(date !== undefined, `not a day of the calendar: ${text}`);
  return date;
}

/** The day a number of days later, or earlier when it is negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return plainDateOf(new Date(Date.parse(date) + days * millisecondsPerDay).toISOString().slice(0, 10));
}

/** How many days lie between two days; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}

/** The same day of the month a number of months later; the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const monthsSinceYearZero = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthsSinceYearZero / 12);
  const month = (monthsSinceYearZero % 12) + 1;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return plainDateOf([year, month, day].map((part) => String(part).padStart(2, "0")).join("-"));
}

/** Orders two days: negative when the first is earlier. */
export function comparePlainDates(left: PlainDate, right: PlainDate): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
