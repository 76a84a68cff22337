import { useMemo } from "react";
import { useIntl } from "react-intl";
import { daysBetween, today } from "./plain-day.ts";

interface DayProps {
  date: string;
  isRelative?: boolean;
  /** Days to it from today at the site; from the reader's own today unless given. */
  daysLeft?: number | null | undefined;
}

/** A day in words, relative beside absolute: "in 12 days, Mar 4, 2027". */
export function Day({ date, isRelative = true, daysLeft }: DayProps) {
  const write = useDayWriter();
  return <time dateTime={date}>{isRelative ? write.both(date, daysLeft) : write.absolute(date)}</time>;
}

/** An instant in the reader's own time zone. */
export function Moment({ at }: { at: string }) {
  const intl = useIntl();
  return <time dateTime={at}>{intl.formatDate(at, { dateStyle: "medium", timeStyle: "short" })}</time>;
}

/** Ways to write a day. */
export interface DayWriter {
  readonly absolute: (date: string) => string;
  readonly both: (date: string, daysLeft?: number | null) => string;
  /** "in 12 days" for a number of days from today. */
  readonly fromToday: (days: number) => string;
}

/** The same words as `Day`, for sentences. */
export function useDayWriter(): DayWriter {
  const intl = useIntl();
  return useMemo(() => {
    const absolute = (date: string) =>
      intl.formatDate(`${date.slice(0, 10)}T00:00:00Z`, { dateStyle: "medium", timeZone: "UTC" });
    const fromToday = (days: number) => intl.formatRelativeTime(...roundTime(days), { numeric: "auto" });
    const both = (date: string, daysLeft?: number | null) =>
      `${fromToday(daysLeft ?? daysBetween(today(), date))}, ${absolute(date)}`;
    return { absolute, both, fromToday };
  }, [intl]);
}

/** In the largest unit of which there are two: "15 months ago" and "4 years ago", not "48 months ago". */
function roundTime(days: number): readonly [number, "day" | "month" | "year"] {
  const length = Math.abs(days);
  if (length < 60) return [days, "day"];
  return length < 730 ? [Math.round(days / 30.44), "month"] : [Math.round(days / 365.25), "year"];
}
