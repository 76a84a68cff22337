import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, plainDateOf } from "../shared/index.ts";
import { checkLeave, commitmentWithLeave, type Leave, leaveOn } from "./leave.ts";

const day = plainDateOf;
const served = { startsOn: day("2027-03-01"), endedOn: null, expectedEndOn: day("2032-02-29") };

function leave(startsOn: string, endsOn: string): Leave {
  return { startsOn: day(startsOn), endsOn: day(endsOn), kind: "personal" };
}

describe("a commitment with leave", () => {
  test("without leave ends as agreed, on a leap day too", () => {
    expect(commitmentWithLeave(served, [])).toEqual({ leaveDays: 0, endsOn: "2032-02-29" });
  });

  test("moves by the days of leave, the first and the last included", () => {
    expect(commitmentWithLeave(served, [leave("2028-01-01", "2028-01-31")])).toEqual({
      leaveDays: 31,
      endsOn: "2032-03-31",
    });
  });

  test("is moved once more by a leave in the time to be made up, and not by one after it", () => {
    const first = leave("2032-02-20", "2032-02-29");
    expect(commitmentWithLeave(served, [leave("2032-03-05", "2032-03-06"), first])).toEqual({
      leaveDays: 12,
      endsOn: "2032-03-12",
    });
    expect(commitmentWithLeave(served, [leave("2032-03-11", "2032-03-12"), first]).leaveDays).toBe(10);
  });

  test("does not count days before the first day or after the last day held", () => {
    const ended = { ...served, endedOn: day("2028-01-10") };
    expect(commitmentWithLeave(ended, [leave("2028-01-01", "2028-06-30")]).leaveDays).toBe(10);
    expect(commitmentWithLeave(ended, [leave("2029-01-01", "2029-06-30")]).leaveDays).toBe(0);
    expect(commitmentWithLeave(served, [leave("2027-02-01", "2027-03-02")]).leaveDays).toBe(2);
  });

  test("leaves as many days present as were promised", () => {
    const gaps = fc.array(fc.record({ gap: fc.nat(400), length: fc.integer({ min: 1, max: 90 }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(gaps, (spans) => {
        let next = served.startsOn;
        const leaves = spans.map(({ gap, length }) => {
          const startsOn = addDays(next, gap);
          const endsOn = addDays(startsOn, length - 1);
          next = addDays(endsOn, 1);
          return { startsOn, endsOn, kind: "training" as const };
        });
        const moved = commitmentWithLeave(served, leaves);
        const away = leaves
          .filter(({ startsOn }) => startsOn <= moved.endsOn)
          .reduce((days, { startsOn, endsOn }) => days + daysBetween(startsOn, endsOn) + 1, 0);
        const promised = daysBetween(served.startsOn, served.expectedEndOn) + 1;
        expect(daysBetween(served.startsOn, moved.endsOn) + 1 - away).toBe(promised);
      }),
    );
  });
});

describe("the leave of a day", () => {
  const leaves = [leave("2028-01-01", "2028-01-31")];

  test("covers its first and its last day and no other", () => {
    const covered = ["2027-12-31", "2028-01-01", "2028-01-31", "2028-02-01"].map(
      (date) => leaveOn(leaves, served, day(date)) !== null,
    );
    expect(covered).toEqual([false, true, true, false]);
  });

  test("is none after the slot was left", () => {
    const left = { ...served, endedOn: day("2028-01-10") };
    expect(leaveOn(leaves, left, day("2028-01-11"))).toBeNull();
  });
});

describe("a leave that cannot be recorded", () => {
  const around = {
    assignment: served,
    leaves: [leave("2028-01-01", "2028-01-31")],
    today: day("2028-06-01"),
  };
  const codes = (proposed: Leave, changes: object = {}) =>
    checkLeave(proposed, { ...around, ...changes }).map(({ code }) => code);

  test("ends before it starts", () => {
    expect(codes(leave("2028-03-02", "2028-03-01"))).toEqual(["LEAVE_ENDS_BEFORE_START"]);
  });

  test("lies before the assignment or after its last day", () => {
    expect(codes(leave("2027-02-28", "2027-03-05"))).toEqual(["LEAVE_BEFORE_ASSIGNMENT"]);
    const assignment = { ...served, endedOn: day("2028-05-31") };
    expect(codes(leave("2028-05-01", "2028-06-01"), { assignment })).toEqual(["LEAVE_AFTER_ASSIGNMENT"]);
    expect(codes(leave("2028-05-01", "2028-05-31"), { assignment })).toEqual([]);
  });

  test("shares a day with another", () => {
    expect(codes(leave("2028-01-31", "2028-02-05"))).toEqual(["LEAVE_OVERLAPS"]);
    expect(codes(leave("2028-02-01", "2028-02-05"))).toEqual([]);
  });

  test("is longer than two years or lies more than two years ahead", () => {
    expect(codes(leave("2028-03-01", "2030-03-02"))).toEqual(["LEAVE_TOO_LONG"]);
    expect(codes(leave("2030-06-02", "2030-06-05"))).toEqual(["LEAVE_STARTS_TOO_LATE"]);
  });
});
