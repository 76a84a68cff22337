/** Where calendars are read. */
export const CALENDAR_PATH = "/calendar.ics";

/** The address of the calendar with this secret. */
export function feedAddress(secret: string, publicAddress: string): string {
  return new URL(`${CALENDAR_PATH}?key=${secret}`, publicAddress).toString();
}
