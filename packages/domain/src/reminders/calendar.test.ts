import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDateOf } from "../shared/index.ts";
import { foldLine, reviseEvents, writeCalendar, type CalendarEvent, type GivenEvent } from "./index.ts";

const day = plainDateOf;
const encoder = new (
  globalThis as unknown as {
    TextEncoder: new () => { encode(text: string): { length: number } };
  }
).TextEncoder();
const octets = (text: string) => encoder.encode(text).length;

function event(key: string, on = "2027-03-01", title = "Agreement lapses"): CalendarEvent {
  return { key, day: day(on), title, url: `https://frontstep.example.org/${key}` };
}

const monday = new Date("2027-01-04T12:00:00Z");
const daysLater = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const first = reviseEvents([], [event("a"), event("b")], monday).events;

describe("an event", () => {
  test("begins at 0 and is left alone while nothing changes", () => {
    expect(first.map(({ sequence }) => sequence)).toEqual([0, 0]);
    const again = reviseEvents(first, [event("a"), event("b")], daysLater(3));
    expect(again.events).toEqual(first);
    expect(again.changed).toEqual([]);
  });

  test("rises when its day or its words change, and keeps its key", () => {
    const moved = reviseEvents(
      first,
      [event("a", "2027-04-01"), event("b", "2027-03-01", "New")],
      daysLater(1),
    );
    expect(moved.events.map(({ key, sequence, changedAt }) => [key, sequence, changedAt])).toEqual([
      ["a", 1, "2027-01-05T12:00:00.000Z"],
      ["b", 1, "2027-01-05T12:00:00.000Z"],
    ]);
  });

  test("that falls away is canceled for 30 days and then forgotten", () => {
    const gone = reviseEvents(first, [event("a")], daysLater(1));
    expect(gone.events[1]).toMatchObject({ key: "b", isCancelled: true, sequence: 1 });
    expect(reviseEvents(gone.events, [event("a")], daysLater(31)).events).toEqual(gone.events);
    const later = reviseEvents(gone.events, [event("a")], daysLater(32));
    expect(later.events.map(({ key }) => key)).toEqual(["a"]);
    expect(later.forgotten).toEqual(["b"]);
  });

  test("that comes back is no longer canceled", () => {
    const gone = reviseEvents(first, [event("a")], daysLater(1));
    const back = reviseEvents(gone.events, [event("a"), event("b")], daysLater(2));
    expect(back.events[1]).toMatchObject({ key: "b", isCancelled: false, sequence: 2 });
  });

  test("never goes back in its sequence, and rises exactly when what is given differs", () => {
    const days = fc.constantFrom("2027-03-01", "2027-03-02");
    const step = fc.uniqueArray(fc.record({ key: fc.constantFrom("a", "b", "c"), on: days }), {
      selector: ({ key }) => key,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let given: readonly GivenEvent[] = [];
        for (const [index, current] of steps.entries()) {
          const { events } = reviseEvents(
            given,
            current.map(({ key, on }) => event(key, on)),
            daysLater(index),
          );
          for (const now of events) {
            const before = given.find(({ key }) => key === now.key);
            if (before === undefined) expect(now.sequence).toBe(0);
            else {
              const differs = before.day !== now.day || before.isCancelled !== now.isCancelled;
              expect(now.sequence).toBe(before.sequence + (differs ? 1 : 0));
            }
          }
          given = events;
        }
      }),
    );
  });
});

describe("a calendar", () => {
  const [given] = first;
  const text = writeCalendar({
    name: "Frontstep",
    language: "en",
    events: given ? [{ ...given, title: "Tea; cake, and a \\ slash\nnext\u0007 line" }] : [],
  });

  test("has whole-day events that end on the day after, not before it", () => {
    expect(text).toContain("DTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270302\r\n");
    expect(text).toContain("DTSTAMP:20270104T120000Z\r\n");
  });

  test("escapes what separates and leaves out control characters", () => {
    expect(text).toContain("SUMMARY:Tea\\; cake\\, and a \\\\ slash\\nnext line\r\n");
  });

  test("ends each line in CRLF and has no other line break", () => {
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

describe("a folded line", () => {
  test("is cut at 75 octets, not in the middle of a character", () => {
    expect(foldLine("x".repeat(75))).toBe("x".repeat(75));
    expect(foldLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
    expect(foldLine(`${"x".repeat(74)}é`)).toBe(`${"x".repeat(74)}\r\n é`);
  });

  test("has pieces of at most 75 octets that make the line again", () => {
    const words = fc.array(fc.constantFrom("a", "ñ", "漢", "😀", " ", "-"), { maxLength: 400 });
    fc.assert(
      fc.property(words, (characters) => {
        const line = characters.join("");
        const pieces = foldLine(line).split("\r\n");
        expect(Math.max(...pieces.map(octets))).toBeLessThanOrEqual(75);
        expect(pieces.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join("")).toBe(line);
      }),
    );
  });
});
