import {
  type CalendarEvent,
  type Reminder,
  reminderDays,
  reminderTitle,
  reviseEvents,
  writeCalendar,
} from "@frontstep/domain/reminders";
import { addDays } from "@frontstep/domain/shared";

import { hashOfSecret } from "#server/modules/identity/index.ts";
import type { Databases } from "#server/persistence/database.ts";

import { giveEvents } from "./given-event.store.ts";
import { findByFeed, type Person } from "./person.store.ts";
import { remindersOfPerson } from "./reminders.reads.ts";

/** How far ahead a calendar goes, in days. */
const CALENDAR_DAYS = 366;

/** The most events of a calendar; where there are more, the latest of them. */
const MOST_EVENTS = 2_000;

/** The calendar behind a secret address, as text; null when there is none any more. */
export async function giveCalendar(
  { databases, publicAddress }: { readonly databases: Databases; readonly publicAddress: string },
  secret: string,
): Promise<string | null> {
  const person = await findByFeed(databases, hashOfSecret(secret));
  if (person === null) return null;
  const reminders = await remindersOfPerson(databases, person);
  const current = eventsOf(reminders, person, publicAddress);
  const now = new Date();
  const events = await giveEvents(databases, { accountId: person.actor.accountId, now }, (given) =>
    reviseEvents(given, current, now),
  );
  return writeCalendar({ name: "Frontstep", language: person.language, events });
}

function eventsOf(
  reminders: readonly Reminder[],
  { language }: Person,
  publicAddress: string,
): CalendarEvent[] {
  return reminders
    .flatMap(reminderDays)
    .filter(({ day, reminder }) => day <= addDays(reminder.today, CALENDAR_DAYS))
    .sort((one, other) => (one.day + one.key < other.day + other.key ? -1 : 1))
    .slice(-MOST_EVENTS)
    .map((one) => ({
      key: one.key,
      day: one.day,
      title: reminderTitle(one, language),
      url: new URL(one.reminder.path, publicAddress).toString(),
    }));
}
