import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains } from "./interval.ts";
import { meanInterval } from "./mean-interval.ts";
import { wilsonInterval } from "./wilson-interval.ts";

describe("Wilson interval", () => {
  // 81/263 and 15/148: Newcombe (1998), table I, method 3. The others: scipy 1.17.1.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])("of %i in %i agrees with the published value", (successes, trials, lower, upper) => {
    const share = wilsonInterval({ successes, trials });
    if (share.kind === "cannotSay") throw new Error(share.because);
    expect(share.interval.lower).toBeCloseTo(lower, 4);
    expect(share.interval.upper).toBeCloseTo(upper, 4);
  });

  test("contains the share, stays within 0 to 1 and narrows with more answers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (trials, draw) => {
        const successes = draw % (trials + 1);
        const [few, many] = [
          wilsonInterval({ successes, trials }),
          wilsonInterval({ successes: successes * 4, trials: trials * 4 }),
        ];
        if (few.kind === "cannotSay" || many.kind === "cannotSay") return false;
        const widths = [few, many].map(({ interval }) => interval.upper - interval.lower);
        return (
          contains(few.interval, few.value) &&
          few.interval.lower >= 0 &&
          few.interval.upper <= 1 &&
          Number(widths[1]) < Number(widths[0])
        );
      }),
    );
  });

  test("says why there is no share", () => {
    expect(wilsonInterval({ successes: 0, trials: 0 })).toEqual({ kind: "cannotSay", because: "NO_ANSWERS" });
    expect(wilsonInterval({ successes: 11, trials: 10 })).toEqual({
      kind: "cannotSay",
      because: "MORE_THAN_ASKED",
    });
    expect(wilsonInterval({ successes: 0.5, trials: 10 })).toEqual({
      kind: "cannotSay",
      because: "NOT_A_COUNT",
    });
  });
});

describe("Interval of a mean", () => {
  test("of 10 values with mean 3.6 and standard deviation 0.8 goes from 3.0277 to 4.1723", () => {
    const mean = meanInterval({ size: 10, mean: 3.6, standardDeviation: 0.8 });
    if (mean.kind === "cannotSay") throw new Error(mean.because);
    expect(mean.interval.lower).toBeCloseTo(3.027714475223468, 7);
    expect(mean.interval.upper).toBeCloseTo(4.172285524776532, 7);
  });

  test("of equal values is a point", () => {
    expect(meanInterval({ size: 5, mean: 2, standardDeviation: 0 })).toMatchObject({
      interval: { lower: 2, upper: 2 },
    });
  });

  test("says why there is none", () => {
    expect(meanInterval({ size: 1, mean: 2, standardDeviation: 0 })).toEqual({
      kind: "cannotSay",
      because: "TOO_FEW_VALUES",
    });
    expect(meanInterval({ size: 5, mean: NaN, standardDeviation: 1 })).toEqual({
      kind: "cannotSay",
      because: "NOT_A_NUMBER",
    });
    expect(meanInterval({ size: 5, mean: 2, standardDeviation: -1 })).toEqual({
      kind: "cannotSay",
      because: "NOT_A_NUMBER",
    });
    expect(meanInterval({ size: 2.5, mean: 2, standardDeviation: 1 })).toEqual({
      kind: "cannotSay",
      because: "NOT_A_COUNT",
    });
  });
});
