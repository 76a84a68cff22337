import { describe, expect, test } from "vitest";
import { nextPeriod, periodOf, plainDateOf, type Period } from "../shared/index.ts";
import { baselineOf } from "./baseline.ts";
import { goalProgress, perPeriod, type GoalEvidence } from "./goal-progress.ts";
import type { DatedFigure } from "./pooled-figure.ts";

const launchOn = plainDateOf("2023-01-01");
const threeYears = { kind: "days", fromDay: -1096, toDay: -1, by: "quarter" } as const;
const violence: GoalEvidence = {
  target: { kind: "changeByPercent", percent: -10, indicator: "CR-VIOL", byMonth: 24 },
  window: threeYears,
  measure: { kind: "count" },
  direction: "lower",
  launchOn,
  figures: [],
};

function run(from: string, values: readonly number[], more: Partial<DatedFigure> = {}): DatedFigure[] {
  let period: Period = periodOf(from);
  return values.map((value) => {
    const figure = { period, value, ...more };
    period = nextPeriod(period);
    return figure;
  });
}

const steady = (count: number, each: number): number[] => Array.from({ length: count }, () => each);

describe("Baseline", () => {
  const source = { measure: { kind: "count" }, window: threeYears, launchOn } as const;

  test("adds up the quarters of the three years before launch, and no other", () => {
    const figures = run("2019-Q3", [99, 99, ...steady(12, 5), 77, 77]);
    expect(baselineOf({ ...source, figures })).toEqual({
      kind: "baseline",
      figure: { from: "2020-01-01", to: "2022-12-31", months: 36, periods: 12, value: 60 },
    });
  });

  test("does not count a quarter again in its year", () => {
    const figures = [...run("2020-Q1", steady(12, 5)), ...run("2020", steady(3, 20))];
    expect(baselineOf({ ...source, figures })).toMatchObject({ figure: { value: 60, months: 36 } });
  });

  test("leaves out a period with days after launch in it", () => {
    const later = plainDateOf("2023-03-15");
    expect(baselineOf({ ...source, launchOn: later, figures: run("2023-Q1", [40]) })).toEqual({
      kind: "none",
      because: "noFigures",
    });
  });

  test("takes a survey of sixty days from the quarter that holds it", () => {
    const window = { kind: "days", fromDay: -90, toDay: -30, by: "whole" } as const;
    const figures = run("2022-Q4", [55], { numerator: 55, denominator: 100 });
    expect(baselineOf({ ...source, measure: { kind: "share" }, window, figures })).toMatchObject({
      figure: { value: 55, denominator: 100 },
    });
  });

  test("waits for the checklist item that sets its window", () => {
    const window = { kind: "checklistItem", item: "K03" } as const;
    const figures = run("2022-11", [240]);
    expect(baselineOf({ ...source, window, figures })).toEqual({ kind: "none", because: "notDated" });
    expect(baselineOf({ ...source, window, figures, itemDoneOn: plainDateOf("2022-11-20") })).toMatchObject({
      figure: { value: 240 },
    });
  });
});

describe("Goal progress on counts", () => {
  const before = run("2020-Q1", steady(12, 30));

  test("is on track when even the worst end of the interval meets the path", () => {
    const progress = goalProgress({ ...violence, figures: [...before, ...run("2023-Q1", steady(4, 15))] });
    expect(progress).toMatchObject({ state: "onTrack", unit: "percent", sought: -10 });
    expect(progress.soughtNow).toBeCloseTo(-5, 0);
    expect(progress.reached?.value).toBeCloseTo(-50, 9);
  });

  test("is off track when even the best end does not", () => {
    expect(goalProgress({ ...violence, figures: [...before, ...run("2023-Q1", steady(8, 45))] }).state).toBe(
      "offTrack",
    );
  });

  test("cannot tell when noise alone could decide", () => {
    const few = run("2020-Q1", [8, 7, 8, 7, 8, 7, 8, 7, 8, 7, 8, 7]);
    const progress = goalProgress({ ...violence, figures: [...few, ...run("2023-Q1", [5, 4, 5, 4])] });
    expect(progress.state).toBe("cannotTell");
    expect(progress.reached?.value).toBeCloseTo(-40, 9);
    expect(progress.reached?.interval?.lower).toBeCloseTo(-65.97, 1);
    expect(progress.reached?.interval?.upper).toBeCloseTo(0.297, 2);
  });

  test("is too early with one quarter of a two-year goal", () => {
    expect(goalProgress({ ...violence, figures: [...before, ...run("2023-Q1", [2])] }).state).toBe(
      "tooEarly",
    );
  });

  test("says which number is missing", () => {
    expect(goalProgress({ ...violence, figures: before })).toMatchObject({
      state: "noData",
      missing: "latest",
    });
    expect(goalProgress({ ...violence, figures: run("2023-Q1", steady(4, 9)) })).toMatchObject({
      state: "noData",
      missing: "baseline",
    });
    const nothing = run("2020-Q1", steady(12, 0));
    expect(
      goalProgress({ ...violence, figures: [...nothing, ...run("2023-Q1", steady(4, 0))] }),
    ).toMatchObject({ state: "noData", missing: "events" });
  });

  test("looks at the last twelve months only", () => {
    const progress = goalProgress({
      ...violence,
      figures: [...before, ...run("2023-Q1", [60, 60, 60, 60, 20, 20, 20, 20])],
    });
    expect(progress.latest).toMatchObject({ from: "2024-01-01", to: "2024-12-31", months: 12, value: 80 });
  });

  test("is set against the comparison area when the goal says so", () => {
    const target = {
      kind: "percentBelowComparison",
      percent: 10,
      indicator: "CR-VIOL",
      byMonth: 36,
      pooledMonths: 24,
    } as const;
    const evidence = { ...violence, target, figures: [...before, ...run("2023-Q1", steady(8, 15))] };
    expect(goalProgress(evidence)).toMatchObject({
      state: "noData",
      missing: "comparison",
      unit: "percentOfComparison",
    });
    const comparison = [...run("2020-Q1", steady(12, 100)), ...run("2023-Q1", steady(8, 100))];
    expect(goalProgress({ ...evidence, comparison })).toMatchObject({ state: "onTrack" });
    const fell = [...run("2020-Q1", steady(12, 100)), ...run("2023-Q1", steady(8, 40))];
    expect(goalProgress({ ...evidence, comparison: fell }).state).toBe("offTrack");
  });
});

describe("Goal progress on surveys and levels", () => {
  const share = {
    measure: { kind: "share" },
    direction: "higher",
    launchOn,
    window: { kind: "days", fromDay: -90, toDay: -30, by: "whole" },
  } as const;
  const wave = (period: string, yes: number): DatedFigure => ({
    period: periodOf(period),
    value: yes / 3.5,
    numerator: yes,
    denominator: 350,
  });
  const tenPoints = { kind: "changeByPoints", points: 10, indicator: "TR-TRU", byMonth: 24 } as const;

  test("of ten points more with 350 answers each way cannot be told when the interval reaches below the path", () => {
    const progress = goalProgress({
      ...share,
      target: tenPoints,
      figures: [wave("2022-Q4", 175), wave("2024-Q4", 210)],
    });
    expect(progress).toMatchObject({ state: "cannotTell", unit: "points" });
    expect(progress.reached?.value).toBeCloseTo(10, 9);
    expect(progress.reached?.interval?.lower).toBeCloseTo(2.63, 2);
  });

  test("of twenty points more is on track", () => {
    expect(
      goalProgress({ ...share, target: tenPoints, figures: [wave("2022-Q4", 175), wave("2024-Q4", 250)] })
        .state,
    ).toBe("onTrack");
  });

  test("works out how many said yes from a share and the number of answers", () => {
    const [before, after] = [
      { period: periodOf("2022-Q4"), value: 50, denominator: 350 },
      { period: periodOf("2024-Q4"), value: 71.4, denominator: 350 },
    ];
    const progress = goalProgress({ ...share, target: tenPoints, figures: [before, after] });
    expect(progress).toMatchObject({ state: "onTrack", latest: { numerator: 250 } });
    const shares = [before, after].map(({ period, value }) => ({ period, value }));
    expect(goalProgress({ ...share, target: tenPoints, figures: shares })).toMatchObject({
      state: "cannotTell",
      missing: "answers",
    });
  });

  test("of a level not reached and not yet due is too early, and off track once it is due", () => {
    const level = { kind: "atLeast", value: 50, indicator: "TR-NAME", byMonth: 12 } as const;
    const evidence = { ...share, target: level, window: { kind: "none" } } as const;
    expect(goalProgress({ ...evidence, figures: [wave("2023-Q2", 90)] }).state).toBe("tooEarly");
    expect(goalProgress({ ...evidence, figures: [wave("2024-Q1", 90)] }).state).toBe("offTrack");
    expect(goalProgress({ ...evidence, figures: [wave("2024-Q1", 230)] }).state).toBe("onTrack");
    expect(goalProgress({ ...evidence, figures: [wave("2024-Q1", 180)] }).state).toBe("cannotTell");
  });

  test("of a share of a local number waits for that number", () => {
    const target = {
      kind: "atLeastPercentOf",
      percent: 25,
      of: { en: "residents aged 5 to 17" },
      indicator: "PR-YTH",
      byMonth: 24,
    } as const;
    const evidence = {
      ...violence,
      target,
      window: { kind: "none" },
      figures: run("2025-Q1", [10, 10, 10, 210]),
    } as const;
    expect(goalProgress(evidence)).toMatchObject({ state: "noData", missing: "localNumber" });
    expect(goalProgress({ ...evidence, localNumber: 800 })).toMatchObject({ state: "onTrack", sought: 200 });
  });

  test("of a mean without its spread cannot be told from noise", () => {
    const target = { kind: "changeByPoints", points: 0.3, indicator: "TR-PJ", byMonth: 24 } as const;
    const figures = [...run("2022-Q4", [3.2]), ...run("2024-Q4", [3.6])];
    const progress = goalProgress({ ...share, measure: { kind: "mean", from: 1, to: 5 }, target, figures });
    expect(progress).toMatchObject({ state: "cannotTell", missing: "answers" });
    expect(progress.reached?.value).toBeCloseTo(0.4, 9);
  });
});

describe("Guardrails", () => {
  const guard: GoalEvidence = {
    ...violence,
    target: { kind: "notAboveBaseline", indicator: "PA-UOF-A", byMonth: 12 },
  };
  const before = run("2020-Q1", steady(12, 20));

  test("hold when nothing rose, however few the events", () => {
    expect(goalProgress({ ...guard, figures: [...before, ...run("2023-Q1", [19, 20, 20, 20])] }).state).toBe(
      "onTrack",
    );
  });

  test("are breached only when the whole interval lies above", () => {
    expect(goalProgress({ ...guard, figures: [...before, ...run("2023-Q1", [22, 22, 22, 22])] }).state).toBe(
      "cannotTell",
    );
    expect(goalProgress({ ...guard, figures: [...before, ...run("2023-Q1", [40, 40, 40, 40])] }).state).toBe(
      "offTrack",
    );
  });

  test("that ask for fewer events need fewer beyond noise", () => {
    const target = { kind: "fewerThanBaseline", indicator: "CR-SHOT", byMonth: 12 } as const;
    expect(
      goalProgress({ ...guard, target, figures: [...before, ...run("2023-Q1", [19, 19, 19, 19])] }),
    ).toMatchObject({ state: "cannotTell", unit: "events" });
    expect(
      goalProgress({ ...guard, target, figures: [...before, ...run("2023-Q1", [8, 8, 8, 8])] }).state,
    ).toBe("onTrack");
  });
});

describe("The line before launch on a chart", () => {
  test("is the events of so many months, or the value itself", () => {
    const figure = { from: launchOn, to: launchOn, months: 36, periods: 12, value: 60 };
    expect(perPeriod({ kind: "count" }, figure, 3)).toBe(5);
    expect(perPeriod({ kind: "share" }, figure, 3)).toBe(60);
  });
});
