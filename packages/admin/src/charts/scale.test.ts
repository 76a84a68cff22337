import { describe, expect, test } from "vitest";
import { middleOfPeriod, runsOf, timeScale, valueScale, yearTicks } from "./scale.ts";

describe("periods on one axis", () => {
  test("a year's middle is the middle of its quarters and of its months", () => {
    const quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(middleOfPeriod);
    const months = Array.from({ length: 12 }, (_, index) =>
      middleOfPeriod(`2026-${String(index + 1).padStart(2, "0")}`),
    );
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(quarters)).toBe(middleOfPeriod("2026"));
    expect(mean(months)).toBe(middleOfPeriod("2026"));
  });
});

describe("runs", () => {
  const point = (period: string, value: number | null) => ({ period, value });

  test("a missing value leaves a gap and is not joined over", () => {
    const runs = runsOf([
      point("2026-01", 4),
      point("2026-02", null),
      point("2026-03", 5),
      point("2026-04", 6),
    ]);
    expect(runs.map((run) => run.map((each) => each.period))).toEqual([["2026-01"], ["2026-03", "2026-04"]]);
  });

  test("a period that is not there at all leaves a gap too", () => {
    expect(runsOf([point("2024", 1), point("2026", 2)])).toHaveLength(2);
  });

  test("the order in which points come does not matter", () => {
    expect(runsOf([point("2026-02", 2), point("2026-01", 1)])[0]?.map((each) => each.value)).toEqual([1, 2]);
  });

  test("a suppressed value is not drawn as a value", () => {
    expect(runsOf([{ period: "2026", value: 3, isSuppressed: true }])).toEqual([]);
  });
});

describe("scales", () => {
  test("values start at zero and end at a round number above the highest", () => {
    const scale = valueScale([3, 47], [100, 0]);
    expect(scale(0)).toBe(100);
    expect(scale.domain()[1]).toBeGreaterThanOrEqual(47);
  });

  test("all zeros still have a height", () => {
    expect(valueScale([0, 0], [100, 0]).domain()).toEqual([0, 1]);
  });

  test("one period alone is in the middle", () => {
    expect(timeScale(["2026"], [0, 100])(middleOfPeriod("2026"))).toBe(50);
  });

  test("years are thinned to the room there is", () => {
    expect(yearTicks([1975 * 12, 2005 * 12], 7).length).toBeLessThanOrEqual(7);
  });
});
