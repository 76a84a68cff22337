import { expect, test } from "vitest";
import { todayIn } from "./today-in.ts";

const newYearInLondon = new Date("2027-01-01T05:00:00Z");

test("the same instant is two days of the calendar on the two sides of midnight", () => {
  expect(todayIn("America/Los_Angeles", newYearInLondon)).toBe("2026-12-31");
  expect(todayIn("Europe/London", newYearInLondon)).toBe("2027-01-01");
});

test("summer time moves midnight by an hour", () => {
  expect(todayIn("America/New_York", new Date("2027-07-01T03:59:59Z"))).toBe("2027-06-30");
  expect(todayIn("America/New_York", new Date("2027-07-01T04:00:00Z"))).toBe("2027-07-01");
});
