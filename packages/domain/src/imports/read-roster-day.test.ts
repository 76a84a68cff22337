import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDateOf } from "../shared/index.ts";
import { readRosterDay } from "./read-roster-day.ts";

const unsaid = { counts: "from1900" } as const;

describe("a day in a roster", () => {
  test("is read with or without a time of day, and with slashes in the order of the file", () => {
    expect(readRosterDay("2027-03-01 00:00:00", unsaid)).toEqual({ kind: "day", day: "2027-03-01" });
    expect(readRosterDay("3/1/2027", { ...unsaid, dayOrder: "monthFirst" })).toMatchObject({
      day: "2027-03-01",
    });
    expect(readRosterDay("3/1/2027", { ...unsaid, dayOrder: "dayFirst" })).toMatchObject({
      day: "2027-01-03",
    });
  });

  test("is ambiguous only where both orders give a different day and none is said", () => {
    expect(readRosterDay("03/04/2027", unsaid)).toEqual({ kind: "ambiguous" });
    expect(readRosterDay("03/03/2027", unsaid)).toMatchObject({ day: "2027-03-03" });
    expect(readRosterDay("03/14/2027", unsaid)).toMatchObject({ day: "2027-03-14" });
    expect(readRosterDay("02-29-2020", unsaid)).toMatchObject({ day: "2020-02-29" });
  });

  test("is unreadable where the calendar has no such day", () => {
    for (const cell of ["2027-02-29", "02/29/2027", "2027", "yesterday", "3/1/27"])
      expect(readRosterDay(cell, unsaid), cell).toEqual({ kind: "unreadable" });
  });

  test("counts a spreadsheet's days from 1900 or from 1904, four years and a day apart", () => {
    expect(readRosterDay("44197", unsaid)).toMatchObject({ day: "2021-01-01" });
    expect(readRosterDay("42735", { counts: "from1904" })).toMatchObject({ day: "2021-01-01" });
  });

  test("comes back as it was, however it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = addDays(plainDateOf("1950-01-01"), days);
        const [year = "", month = "", date = ""] = day.split("-");
        expect(readRosterDay(day, unsaid)).toEqual({ kind: "day", day });
        expect(readRosterDay(`${month}/${date}/${year}`, { ...unsaid, dayOrder: "monthFirst" })).toEqual({
          kind: "day",
          day,
        });
        expect(readRosterDay(`${date}.${month}.${year}`, { ...unsaid, dayOrder: "dayFirst" })).toEqual({
          kind: "day",
          day,
        });
      }),
    );
  });
});
