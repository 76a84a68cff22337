import { expect, test } from "vitest";
import { compareReviews } from "./compare-reviews.ts";

function review(marks: Readonly<Record<string, number | null>>) {
  return {
    ratings: Object.entries(marks).map(([componentKey, mark]) => ({ componentKey, mark, evidence: [] })),
  };
}

test("components that differ by more than one point ask for a reason; those that one did not rate are left out", () => {
  const { pairs, apart } = compareReviews(
    review({ C1: 4, C2: 3, C3: 0, C4: null, C5: 2 }),
    review({ C1: 2, C2: 2, C3: 2, C4: 1 }),
  );
  expect(pairs.map(({ componentKey }) => componentKey)).toEqual(["C1", "C2", "C3"]);
  expect(apart).toEqual([
    { componentKey: "C1", first: 4, second: 2 },
    { componentKey: "C3", first: 0, second: 2 },
  ]);
});

test("two that always agree agree fully, and two reviews without a component in common cannot be compared", () => {
  const marks = { C1: 4, C2: 3, C3: 0 };
  const { kappa } = compareReviews(review(marks), review(marks));
  expect(kappa).toMatchObject({ kind: "estimate", value: 1 });
  expect(compareReviews(review({ C1: 1 }), review({ C2: 1 })).kappa.kind).toBe("cannotSay");
});
