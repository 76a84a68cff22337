import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains } from "./interval.ts";
import { rateRatio } from "./rate-ratio.ts";

const events = fc.record({
  count: fc.integer({ min: 0, max: 5_000 }),
  population: fc.integer({ min: 1, max: 9_000_000 }),
});

describe("Rate ratio", () => {
  // Computed with scipy 1.17.1 from beta quantiles.
  test.each([
    [12, 10_000, 30, 10_000, 0.4, 0.1865, 0.8045],
    [0, 5_000, 4, 5_000, 0, 0, 1.5149],
    [250, 12_345, 300, 20_000, 1.3501, 1.1369, 1.6022],
  ])("of %i among %i against %i among %i", (a, populationA, b, populationB, value, lower, upper) => {
    const ratio = rateRatio({ count: a, population: populationA }, { count: b, population: populationB });
    if (ratio.kind === "cannotSay") throw new Error(ratio.because);
    expect(ratio.value).toBeCloseTo(value, 4);
    expect(ratio.interval.lower).toBeCloseTo(lower, 4);
    expect(ratio.interval.upper).toBeCloseTo(upper, 4);
  });

  test("has no upper end when the second side had no event", () => {
    const ratio = rateRatio({ count: 4, population: 5_000 }, { count: 0, population: 5_000 });
    expect(ratio).toMatchObject({ value: Infinity, interval: { upper: Infinity } });
    if (ratio.kind === "estimate") expect(ratio.interval.lower).toBeCloseTo(0.6601, 4);
  });

  test("says nothing when neither side had an event", () => {
    expect(rateRatio({ count: 0, population: 10 }, { count: 0, population: 10 })).toEqual({
      kind: "cannotSay",
      because: "NO_EVENTS",
    });
  });

  test("says why when a population is missing or a count is no count", () => {
    const fair = { count: 3, population: 10 };
    expect(rateRatio(fair, { count: 3, population: 0 })).toEqual({
      kind: "cannotSay",
      because: "NO_POPULATION",
    });
    expect(rateRatio({ count: -1, population: 10 }, fair)).toEqual({
      kind: "cannotSay",
      because: "NOT_A_COUNT",
    });
  });

  test("contains its estimate", () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        const ratio = rateRatio(first, second);
        return ratio.kind === "cannotSay" || contains(ratio.interval, ratio.value);
      }),
    );
  });

  test("turned round, is one over itself", () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        const [there, back] = [rateRatio(first, second), rateRatio(second, first)];
        if (there.kind === "cannotSay" || back.kind === "cannotSay") return;
        if (there.interval.lower === 0 || there.interval.upper === Infinity) return;
        expect(there.interval.lower * back.interval.upper).toBeCloseTo(1, 6);
      }),
    );
  });
});
