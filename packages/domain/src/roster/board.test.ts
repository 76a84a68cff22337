import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, type PlainDate, plainDateOf } from "../shared/index.ts";
import type { Assignment } from "./assignment.ts";
import { rosterBoard } from "./board.ts";
import { slotDays } from "./coverage.ts";

const span = { from: plainDateOf("2027-01-01"), to: plainDateOf("2027-12-31") };
const positions = [{ key: "officer", count: 2, employer: "police" as const }];

let made = 0;
function held(
  slot: number,
  startsOn: string,
  endedOn: string | null,
  changes: Partial<Assignment> = {},
): Assignment {
  made += 1;
  return {
    id: String(made),
    siteId: "s1",
    officerId: `o${String(made)}`,
    positionKey: "officer",
    slot,
    startsOn: plainDateOf(startsOn),
    expectedEndOn: null,
    endedOn: endedOn === null ? null : plainDateOf(endedOn),
    exitReason: null,
    share: 1,
    handOverDays: 0,
    ...changes,
  };
}

const board = (assignments: readonly Assignment[], plannedFrom: PlainDate = span.from) =>
  rosterBoard({ positions, assignments, span, plannedFrom });

describe("a slot of the board", () => {
  test("has its assignments in order and the days between as vacancies", () => {
    const later = held(1, "2027-05-01", null);
    const earlier = held(1, "2026-02-01", "2027-03-31");
    expect(board([later, earlier])[0]).toEqual({
      positionKey: "officer",
      slot: 1,
      isPlanned: true,
      assignments: [earlier, later],
      vacancies: [{ from: "2027-04-01", to: "2027-04-30", days: 30 }],
    });
  });

  test("is vacant all the time without anybody, from launch on", () => {
    expect(board([], plannedFrom("2027-12-30"))[1]?.vacancies).toEqual([
      { from: "2027-12-30", to: "2027-12-31", days: 2 },
    ]);
    expect(board([], plannedFrom("2028-01-01"))[1]?.vacancies).toEqual([]);
  });

  test("has no vacancy in a hand-over, nor where the next begins on the next day", () => {
    const leaving = held(1, "2026-01-01", "2027-06-30");
    expect(board([leaving, held(1, "2027-06-01", null)])[0]?.vacancies).toEqual([]);
    expect(board([leaving, held(1, "2027-07-01", null)])[0]?.vacancies).toEqual([]);
  });

  test("that the design no longer asks for stands last as long as somebody holds it, without vacancies", () => {
    const beyond = held(3, "2026-01-01", "2027-02-01");
    expect(board([beyond]).map(({ slot, isPlanned }) => [slot, isPlanned])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(board([beyond])[2]).toMatchObject({ assignments: [beyond], vacancies: [] });
    expect(board([held(3, "2026-01-01", "2026-12-31")])).toHaveLength(2);
  });

  test("is vacant on exactly the planned days on which nobody holds it, whatever the assignments", () => {
    const days = fc.integer({ min: -400, max: 800 });
    const any = fc
      .record({ slot: fc.constantFrom(1, 2), start: days, length: fc.option(fc.nat(500), { nil: null }) })
      .map(({ slot, start, length }) => {
        const startsOn = addDays(span.from, start);
        return held(slot, startsOn, length === null ? null : addDays(startsOn, length));
      });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), days, (assignments, launch) => {
        const from = addDays(span.from, launch);
        const slots = board(assignments, from);
        const vacant = slots.flatMap(({ vacancies }) => vacancies);
        const counted = slotDays(positions, assignments, {
          ...span,
          from: from > span.from ? from : span.from,
        });
        expect(vacant.reduce((sum, one) => sum + one.days, 0)).toBe(counted.planned - counted.filled);
        expect(vacant.every((one) => one.days === daysBetween(one.from, one.to) + 1)).toBe(true);
      }),
    );
  });
});

function plannedFrom(day: string): PlainDate {
  return plainDateOf(day);
}
