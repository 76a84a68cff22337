/**
 * Reminders: what comes for a person on which day, from what that person may see, and the calendar
 * made of it.
 */
export { reminderDays, type Reminder, type ReminderDay, type ReminderKind } from "./reminder.ts";
export {
  agreementReminders,
  itemReminder,
  reportReminder,
  slotReminders,
  type HeldSlot,
  type OpenItem,
  type OwedReport,
  type SignedPartnership,
} from "./find-reminders.ts";
export { reminderTitle } from "./reminder-title.ts";
export { reviseEvents, type CalendarEvent, type GivenEvent, type RevisedEvents } from "./revise-events.ts";
export { foldLine, writeCalendar, type Calendar } from "./write-calendar.ts";
