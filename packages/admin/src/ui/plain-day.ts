const millisecondsPerDay = 86_400_000;

/** Days from one plain date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) /
      millisecondsPerDay,
  );
}

/** Today's date where the reader is, or in the time zone of the site that is shown. */
export function today(timeZone?: string): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(new Date());
}
