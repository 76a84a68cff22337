import { plainDateOf, type PlainDate } from "./plain-date.ts";

/** Making a formatter costs a hundred times what using it does; there are a few dozen time zones to keep. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formatters.get(timeZone);
  if (kept !== undefined) return kept;
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/**
 * The day that the calendar shows at an instant in a time zone (an IANA name). An agreement that
 * lapses tomorrow lapses at midnight in the site's own time zone, not in the server's.
 *
 * @example todayIn("America/Los_Angeles", new Date("2027-01-01T05:00:00Z")) // "2026-12-31"
 */
export function todayIn(timeZone: string, instant: Date): PlainDate {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return plainDateOf(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
}
