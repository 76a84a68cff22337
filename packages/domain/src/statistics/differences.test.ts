import { describe, expect, test } from "vitest";
import { ratioOfRatios } from "./ratio-of-ratios.ts";
import { shareDifference } from "./share-difference.ts";

describe("Difference of two shares", () => {
  // Newcombe (1998), table II, method 10, first, fourth and last example; 210 and 175 of 350: the same formula in scipy 1.17.1.
  test.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [210, 350, 175, 350, 0.1, 0.0263, 0.1722],
  ])("of %i in %i against %i in %i", (a, m, b, n, value, lower, upper) => {
    const difference = shareDifference({ successes: a, trials: m }, { successes: b, trials: n });
    if (difference.kind === "cannotSay") throw new Error(difference.because);
    expect(difference.value).toBeCloseTo(value, 4);
    expect(difference.interval.lower).toBeCloseTo(lower, 4);
    expect(difference.interval.upper).toBeCloseTo(upper, 4);
  });

  test("says why there is none", () => {
    const nobody = { successes: 0, trials: 0 };
    const somebody = { successes: 1, trials: 2 };
    expect(shareDifference(nobody, somebody)).toEqual({ kind: "cannotSay", because: "NO_ANSWERS" });
    expect(shareDifference(somebody, nobody)).toEqual({ kind: "cannotSay", because: "NO_ANSWERS" });
  });
});

describe("Ratio of two changes", () => {
  const here = { before: 200, after: 80, exposureBefore: 36, exposureAfter: 36 };
  const there = { before: 600, after: 300, exposureBefore: 36, exposureAfter: 36 };

  test("agrees with the formula worked in scipy", () => {
    const ratio = ratioOfRatios(here, there);
    if (ratio.kind === "cannotSay") throw new Error(ratio.because);
    expect(ratio.value).toBeCloseTo(0.8, 9);
    expect(ratio.interval.lower).toBeCloseTo(0.59622, 5);
    expect(ratio.interval.upper).toBeCloseTo(1.07342, 5);
  });

  test("does not depend on how long was watched when both were watched as long", () => {
    const shorter = { ...here, exposureAfter: 12 };
    const alike = { ...there, exposureAfter: 12 };
    const [long, short] = [ratioOfRatios(here, there), ratioOfRatios(shorter, alike)];
    if (long.kind === "cannotSay" || short.kind === "cannotSay") throw new Error("no ratio");
    expect(short.value).toBeCloseTo(long.value, 12);
    expect(short.interval.upper).toBeCloseTo(long.interval.upper, 12);
  });

  test("says why there is none", () => {
    expect(ratioOfRatios({ ...here, after: 0 }, there)).toEqual({ kind: "cannotSay", because: "NO_EVENTS" });
    expect(ratioOfRatios(here, { ...there, exposureAfter: 0 })).toEqual({
      kind: "cannotSay",
      because: "NO_POPULATION",
    });
    expect(ratioOfRatios(here, { ...there, before: 1.5 })).toEqual({
      kind: "cannotSay",
      because: "NOT_A_COUNT",
    });
  });
});
