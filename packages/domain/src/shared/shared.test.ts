import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isKey,
  localize,
  nextPeriod,
  parsePeriod,
  periodAround,
  periodContains,
  periodEnd,
  periodOf,
  periodStart,
  sameValue,
} from "./index.ts";
import {
  addDays,
  addMonths,
  comparePlainDates,
  daysBetween,
  parsePlainDate,
  plainDateOf,
  type PlainDate,
} from "./plain-date.ts";

const anyDate = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2200-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);
const anyDays = fc.integer({ min: -20_000, max: 20_000 });

describe("plain dates", () => {
  it.each(["2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "0999-01-01", "2027-01-01T00:00:00Z", ""])(
    "does not take %j for a day",
    (text) => {
      expect(parsePlainDate(text)).toBeUndefined();
    },
  );

  it("takes the leap day of a leap year", () => {
    expect(parsePlainDate("2028-02-29")).toBe("2028-02-29");
  });

  it("moves back as many days as it moved forward", () => {
    fc.assert(fc.property(anyDate, anyDays, (date, days) => addDays(addDays(date, days), -days) === date));
  });

  it("counts as many days as were added", () => {
    fc.assert(fc.property(anyDate, anyDays, (date, days) => daysBetween(date, addDays(date, days)) === days));
  });

  it("orders as the calendar does", () => {
    fc.assert(
      fc.property(
        anyDate,
        anyDate,
        (left, right) => Math.sign(daysBetween(right, left)) === comparePlainDates(left, right),
      ),
    );
  });

  it("goes to the last day of a shorter month", () => {
    expect(addMonths(plainDateOf("2027-01-31"), 1)).toBe("2027-02-28");
    expect(addMonths(plainDateOf("2028-03-31"), -1)).toBe("2028-02-29");
    expect(addMonths(plainDateOf("2026-11-15"), 14)).toBe("2028-01-15");
  });
});

describe("periods", () => {
  it.each(["2026-Q5", "2026-13", "2026-1", "26", "2026-q1", ""])("does not take %j for a period", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it.each([
    ["2026", "2026-01-01", "2026-12-31", "2027"],
    ["2026-Q4", "2026-10-01", "2026-12-31", "2027-Q1"],
    ["2028-02", "2028-02-01", "2028-02-29", "2028-03"],
  ])("knows the days of %s and what follows", (text, start, end, next) => {
    const period = periodOf(text);
    expect([periodStart(period), periodEnd(period), nextPeriod(period)]).toEqual([start, end, next]);
  });

  it("holds the day around which it is", () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom("year", "quarter", "month"), (date, kind) =>
        periodContains(periodAround(date, kind), date),
      ),
    );
  });
});

describe("keys and texts", () => {
  it("takes letters, digits and single hyphens for a key", () => {
    expect(["OFF-YTH", "B10", "park"].every(isKey)).toBe(true);
    expect(["", "1A", "A--B", "A B", "Ä", "A-", "A".repeat(61)].some(isKey)).toBe(false);
  });

  it("falls back to English where a text is not translated", () => {
    expect(localize({ en: "Site", es: "Sitio" }, "es")).toBe("Sitio");
    expect(localize({ en: "Site" }, "es")).toBe("Site");
  });
});

describe("sameValue", () => {
  const anyJson = fc.jsonValue();

  it("says of two values of a document what their JSON with sorted names says", () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toSorted(([left], [right]) => (left < right ? -1 : 1))
                .map(([name, member]) => [name, sorted(member)]),
            )
          : value;
    fc.assert(
      fc.property(anyJson, anyJson, (left, right) => {
        fc.pre(
          !JSON.stringify([left, right]).includes("-0") &&
            !JSON.stringify([left, right]).includes("__proto__"),
        );
        expect(sameValue(left, right)).toBe(JSON.stringify(sorted(left)) === JSON.stringify(sorted(right)));
        expect(sameValue(left, JSON.parse(JSON.stringify(left)))).toBe(true);
      }),
    );
  });

  it("takes an absent member and an undefined one for the same, whichever side has it", () => {
    expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(sameValue([1, 2], [1, 2, 3])).toBe(false);
    expect(sameValue([], {})).toBe(false);
  });
});
