import { invariant } from "./invariant.ts";
import type { PlainDate } from "./plain-date.ts";
import { addDays, addMonths, plainDateOf } from "./plain-date.ts";

declare const period: unique symbol;

/** A year, a quarter or a month: `2026`, `2026-Q3`, `2026-07`. */
export type Period = string & { readonly [period]: true };

/** How long a period is. */
export type PeriodKind = "year" | "quarter" | "month";

const form = /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/;
const monthsOf: Record<PeriodKind, number> = { year: 12, quarter: 3, month: 1 };

/** Reads a period, years 1000 to 9999; `undefined` when it is not one. */
export function parsePeriod(text: string): Period | undefined {
  return form.test(text) && text >= "1000" ? (text as Period) : undefined;
}

/** The period written in the code or already checked; anything else is a defect. */
export function periodOf(text: string): Period {
  const parsed = parsePeriod(text);
  invariant(parsed !== undefined, `not a period: ${text}`);
  return parsed;
}

/** Whether the period is a year, a quarter or a month. */
export function periodKind(of: Period): PeriodKind {
  if (of.length === 4) return "year";
  return of.includes("Q") ? "quarter" : "month";
}

/** How many months the period has. */
export function monthsInPeriod(of: Period): number {
  return monthsOf[periodKind(of)];
}

/** The first day of the period. */
export function periodStart(of: Period): PlainDate {
  const year = of.slice(0, 4);
  const kind = periodKind(of);
  if (kind === "year") return plainDateOf(`${year}-01-01`);
  if (kind === "month") return plainDateOf(`${of}-01`);
  const month = (Number(of.slice(6)) - 1) * 3 + 1;
  return plainDateOf(`${year}-${String(month).padStart(2, "0")}-01`);
}

/** The last day of the period. */
export function periodEnd(of: Period): PlainDate {
  return addDays(addMonths(periodStart(of), monthsInPeriod(of)), -1);
}

/** Whether a day falls in the period. */
export function periodContains(of: Period, date: PlainDate): boolean {
  return periodStart(of) <= date && date <= periodEnd(of);
}

/** The period of a kind in which a day falls. */
export function periodAround(date: PlainDate, kind: PeriodKind): Period {
  if (kind === "year") return periodOf(date.slice(0, 4));
  if (kind === "month") return periodOf(date.slice(0, 7));
  return periodOf(`${date.slice(0, 4)}-Q${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`);
}

/** The period of the same kind that follows. */
export function nextPeriod(of: Period): Period {
  return periodAround(addDays(periodEnd(of), 1), periodKind(of));
}
