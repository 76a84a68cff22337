import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDateOf } from "../shared/index.ts";
import { type AssignmentWithLeave, movementsBetween } from "./movements.ts";

const day = plainDateOf;
const always = { from: day("2020-01-01"), to: day("2040-12-31") };

function held(
  id: string,
  startsOn: string,
  endedOn: string | null,
  changes: object = {},
): AssignmentWithLeave {
  return {
    id,
    officerId: "o1",
    siteId: "s1",
    positionKey: "OFF",
    slot: 1,
    startsOn: day(startsOn),
    endedOn: endedOn === null ? null : day(endedOn),
    expectedEndOn: null,
    exitReason: endedOn === null ? null : "other",
    share: 1,
    handOverDays: 0,
    leaves: [],
    ...changes,
  };
}

function told(assignments: readonly AssignmentWithLeave[], span = always) {
  return movementsBetween(assignments, span).map(
    ({ kind, on, assignment }) => `${on} ${kind} ${assignment.id}`,
  );
}

test("who takes another slot on the day after moved; with a day between, left and came", () => {
  const first = held("a", "2027-01-01", "2027-06-30");
  const next = (startsOn: string) => held("b", startsOn, null, { positionKey: "SGT" });
  expect(told([first, next("2027-07-01")])).toEqual(["2027-07-01 moved b", "2027-01-01 came a"]);
  expect(told([first, next("2027-07-02")])).toEqual([
    "2027-07-02 came b",
    "2027-06-30 left a",
    "2027-01-01 came a",
  ]);
});

test("a promotion is told at the new slot, and where there is none on the last day of the old", () => {
  const first = held("a", "2027-01-01", "2027-06-30", { exitReason: "promotion" });
  const next = held("b", "2027-07-01", null, { positionKey: "SGT" });
  expect(told([next, first])).toEqual(["2027-07-01 promoted b", "2027-01-01 came a"]);
  expect(told([first])).toEqual(["2027-06-30 promoted a", "2027-01-01 came a"]);
});

test("going on in the same slot is no movement", () => {
  const [first, second] = [held("a", "2027-01-01", "2027-06-30"), held("b", "2027-07-01", null)];
  expect(told([first, second])).toEqual(["2027-01-01 came a"]);
});

test("a leave is told on its first day and ends with the slot; one after the last day is not told", () => {
  const leaves = [
    { startsOn: day("2027-06-20"), endsOn: day("2027-07-10"), kind: "personal" },
    { startsOn: day("2027-08-01"), endsOn: day("2027-08-02"), kind: "personal" },
  ];
  const [left, away] = movementsBetween([held("a", "2027-01-01", "2027-06-30", { leaves })], always);
  expect(left).toMatchObject({ kind: "left", until: null });
  expect(away).toMatchObject({ kind: "leave", on: "2027-06-20", until: "2027-06-30" });
});

test("both days of the span count, and another person's slot is no move", () => {
  const other = held("b", "2027-07-01", null, { officerId: "o2" });
  const assignments = [held("a", "2027-01-01", "2027-06-30"), other];
  expect(told(assignments, { from: day("2027-06-30"), to: day("2027-07-01") })).toEqual([
    "2027-07-01 came b",
    "2027-06-30 left a",
  ]);
});

test("cutting a span in two loses no movement and tells none twice", () => {
  const tenure = fc.record({ start: fc.nat(400), days: fc.nat(200), officerId: fc.constantFrom("o1", "o2") });
  fc.assert(
    fc.property(fc.array(tenure, { maxLength: 12 }), fc.nat(700), (tenures, cut) => {
      const assignments = tenures.map(({ start, days, officerId }, index) => {
        const startsOn = addDays(day("2027-01-01"), start);
        return held(`a${String(index)}`, startsOn, addDays(startsOn, days), { officerId, slot: index + 1 });
      });
      const to = addDays(always.from, 2_400 + cut);
      const parts = [
        ...told(assignments, { from: addDays(to, 1), to: always.to }),
        ...told(assignments, { from: always.from, to }),
      ];
      expect(parts).toEqual(told(assignments));
    }),
  );
});
