import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDateOf } from "../shared/index.ts";
import type { Assignment } from "./assignment.ts";
import {
  followedStays,
  medianMonths,
  monthsOfHolders,
  staysOf,
  stillThere,
  strengthByMonth,
} from "./strength.ts";

const day = plainDateOf;
let made = 0;
function held(
  startsOn: string,
  endedOn: string | null = null,
  changes: Partial<Assignment> = {},
): Assignment {
  made += 1;
  return {
    id: `a${String(made)}`,
    officerId: `o${String(made)}`,
    siteId: "s1",
    positionKey: "SGT",
    slot: 1,
    startsOn: day(startsOn),
    endedOn: endedOn === null ? null : day(endedOn),
    expectedEndOn: null,
    exitReason: endedOn === null ? null : "retirement",
    share: 1,
    handOverDays: 0,
    ...changes,
  };
}
const positions = [{ key: "SGT", count: 1, employer: "police" as const }];

describe("slots by month", () => {
  const site = { positions, assignments: [held("2027-04-21")], plannedFrom: day("2027-04-11") };
  const by = (asOf: string, sites = [site], months = 24) =>
    strengthByMonth(sites, { asOf: day(asOf), months });

  test("count from the launch to the day, and months before the launch are left out", () => {
    expect(by("2027-05-05")).toEqual([
      { month: "2027-04", plannedDays: 20, filledDays: 10, vacantDays: 10 },
      { month: "2027-05", plannedDays: 5, filledDays: 5, vacantDays: 0 },
    ]);
  });

  test("add up over sites, and a hand-over counts once", () => {
    const both = [held("2027-04-01", "2027-04-20"), held("2027-04-11", null, { handOverDays: 10 })];
    const other = { positions, assignments: both, plannedFrom: day("2027-04-01") };
    expect(by("2027-04-30", [site, other])).toEqual([
      { month: "2027-04", plannedDays: 50, filledDays: 40, vacantDays: 10 },
    ]);
  });

  test("of a leap February have 29 days", () => {
    const leap = { positions, assignments: [], plannedFrom: day("2028-01-01") };
    expect(by("2028-03-15", [leap], 2)[0]).toMatchObject({ month: "2028-02", vacantDays: 29 });
  });

  test("are none before the launch, and days held and vacant are those planned", () => {
    expect(by("2027-04-10")).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
        const startsOn = addDays(day("2026-06-01"), start);
        const one = held(startsOn, addDays(startsOn, length));
        for (const month of by("2028-12-31", [{ ...site, assignments: [one] }])) {
          expect(month.filledDays + month.vacantDays).toBe(month.plannedDays);
          expect(month.vacantDays).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe("a stay", () => {
  const same = { officerId: "o" };

  test("goes on through slots without a day between, and begins anew after one", () => {
    const first = held("2024-01-01", "2024-06-30", same);
    expect(staysOf([held("2024-07-01", null, { ...same, slot: 2 }), first])).toEqual([
      { officerId: "o", siteId: "s1", startsOn: "2024-01-01", endedOn: null, exitReason: null },
    ]);
    expect(staysOf([held("2024-07-02", null, same), first])).toHaveLength(2);
  });

  test("is of one site, and of two slots at once ends with the later", () => {
    expect(
      staysOf([held("2024-01-01", null, same), held("2024-01-01", null, { ...same, siteId: "s2" })]),
    ).toHaveLength(2);
    const ends = staysOf([held("2024-01-01", "2025-12-31", same), held("2024-02-01", "2024-03-01", same)]);
    expect(ends.map(({ endedOn }) => endedOn)).toEqual(["2025-12-31"]);
  });
});

describe("time at the site", () => {
  test("is of those there on the day, in whole months, the shortest first", () => {
    const stays = staysOf([
      held("2024-01-31"),
      held("2025-12-02"),
      held("2020-01-01", "2025-12-31"),
      held("2026-02-01"),
      held("2024-03-01", "2026-01-01"),
    ]);
    expect(monthsOfHolders(stays, day("2026-01-01"))).toEqual([1, 22, 23]);
  });

  test("has as its median the middle one, or the mean of the middle two", () => {
    expect(medianMonths([3, 14, 26, 60])).toBe(20);
    expect(medianMonths([3, 14, 60])).toBe(14);
    expect(medianMonths([])).toBeNull();
  });
});

describe("still there at 24 months", () => {
  const asOf = day("2026-06-30");
  const of = (...assignments: Assignment[]) => stillThere(staysOf(assignments), asOf);

  test("is who filled the 24 months; promotions are told apart from other exits", () => {
    expect(
      of(
        held("2024-01-01", "2025-12-31"),
        held("2024-01-01", "2025-12-30"),
        held("2024-01-01", "2025-06-30", { exitReason: "promotion" }),
        held("2024-03-01"),
        held("2024-08-01", "2024-09-01"),
      ),
    ).toEqual({ started: 4, stayed: 2, promoted: 1, left: 1 });
  });

  test("asks of nobody who came less than 24 months ago", () => {
    expect(of(held("2024-07-02")).started).toBe(0);
    expect(of(held("2024-07-01"))).toEqual({ started: 1, stayed: 1, promoted: 0, left: 0 });
  });
});

test("whoever is still there is followed up to the day, without an end; who has not begun is not followed", () => {
  const stays = staysOf([
    held("2026-01-01"),
    held("2026-01-01", "2026-03-31"),
    held("2027-01-01"),
    held("2026-01-01", "2027-12-31"),
  ]);
  expect(followedStays(stays, day("2026-06-30"))).toEqual([
    { time: 6, hasEvent: false },
    { time: 3, hasEvent: true },
    { time: 6, hasEvent: false },
  ]);
});
