import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventRate } from "./event-rate.ts";
import { contains, type Answer, type Interval } from "./interval.ts";
import { poissonInterval } from "./poisson-interval.ts";

function intervalOf(answer: Answer): Interval {
  if (answer.kind === "cannotSay") throw new Error(answer.because);
  return answer.interval;
}

const counts = fc.integer({ min: 0, max: 2_000_000 });

describe("Poisson interval", () => {
  // Computed with scipy 1.17.1: chi2.ppf(0.025, 2n) / 2 and chi2.ppf(0.975, 2n + 2) / 2.
  test.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [100, 81.364, 121.6268],
    [1000, 938.973, 1063.9521],
    [123_456, 122_768.2887, 124_146.6084],
  ])("of %i events agrees with the published table", (count, lower, upper) => {
    const interval = intervalOf(poissonInterval(count));
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  // The definition itself, by summing probabilities: independent of any quantile function.
  test.each([1, 3, 8, 20, 60])("leaves 2.5%% on either side of %i events", (count) => {
    const { lower, upper } = intervalOf(poissonInterval(count));
    expect(1 - probabilityUpTo(count - 1, lower)).toBeCloseTo(0.025, 8);
    expect(probabilityUpTo(count, upper)).toBeCloseTo(0.025, 8);
  });

  test("holds the true expectation in at least 95 of 100 cases, whatever it is", () => {
    for (const expected of [0.1, 0.7, 1, 2.5, 4, 7.3, 12, 25, 50]) {
      let coverage = 0;
      for (let count = 0; count <= 200; count += 1) {
        if (contains(intervalOf(poissonInterval(count)), expected))
          coverage += probabilityOf(count, expected);
      }
      expect(coverage).toBeGreaterThanOrEqual(0.95 - 1e-9);
    }
  });

  test("contains the count", () => {
    fc.assert(fc.property(counts, (count) => contains(intervalOf(poissonInterval(count)), count)));
  });

  test("moves up with the count", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const [less, more] = [intervalOf(poissonInterval(count)), intervalOf(poissonInterval(count + 1))];
        return less.lower < more.lower && less.upper < more.upper;
      }),
    );
  });

  test("narrows, relative to the count, with more events", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (count) => {
        const [few, many] = [intervalOf(poissonInterval(count)), intervalOf(poissonInterval(count * 4))];
        return (many.upper - many.lower) / (count * 4) < (few.upper - few.lower) / count;
      }),
    );
  });

  test("widens with confidence", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const [narrow, wide] = [
          intervalOf(poissonInterval(count, 0.95)),
          intervalOf(poissonInterval(count, 0.99)),
        ];
        return wide.lower <= narrow.lower && narrow.upper < wide.upper;
      }),
    );
  });

  test.each([-1, 2.5, NaN, Infinity, 1e308])("says that %f is not a count", (count) => {
    expect(poissonInterval(count)).toEqual({ kind: "cannotSay", because: "NOT_A_COUNT" });
  });
});

describe("Rate of events", () => {
  test("of 12 events among 10,000 residents is 120 per 100,000, from 62.0 to 209.6", () => {
    const rate = eventRate({ count: 12, population: 10_000 }, 100_000);
    expect(rate).toMatchObject({ kind: "estimate", value: 120 });
    expect(intervalOf(rate).lower).toBeCloseTo(62.0058, 4);
    expect(intervalOf(rate).upper).toBeCloseTo(209.6159, 4);
  });

  test("of nothing among 5,000 residents is 0 and may be as high as 73.8 per 100,000", () => {
    const rate = eventRate({ count: 0, population: 5_000 }, 100_000);
    expect(intervalOf(rate).lower).toBe(0);
    expect(intervalOf(rate).upper).toBeCloseTo(73.7776, 4);
  });

  test.each([0, -5, NaN, Infinity])("says that a population of %f gives no rate", (population) => {
    expect(eventRate({ count: 3, population }, 100_000)).toEqual({
      kind: "cannotSay",
      because: "NO_POPULATION",
    });
  });

  test("does not depend on per how many it is told", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 400_000_000 }), (count, population) => {
        const [byThousand, byHundredThousand] = [1_000, 100_000].map((per) =>
          intervalOf(eventRate({ count, population }, per)),
        );
        expect(Number(byHundredThousand?.upper) / Number(byThousand?.upper)).toBeCloseTo(100, 6);
      }),
    );
  });
});

function probabilityOf(count: number, expected: number): number {
  let logarithm = -expected;
  for (let event = 1; event <= count; event += 1) logarithm += Math.log(expected / event);
  return Math.exp(logarithm);
}

function probabilityUpTo(count: number, expected: number): number {
  let sum = 0;
  for (let events = 0; events <= count; events += 1) sum += probabilityOf(events, expected);
  return sum;
}
