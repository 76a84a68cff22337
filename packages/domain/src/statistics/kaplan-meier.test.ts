import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FollowUp, kaplanMeier, type SurvivalStep } from "./kaplan-meier.ts";

/** "6 6+" as follow-ups of six, the second censored. */
function followUps(text: string): FollowUp[] {
  return text.split(" ").map((word) => ({ time: Number.parseFloat(word), hasEvent: !word.endsWith("+") }));
}

function stepsOf(people: readonly FollowUp[]): readonly SurvivalStep[] {
  const curve = kaplanMeier(people);
  return curve.kind === "curve" ? curve.steps : [];
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

describe("the share still there", () => {
  test("is that of the 6-mercaptopurine patients of Freireich et al. (1963), Kalbfleisch and Prentice (2002)", () => {
    const steps = stepsOf(followUps("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"));
    const table = steps.map(({ time, atRisk, events, survival, interval }) => [
      time,
      atRisk,
      events,
      rounded(survival),
      rounded(interval?.lower ?? Number.NaN),
      rounded(interval?.upper ?? Number.NaN),
    ]);
    expect(table).toEqual([
      [6, 21, 3, 0.8571, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1881, 0.6801],
    ]);
  });

  test("is that of the maintained group of the AML study (Miller 1997), as R's survival package has it", () => {
    const steps = stepsOf(followUps("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"));
    expect(steps.map(({ time, survival }) => [time, rounded(survival)])).toEqual([
      [9, 0.9091],
      [13, 0.8182],
      [18, 0.7159],
      [23, 0.6136],
      [31, 0.4909],
      [34, 0.3682],
      [48, 0.1841],
    ]);
  });

  test("falls to nothing, without an interval, when the last one followed has the event", () => {
    expect(stepsOf(followUps("1 2")).at(-1)).toEqual({
      time: 2,
      atRisk: 1,
      events: 1,
      survival: 0,
      interval: null,
    });
  });

  test("is not said of nobody, nor of times that are no times", () => {
    expect(kaplanMeier([])).toEqual({ kind: "cannotSay", because: "NO_POPULATION" });
    expect(kaplanMeier([{ time: -1, hasEvent: true }])).toEqual({
      kind: "cannotSay",
      because: "NOT_A_NUMBER",
    });
    expect(kaplanMeier([{ time: Number.NaN, hasEvent: true }])).toMatchObject({ kind: "cannotSay" });
    expect(kaplanMeier([{ time: 5, hasEvent: false }])).toEqual({ kind: "curve", steps: [] });
  });

  const people = fc.array(fc.record({ time: fc.nat(60), hasEvent: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  });

  test("never rises, and lies within its interval", () => {
    fc.assert(
      fc.property(people, (followed) => {
        const steps = stepsOf(followed);
        for (const [index, step] of steps.entries()) {
          expect(step.survival).toBeLessThan(steps[index - 1]?.survival ?? 1);
          expect(step.survival).toBeGreaterThanOrEqual(step.interval?.lower ?? 0);
          expect(step.survival).toBeLessThanOrEqual(step.interval?.upper ?? 1);
        }
      }),
    );
  });

  test("is the plain share when nobody is censored", () => {
    fc.assert(
      fc.property(people, (followed) => {
        const all = followed.map(({ time }) => ({ time, hasEvent: true }));
        for (const { time, survival } of stepsOf(all)) {
          expect(survival).toBeCloseTo(all.filter((one) => one.time > time).length / all.length, 10);
        }
      }),
    );
  });
});
