import { describe, expect, test } from "vitest";
import { betaQuantile, studentQuantile } from "./beta-quantile.ts";
import { gammaQuantile, normalQuantile } from "./gamma-quantile.ts";

// Computed with scipy 1.17.1: scipy.stats.gamma.ppf, norm.ppf, beta.ppf, t.ppf.
describe("quantiles agree with scipy", () => {
  test.each([
    [0.025, 1, 0.025317807984289897],
    [0.975, 11, 18.39035604201778],
    [0.005, 5, 1.0779282406523196],
    [0.975, 101, 121.62679379242638],
    [0.025, 1000, 938.9730184076952],
    [0.95, 999, 1051.551101022913],
    [0.975, 1001, 1063.952136016302],
    [0.995, 1001, 1084.3728680643892],
    [0.5, 5000, 4999.666670617572],
    [0.025, 123456, 122768.28869851555],
    [0.975, 123457, 124146.60839534459],
    [0.975, 1246249, 1248437.9630439964],
    [0.025, 1e9, 999938021.4439279],
  ])("gamma, probability %f, shape %f", (probability, shape, expected) => {
    expect(gammaQuantile(probability, shape) / expected).toBeCloseTo(1, 10);
  });

  test("gamma joins smoothly where the expansion takes over", () => {
    for (const probability of [0.005, 0.025, 0.5, 0.975, 0.995]) {
      const [before, at, after] = [499, 500, 501].map((shape) => gammaQuantile(probability, shape));
      expect(Number(after) - 2 * Number(at) + Number(before)).toBeCloseTo(0, 3);
    }
  });

  test.each([
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.025, -1.959963984540054],
    [0.5, 0],
  ])("normal, probability %f", (probability, expected) => {
    expect(normalQuantile(probability)).toBeCloseTo(expected, 8);
  });

  test.each([
    [0.025, 12, 31, 0.1571914667657453],
    [0.975, 13, 30, 0.4458388033079688],
    [0.05, 174.5, 0.5, 0.9890377170934234],
    [0.05, 0.5, 0.5, 0.0061558297024311365],
  ])("beta, probability %f, shapes %f and %f", (probability, first, second, expected) => {
    expect(betaQuantile(probability, first, second)).toBeCloseTo(expected, 10);
  });

  test.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [9, 2.262157162798205],
    [30, 2.0422724563012378],
    [349, 1.96678455657484],
  ])("Student, %i degrees of freedom", (degrees, expected) => {
    expect(studentQuantile(0.95, degrees)).toBeCloseTo(expected, 7);
  });
});
