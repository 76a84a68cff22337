import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, plainDateOf } from "../shared/index.ts";
import { isHeldOn, type Assignment } from "./assignment.ts";
import {
  coverage,
  daysHeld,
  endingCommitments,
  fillRate,
  shareOfSlot,
  teamShortfalls,
  type StaffedPosition,
} from "./coverage.ts";

const launch = plainDateOf("2027-04-01");
const sergeant: StaffedPosition = { key: "SGT", count: 1, employer: "police" };
const youth: StaffedPosition = { key: "OFF-YTH", count: 2, employer: "police" };
const commander: StaffedPosition = { key: "CMD", count: 0.2, employer: "police" };
const workers: StaffedPosition = { key: "CIW", count: 3, employer: "partner" };
const evaluator: StaffedPosition = { key: "EVAL", count: "contract", employer: "civilian" };

let made = 0;
function held(positionKey: string, slot: number, changes: Partial<Assignment> = {}): Assignment {
  made += 1;
  return {
    id: `a${String(made)}`,
    officerId: `o${String(made)}`,
    siteId: "s1",
    positionKey,
    slot,
    startsOn: launch,
    endedOn: null,
    expectedEndOn: null,
    exitReason: null,
    share: 1,
    handOverDays: 0,
    ...changes,
  };
}

function on(asOf: string, positions: readonly StaffedPosition[], assignments: readonly Assignment[]) {
  return coverage({ positions, assignments, asOf: plainDateOf(asOf), plannedFrom: launch });
}

describe("slots on a day", () => {
  test("a begun post is a slot; a contract and a partner's own people are none", () => {
    const slots = on("2027-04-01", [sergeant, youth, commander, workers, evaluator], []);
    expect(slots.map(({ positionKey, slot }) => `${positionKey} ${String(slot)}`)).toEqual([
      "SGT 1",
      "OFF-YTH 1",
      "OFF-YTH 2",
      "CMD 1",
    ]);
  });

  test("a slot never held is vacant since the day it was planned for", () => {
    expect(on("2027-04-10", [sergeant], [])[0]).toMatchObject({ vacantSince: launch, daysVacant: 10 });
  });

  test("a vacancy before the slots are planned counts no day", () => {
    expect(on("2027-03-01", [sergeant], [])[0]).toMatchObject({ vacantSince: launch, daysVacant: 0 });
  });

  test("a slot is vacant from the day after the last holder's last day", () => {
    const left = held("SGT", 1, { endedOn: plainDateOf("2027-06-30"), exitReason: "promotion" });
    expect(on("2027-06-30", [sergeant], [left])[0]).toMatchObject({ vacantSince: null, daysVacant: 0 });
    expect(on("2027-07-01", [sergeant], [left])[0]).toMatchObject({
      vacantSince: "2027-07-01",
      daysVacant: 1,
    });
  });

  test("a planned successor is shown while the slot is vacant, the nearest first", () => {
    const later = held("SGT", 1, { startsOn: plainDateOf("2028-01-01") });
    const sooner = held("SGT", 1, {
      startsOn: plainDateOf("2027-09-01"),
      endedOn: plainDateOf("2027-12-31"),
    });
    expect(on("2027-05-01", [sergeant], [later, sooner])[0]?.next).toBe(sooner);
  });

  test("a hand-over shows both holders", () => {
    expect(on("2027-05-01", [sergeant], [held("SGT", 1), held("SGT", 1)])[0]?.holders).toHaveLength(2);
  });

  test("a holder in a slot that the design no longer asks for is kept in sight", () => {
    const slots = on("2027-05-01", [sergeant], [held("OFF-YTH", 2)]);
    expect(slots.map(({ positionKey, isPlanned }) => [positionKey, isPlanned])).toEqual([
      ["SGT", true],
      ["OFF-YTH", false],
    ]);
  });
});

test("a slot asks for full time, unless the whole position is a part of a post", () => {
  expect([sergeant, youth, commander, evaluator].map(shareOfSlot)).toEqual([1, 1, 0.2, 1]);
});

describe("fill rate", () => {
  const april = { from: plainDateOf("2027-04-01"), to: plainDateOf("2027-04-30") };

  test("is slot-days held over slot-days planned", () => {
    const assignments = [held("OFF-YTH", 1), held("OFF-YTH", 2, { startsOn: plainDateOf("2027-04-16") })];
    expect(fillRate([youth], assignments, april)).toBeCloseTo(45 / 60, 12);
  });

  test("counts a slot held twice once", () => {
    expect(fillRate([sergeant], [held("SGT", 1), held("SGT", 1)], april)).toBe(1);
  });

  test("is unknown without slots", () => {
    expect(fillRate([evaluator], [], april)).toBeNull();
  });

  test("days held equal the days on which somebody holds the slot, counted one by one", () => {
    const tenure = fc
      .record({
        start: fc.integer({ min: -20, max: 60 }),
        length: fc.option(fc.integer({ min: 0, max: 40 })),
      })
      .map(({ start, length }) => {
        const startsOn = addDays(april.from, start);
        return { startsOn, endedOn: length === null ? null : addDays(startsOn, length) };
      });
    fc.assert(
      fc.property(fc.array(tenure, { maxLength: 8 }), (tenures) => {
        const days = Array.from({ length: daysBetween(april.from, april.to) + 1 }, (_, index) =>
          addDays(april.from, index),
        );
        const counted = days.filter((day) => tenures.some((one) => isHeldOn(one, day))).length;
        expect(daysHeld(tenures, april)).toBe(counted);
      }),
    );
  });
});

describe("commitments that end", () => {
  const ending = (expectedEndOn: string, changes: Partial<Assignment> = {}) =>
    endingCommitments(
      [held("SGT", 1, { expectedEndOn: plainDateOf(expectedEndOn), ...changes })],
      plainDateOf("2032-01-01"),
    );

  test("are told at 180, 90 and 30 days", () => {
    expect(ending("2032-06-30")).toEqual([]);
    expect(ending("2032-06-29")[0]).toMatchObject({ daysLeft: 180, within: 180 });
    expect(ending("2032-03-31")[0]).toMatchObject({ daysLeft: 90, within: 90 });
    expect(ending("2032-01-31")[0]).toMatchObject({ daysLeft: 30, within: 30 });
  });

  test("stay in sight when the day has passed and the holder is still there", () => {
    expect(ending("2031-12-31")[0]).toMatchObject({ daysLeft: -1, within: 30 });
  });

  test("of people who have left are not told", () => {
    expect(ending("2032-01-31", { endedOn: plainDateOf("2031-12-31") })).toEqual([]);
  });
});

describe("the minimum viable team", () => {
  const floors = [
    { key: "sergeant", positions: ["SGT"], seats: 1 },
    { key: "officers", positions: ["OFF-YTH", "OFF-GEN"], seats: 6 },
  ];
  const officers = (count: number) => Array.from({ length: count }, (_, index) => held("OFF-GEN", index + 1));

  test("is one sergeant and six officers", () => {
    expect(teamShortfalls(floors, [held("SGT", 1), ...officers(6)], launch)).toEqual([]);
  });

  test("counts a slot once while it is handed over", () => {
    const both = [held("SGT", 1), held("SGT", 1), ...officers(5), held("OFF-GEN", 5)];
    expect(teamShortfalls(floors, both, launch)).toEqual([{ floorKey: "officers", seats: 6, held: 5 }]);
  });

  test("is short of what is missing", () => {
    const half = held("OFF-YTH", 1, { share: 0.5 });
    expect(teamShortfalls(floors, [...officers(5), half], launch)).toEqual([
      { floorKey: "sergeant", seats: 1, held: 0 },
      { floorKey: "officers", seats: 6, held: 5.5 },
    ]);
  });
});
