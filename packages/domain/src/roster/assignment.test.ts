import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysBetween, plainDateOf } from "../shared/index.ts";
import {
  assignmentInTheWay,
  checkAssignment,
  claimSameDays,
  commitmentEnd,
  isHeldOn,
  overlaps,
  type Assignment,
  type Tenure,
} from "./assignment.ts";

const today = plainDateOf("2026-11-22");

function assignment(changes: Partial<Assignment> = {}): Assignment {
  return {
    id: "a1",
    officerId: "o1",
    siteId: "s1",
    positionKey: "OFF-GEN",
    slot: 1,
    startsOn: today,
    endedOn: null,
    expectedEndOn: null,
    exitReason: null,
    share: 1,
    handOverDays: 0,
    ...changes,
  };
}

const anyDay = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(today, days));
const anyTenure: fc.Arbitrary<Tenure> = fc
  .record({ startsOn: anyDay, length: fc.option(fc.integer({ min: 0, max: 3000 })) })
  .map(({ startsOn, length }) => ({ startsOn, endedOn: length === null ? null : addDays(startsOn, length) }));

describe("the end of a commitment", () => {
  test("five years end on the day before the anniversary", () => {
    expect(commitmentEnd(plainDateOf("2027-03-01"), 60)).toBe("2032-02-29");
    expect(commitmentEnd(plainDateOf("2027-01-01"), 60)).toBe("2031-12-31");
  });

  test("five years from a leap day end on the last day of February", () => {
    expect(commitmentEnd(plainDateOf("2028-02-29"), 60)).toBe("2033-02-28");
  });

  test("four years from a leap day end on the day before the next", () => {
    expect(commitmentEnd(plainDateOf("2028-02-29"), 48)).toBe("2032-02-28");
  });

  test("is never before the start, and within three days of that many months", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 240 }), (startsOn, months) => {
        const end = commitmentEnd(startsOn, months);
        expect(end >= startsOn).toBe(true);
        expect(Math.abs(daysBetween(addMonths(startsOn, months), end))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("tenures", () => {
  test("hold on the first and on the last day, and not a day beyond", () => {
    const held = { startsOn: today, endedOn: addDays(today, 9) };
    expect([-1, 0, 9, 10].map((days) => isHeldOn(held, addDays(today, days)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("overlap just when some day belongs to both", () => {
    fc.assert(
      fc.property(anyTenure, anyTenure, (one, other) => {
        const start = one.startsOn > other.startsOn ? one.startsOn : other.startsOn;
        expect(overlaps(one, other)).toBe(isHeldOn(one, start) && isHeldOn(other, start));
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
    );
  });
});

describe("one person's assignments", () => {
  test("a full-time holder can hold nothing else meanwhile", () => {
    const held = assignment({ id: "a2", share: 0.2 });
    expect(assignmentInTheWay(assignment(), [held])).toBe(held);
    expect(assignmentInTheWay(held, [assignment()])?.id).toBe("a1");
  });

  test("the next assignment may begin on the day after the last", () => {
    const held = assignment({ id: "a2", startsOn: addDays(today, -10), endedOn: addDays(today, -1) });
    expect(assignmentInTheWay(assignment(), [held])).toBeUndefined();
  });

  test("a day in common is one too many", () => {
    const held = assignment({ id: "a2", startsOn: addDays(today, -10), endedOn: today });
    expect(assignmentInTheWay(assignment(), [held])).toBe(held);
  });

  test("five sites share a commander at a fifth each, and a sixth does not", () => {
    const fifth = (id: string) => assignment({ id, share: 0.2, siteId: id });
    const held = ["a2", "a3", "a4", "a5"].map(fifth);
    expect(assignmentInTheWay(fifth("a6"), held)).toBeUndefined();
    expect(assignmentInTheWay(fifth("a7"), [...held, fifth("a6")])).toBeDefined();
  });

  test("part-time shares that never meet on one day do not add up", () => {
    const before = assignment({
      id: "a2",
      share: 0.6,
      startsOn: addDays(today, -9),
      endedOn: addDays(today, 2),
    });
    const after = assignment({ id: "a3", share: 0.6, startsOn: addDays(today, 3) });
    expect(
      assignmentInTheWay(assignment({ share: 0.4, startsOn: addDays(today, -5) }), [before, after]),
    ).toBeUndefined();
  });

  test("a change is not in its own way, nor is another person's assignment", () => {
    expect(assignmentInTheWay(assignment(), [assignment({ share: 0.5 })])).toBeUndefined();
    expect(assignmentInTheWay(assignment(), [assignment({ id: "a2", officerId: "o2" })])).toBeUndefined();
  });

  test("whatever is accepted leaves no day with more than full time", () => {
    const candidate = fc.record({ tenure: anyTenure, share: fc.constantFrom(0.2, 0.25, 0.5, 1) });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (candidates) => {
        const accepted: Assignment[] = [];
        candidates.forEach(({ tenure, share }, index) => {
          const proposed = assignment({ ...tenure, id: `c${String(index)}`, share });
          if (!assignmentInTheWay(proposed, accepted)) accepted.push(proposed);
        });
        for (const { startsOn } of accepted) {
          const total = accepted
            .filter((one) => isHeldOn(one, startsOn))
            .reduce((sum, one) => sum + one.share, 0);
          expect(total).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe("what can be recorded", () => {
  const codes = (changes: Partial<Assignment>) =>
    checkAssignment(assignment(changes), today).map(({ code }) => code);

  test("an open assignment from today can", () => {
    expect(codes({})).toEqual([]);
  });

  test("an end before the start cannot", () => {
    expect(codes({ endedOn: addDays(today, -1), exitReason: "promotion" })).toEqual([
      "ASSIGNMENT_ENDS_BEFORE_START",
    ]);
  });

  test("one day can", () => {
    expect(codes({ endedOn: today, exitReason: "other" })).toEqual([]);
  });

  test("a last day needs a reason, and a reason a last day", () => {
    expect(codes({ endedOn: today })).toEqual(["EXIT_REASON_AND_LAST_DAY"]);
    expect(codes({ exitReason: "retirement" })).toEqual(["EXIT_REASON_AND_LAST_DAY"]);
  });

  test("the year 9999 is a slip of the keyboard, and so is 1066", () => {
    expect(codes({ startsOn: plainDateOf("9999-12-31") })).toEqual(["ASSIGNMENT_STARTS_TOO_LATE"]);
    expect(codes({ startsOn: plainDateOf("1066-10-14") })).toEqual(["ASSIGNMENT_STARTS_TOO_EARLY"]);
    expect(codes({ endedOn: plainDateOf("9999-12-31"), exitReason: "other" })).toEqual([
      "ASSIGNMENT_ENDS_TOO_LATE",
    ]);
  });

  test("a commitment cannot end before it begins", () => {
    expect(codes({ expectedEndOn: addDays(today, -1) })).toEqual(["COMMITMENT_ENDS_BEFORE_START"]);
    expect(codes({ expectedEndOn: plainDateOf("9999-01-01") })).toEqual(["COMMITMENT_ENDS_TOO_LATE"]);
  });

  test("no share and more than full time cannot", () => {
    expect([0, -1, 1.01, Number.NaN].map((share) => codes({ share })[0])).toEqual(
      Array(4).fill("SHARE_OUT_OF_RANGE"),
    );
  });
});

describe("a hand-over", () => {
  const leaving = assignment({ endedOn: addDays(today, 29) });
  const follow = (startsIn: number, handOverDays: number, endsIn?: number) =>
    assignment({
      id: "a2",
      startsOn: addDays(today, startsIn),
      handOverDays,
      endedOn: endsIn === undefined ? null : addDays(today, endsIn),
    });

  test("lets a successor begin before the slot is left, and not a day longer", () => {
    expect(claimSameDays(leaving, follow(20, 10))).toBe(false);
    expect(claimSameDays(leaving, follow(20, 9))).toBe(true);
    expect(claimSameDays(leaving, follow(30, 0))).toBe(false);
  });

  test("that is broken off claims no day at all", () => {
    expect(claimSameDays(leaving, follow(20, 15, 28))).toBe(false);
    expect(claimSameDays(assignment(), follow(20, 15, 28))).toBe(false);
  });

  test("has whole days, 90 at most", () => {
    const codes = [-1, 0.5, 91, Number.NaN].flatMap((handOverDays) =>
      checkAssignment(assignment({ handOverDays }), today).map(({ code }) => code),
    );
    expect(codes).toEqual(Array<string>(4).fill("HAND_OVER_OUT_OF_RANGE"));
    expect(checkAssignment(assignment({ handOverDays: 90 }), today)).toEqual([]);
  });
});
