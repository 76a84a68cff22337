import { addDays, type PlainDate, plainDateOf } from "../shared/index.ts";
import { isLate, reminderDays, type Reminder, type ReminderDay } from "./reminder.ts";

/** How many days ahead the weekly letter looks, today included. */
export const digestDays = 14;

/** What a weekly letter says. */
export interface Digest {
  /** What is late, the longest first. */
  readonly late: readonly ReminderDay[];
  /** What comes within two weeks, the nearest first. */
  readonly coming: readonly ReminderDay[];
}

/** What is late today, and what comes today or in the 13 days after it, each by the day at its own site. */
export function digestOf(reminders: readonly Reminder[]): Digest {
  const late = reminders
    .filter(isLate)
    .map((reminder): ReminderDay => ({ key: reminder.key, day: reminder.day, daysBefore: 0, reminder }));
  const coming = reminders
    .flatMap(reminderDays)
    .filter(({ day, reminder }) => day >= reminder.today && day < addDays(reminder.today, digestDays));
  return { late: inOrder(late), coming: inOrder(coming) };
}

function inOrder(days: readonly ReminderDay[]): ReminderDay[] {
  return days.toSorted((one, other) => (one.day + one.key < other.day + other.key ? -1 : 1));
}

/** The hour of Monday, on the reader's clock, from which the letter is sent. */
const digestHour = 7;

/** For how many hours after that a letter that could not be sent yet still is. */
const hoursToSend = 48;

/**
 * The Monday whose letter is due at an instant in a time zone (an IANA name): from 7 in the morning
 * of that Monday until 7 on Wednesday by the clock there. `null` at any other time: a letter of two
 * days ago is not news.
 *
 * @example digestMonday("America/Chicago", new Date("2027-03-01T13:00:00Z")) // "2027-03-01", where it is 7:00
 */
export function digestMonday(timeZone: string, instant: Date): PlainDate | null {
  const { day, hour } = clockIn(timeZone, instant);
  const daysSinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const hoursSince = daysSinceMonday * 24 + hour - digestHour;
  return hoursSince >= 0 && hoursSince < hoursToSend ? addDays(day, -daysSinceMonday) : null;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string, instant: Date): { day: PlainDate; hour: number } {
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
    });
  formatters.set(timeZone, formatter);
  const parts = formatter.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    day: plainDateOf(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`),
    hour: Number(part("hour")),
  };
}
