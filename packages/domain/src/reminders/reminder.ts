import { addDays, type PlainDate } from "../shared/index.ts";

/**
 * What somebody is reminded of: a commitment that ends, an agreement that lapses, the last day on
 * which notice of it can be given, a training that expires, a checklist item, a report of a delivery.
 */
export type ReminderKind =
  "commitmentEnds" | "agreementLapses" | "noticeEnds" | "trainingExpires" | "itemDue" | "reportDue";

/** Something that comes on a day. It names slots, sites, organizations and work; never an officer. */
export interface Reminder {
  /** The same for the same thing, however often its day or its words change. */
  readonly key: string;
  readonly kind: ReminderKind;
  /** The last day in time, at the site. */
  readonly day: PlainDate;
  /** How many days before that day people are told, the earliest first. */
  readonly noticeDays: readonly number[];
  /** What it concerns, in the reader's language, without the site. */
  readonly subject: string;
  readonly siteName: string;
  /** Where the product shows it: a path that begins with `/`. */
  readonly path: string;
  /** Today at the site when this was read. */
  readonly today: PlainDate;
}

/** One day of a reminder: the day itself, or a day before it on which people are told. */
export interface ReminderDay {
  /** The reminder's key; of an earlier day followed by the number of days before. */
  readonly key: string;
  readonly day: PlainDate;
  /** 0 on the day itself. */
  readonly daysBefore: number;
  readonly reminder: Reminder;
}

/**
 * The days of a reminder, the earliest first.
 *
 * @example a commitment that ends on 2027-06-30 with notice of 180, 90 and 30 days: 2027-01-01,
 *   2027-04-01, 2027-05-31 and 2027-06-30
 */
export function reminderDays(reminder: Reminder): ReminderDay[] {
  const earlier = reminder.noticeDays.map((daysBefore) => ({
    key: `${reminder.key}.${String(daysBefore)}`,
    day: addDays(reminder.day, -daysBefore),
    daysBefore,
    reminder,
  }));
  return [...earlier, { key: reminder.key, day: reminder.day, daysBefore: 0, reminder }];
}
