import { useMemo } from "react";
import { useIntl } from "react-intl";
import { daysBetween, today } from "./plain-day.ts";

/** A day in words, relative beside absolute: "in 12 days, Mar 4, 2027". */
export function Day({ date, isRelative = true }: { date: string; isRelative?: boolean }) {
  const write = useDayWriter();
  return <time dateTime={date}>{isRelative ? write.both(date) : write.absolute(date)}</time>;
}

/** An instant in the reader's own time zone. */
export function Moment({ at }: { at: string }) {
  const intl = useIntl();
  return <time dateTime={at}>{intl.formatDate(at, { dateStyle: "medium", timeStyle: "short" })}</time>;
}

/** The same words as `Day`, for sentences. */
export function useDayWriter(): { absolute: (date: string) => string; both: (date: string) => string } {
  const intl = useIntl();
  return useMemo(() => {
    const absolute = (date: string) =>
      intl.formatDate(`${date.slice(0, 10)}T00:00:00Z`, { dateStyle: "medium", timeZone: "UTC" });
    const relative = (date: string) => {
      const days = daysBetween(today(), date);
      const [count, unit] =
        Math.abs(days) < 60 ? ([days, "day"] as const) : ([Math.round(days / 30.44), "month"] as const);
      return intl.formatRelativeTime(count, unit, { numeric: "auto" });
    };
    return { absolute, both: (date) => `${relative(date)}, ${absolute(date)}` };
  }, [intl]);
}
