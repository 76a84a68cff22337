import { addDays, type Language } from "../shared/index.ts";
import type { GivenEvent } from "./revise-events.ts";

/** A calendar to be written, with the name under which calendar programs show it. */
export interface Calendar {
  readonly name: string;
  readonly language: Language;
  readonly events: readonly GivenEvent[];
}

/**
 * A calendar as RFC 5545 writes it: whole-day events, lines that end in CRLF and are folded at 75
 * octets. The same events give the same text.
 *
 * @see RFC 5545; RFC 7986 for `NAME` and `REFRESH-INTERVAL`
 */
export function writeCalendar({ name, language, events }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Frontstep//Reminders//${language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "X-PUBLISHED-TTL:P1D",
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

function eventLines({ key, day, title, url, sequence, changedAt, isCancelled }: GivenEvent): string[] {
  const instant = basic(changedAt.slice(0, 19));
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(key)}@frontstep`,
    `DTSTAMP:${instant}Z`,
    `LAST-MODIFIED:${instant}Z`,
    `SEQUENCE:${String(sequence)}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    // The end of a whole-day event is the day after it.
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(url)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

function basic(text: string): string {
  return text.replaceAll(/[-:]/g, "");
}

/** Text as a value: what separates is escaped, a line break is `\n`, other control characters are left out. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n")
    .replaceAll(/\p{Cc}/gu, "");
}

const longestLine = 75;

/**
 * Folds a line into pieces of at most 75 octets of UTF-8, each but the first after a space. A
 * character is never cut in two, though it may be up to four octets long.
 */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > longestLine) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += length;
  }
  return [...pieces, piece].join("\r\n");
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
