import { describe, expect, test } from "vitest";
import { periodOf } from "../shared/index.ts";
import { comparability } from "./comparability.ts";
import { compareFigure, comparePlaces } from "./compare-places.ts";
import type { PlaceFigure } from "./place-figure.ts";

const year = periodOf("1975");
const albuquerque: PlaceFigure = {
  period: year,
  state: "shown",
  value: 2383,
  denominator: 286_238,
  monthsCovered: 12,
};

function placeNamed(name: string, figure: Partial<PlaceFigure> = {}, siteKind?: string) {
  return { id: name, name, siteKind, figures: [{ ...albuquerque, ...figure }] };
}

describe("Comparing places", () => {
  test("turns a count into a rate per 100,000 with its exact interval", () => {
    const { compared, interval, marks } = compareFigure({ kind: "count" }, albuquerque);
    expect(compared).toBeCloseTo(832.523983538174, 9);
    expect(interval?.lower).toBeCloseTo(799.4302, 3);
    expect(interval?.upper).toBeCloseTo(866.6359, 3);
    expect(marks).toEqual([]);
  });

  test("sorts by name, whatever the rates", () => {
    const rows = comparePlaces({ kind: "count" }, [
      placeNamed("Zion"),
      placeNamed("Áqua", { value: 9000 }),
      placeNamed("Bern", { value: 1 }),
    ]);
    expect(rows.map((row) => row.name)).toEqual(["Áqua", "Bern", "Zion"]);
  });

  test("leaves a partial year partial", () => {
    const partial = compareFigure({ kind: "count" }, { ...albuquerque, value: 120, monthsCovered: 6 });
    expect(partial.compared).toBeCloseTo((120 / 286_238) * 100_000, 9);
    expect(partial.marks).toEqual(["partialPeriod"]);
  });

  test("says that months were not stated, or contradict the count", () => {
    expect(compareFigure({ kind: "count" }, { ...albuquerque, monthsCovered: undefined }).marks).toEqual([
      "monthsNotStated",
    ]);
    expect(compareFigure({ kind: "count" }, { ...albuquerque, monthsCovered: 0 }).marks).toEqual([
      "monthsContradict",
    ]);
  });

  test("gives no rate without a population, and keeps the count", () => {
    const figure = compareFigure({ kind: "count" }, { ...albuquerque, denominator: undefined });
    expect(figure).toMatchObject({ value: 2383, compared: undefined, marks: ["noPopulation"] });
  });

  test("flags fewer than 20 events and shows them all the same", () => {
    const figure = compareFigure({ kind: "count" }, { ...albuquerque, value: 19 });
    expect(figure.marks).toEqual(["fewEvents"]);
    expect(figure.compared).toBeDefined();
  });

  test("carries no number of what is protected or missing", () => {
    const hidden = compareFigure({ kind: "count" }, { ...albuquerque, state: "protected" });
    expect(JSON.stringify(hidden)).not.toContain("2383");
    expect(hidden).not.toHaveProperty("compared");
    expect(compareFigure({ kind: "count" }, { period: year, state: "shown" }).state).toBe("missing");
  });

  test("gives a share in percent with its Wilson interval, and none without the numbers behind it", () => {
    const share = compareFigure(
      { kind: "share" },
      { ...albuquerque, value: 80, numerator: 80, denominator: 100 },
    );
    expect(share.compared).toBe(80);
    expect(share.interval?.lower).toBeCloseTo(71.1, 1);
    expect(
      compareFigure({ kind: "share" }, { ...albuquerque, value: 80, denominator: undefined }).marks,
    ).toEqual(["noInterval"]);
  });

  test("shows a clearance above 100% as it is, without an interval", () => {
    const share = compareFigure(
      { kind: "share" },
      { ...albuquerque, value: 110, numerator: 22, denominator: 20 },
    );
    expect(share).toMatchObject({ compared: 110, marks: ["noInterval"] });
  });
});

describe("Comparability", () => {
  test("of like figures is given", () => {
    expect(comparability([placeNamed("A"), placeNamed("B")])).toEqual({ grade: "comparable", reasons: [] });
  });

  test("ends where reporting systems differ", () => {
    const places = [
      placeNamed("A", { reportingSystem: "SRS" }),
      placeNamed("B", { reportingSystem: "NIBRS" }),
    ];
    expect(comparability(places)).toEqual({
      grade: "notComparable",
      reasons: [{ code: "REPORTING_SYSTEMS_DIFFER", places: ["B"] }],
    });
  });

  test("ends where kinds of site differ or one counts by a definition of its own", () => {
    expect(comparability([placeNamed("A", {}, "park"), placeNamed("B", {}, "publicHousing")]).grade).toBe(
      "notComparable",
    );
    expect(
      comparability([placeNamed("A", { definitionNotes: "without grazes" }), placeNamed("B")]).reasons,
    ).toEqual([{ code: "DEFINITIONS_DIFFER", places: ["A"] }]);
  });

  test("asks for care where months, populations or figures are missing", () => {
    const places = [
      placeNamed("A", { monthsCovered: 9 }),
      placeNamed("B", { denominator: undefined }),
      placeNamed("C", { state: "missing" }),
    ];
    expect(comparability(places)).toEqual({
      grade: "withCare",
      reasons: [
        { code: "MONTHS_MISSING", places: ["A"] },
        { code: "FIGURES_MISSING", places: ["C"] },
        { code: "POPULATION_MISSING", places: ["B"] },
      ],
    });
  });
});
