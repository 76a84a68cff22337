/**
 * Reminders: what comes for a person, as a private calendar behind a secret address, read as that
 * person, one hat at a time.
 */
export { serveCalendars } from "./calendar.routes.ts";
