import { addDays, parsePlainDate, plainDateOf, type PlainDate } from "../shared/index.ts";
import type { RosterMapping } from "./parse-roster-mapping.ts";

/** A cell that should hold a day: the day, nothing, or why it cannot be read. */
export type DayReading =
  | { readonly kind: "day"; readonly day: PlainDate }
  | { readonly kind: "blank" }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "unreadable" };

type DayRule = Pick<RosterMapping, "dayOrder" | "counts">;

const blanks = new Set(["", "-", "na", "n/a", "null", "none"]);

/**
 * Reads a day as rosters write it: `2027-03-01` with or without a time of day, `3/1/2027` in the order of
 * the file, or the number by which a spreadsheet counts days. A day that could be read in two ways is
 * ambiguous where no order is said, `03/04/2027`; `03/14/2027` is not.
 *
 * @example 44197 is 2021-01-01 counted from 1900, and 42735 is the same day counted from 1904
 */
export function readRosterDay(cell: string, rule: DayRule): DayReading {
  const text = cell.trim();
  if (blanks.has(text.toLowerCase())) return { kind: "blank" };
  if (/^\d{4,5}(\.\d+)?$/.test(text)) return readSerial(Number.parseInt(text, 10), rule);
  return readWritten(text, rule);
}

function readWritten(text: string, rule: DayRule): DayReading {
  const [, first = "", second = "", third = ""] =
    /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ].*)?$/.exec(text) ?? [];
  if (first.length === 4) return readParts(first, second, third);
  return third.length === 4 ? readInOrder({ first, second, year: third }, rule) : { kind: "unreadable" };
}

function readInOrder(
  { first, second, year }: { first: string; second: string; year: string },
  { dayOrder }: DayRule,
): DayReading {
  const [monthFirst, dayFirst] = [readParts(year, first, second), readParts(year, second, first)];
  if (dayOrder === "monthFirst") return monthFirst;
  if (dayOrder === "dayFirst") return dayFirst;
  if (monthFirst.kind === "unreadable") return dayFirst;
  if (dayFirst.kind === "unreadable" || first === second) return monthFirst;
  return { kind: "ambiguous" };
}

function readParts(year: string, month: string, day: string): DayReading {
  const read = parsePlainDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return read === undefined ? { kind: "unreadable" } : { kind: "day", day: read };
}

/** Days that a spreadsheet counts to; below it a number is a year or a slip. */
const fewest = 10_000;

function readSerial(count: number, { counts }: DayRule): DayReading {
  if (count < fewest) return { kind: "unreadable" };
  const origin = counts === "from1904" ? "1904-01-01" : "1899-12-30";
  return { kind: "day", day: addDays(plainDateOf(origin), count) };
}
