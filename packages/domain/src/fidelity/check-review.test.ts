import { describe, expect, test } from "vitest";
import { plainDateOf } from "../shared/index.ts";
import { checkReview } from "./check-review.ts";
import type { ComponentRating, FidelityReview } from "./review.ts";

const today = plainDateOf("2026-11-26");
const components = [
  { key: "C1", weight: 3, isEssential: true },
  { key: "C9", weight: 1, isEssential: false },
];
const good: ComponentRating[] = [
  { componentKey: "C1", mark: 3, evidence: [{ label: "Order 12", datedOn: plainDateOf("2026-09-01") }] },
  { componentKey: "C9", mark: 0, evidence: [] },
];

function codesOf(change: Partial<FidelityReview>): string[] {
  const review: FidelityReview = { rater: "self", reviewedOn: today, ratings: good, ...change };
  return checkReview(review, { components, today }).map(({ code }) => code);
}

function withSecond(rating: Partial<ComponentRating>): Partial<FidelityReview> {
  return { ratings: good.map((one) => (one.componentKey === "C9" ? { ...one, ...rating } : one)) };
}

const reason = "There is no school within a mile of the site.";

describe("a review is kept", () => {
  test("when every component of the release has a mark", () => {
    expect(codesOf({})).toEqual([]);
  });

  test("when a component that is not essential does not apply, with the reason", () => {
    expect(codesOf(withSecond({ mark: null, notApplicableReason: reason }))).toEqual([]);
  });
});

describe("a review is refused with what to do", () => {
  test.each<[string, Partial<FidelityReview>]>([
    ["COMPONENT_NOT_RATED", { ratings: good.slice(0, 1) }],
    ["COMPONENT_NOT_RATED", withSecond({ mark: null })],
    ["COMPONENT_UNKNOWN", { ratings: [...good, { componentKey: "C99", mark: 1, evidence: [] }] }],
    ["COMPONENT_RATED_TWICE", { ratings: [...good, { componentKey: "C9", mark: 1, evidence: [] }] }],
    ["MARK_OUT_OF_RANGE", withSecond({ mark: 5 })],
    ["MARK_OUT_OF_RANGE", withSecond({ mark: -1 })],
    ["MARK_OUT_OF_RANGE", withSecond({ mark: 2.5 })],
    ["MARK_OUT_OF_RANGE", withSecond({ mark: Number.NaN })],
    ["MARK_AND_NOT_APPLICABLE", withSecond({ mark: 2, notApplicableReason: reason })],
    ["NOT_APPLICABLE_REASON_MISSING", withSecond({ mark: null, notApplicableReason: "no" })],
    ["REVIEW_IN_FUTURE", { reviewedOn: plainDateOf("2026-11-27") }],
    [
      "REVIEW_TOO_OLD",
      { reviewedOn: plainDateOf("1990-01-01"), ratings: good.map((one) => ({ ...one, evidence: [] })) },
    ],
    ["EVIDENCE_UNNAMED", withSecond({ evidence: [{ label: " ", datedOn: today }] })],
    [
      "EVIDENCE_ADDRESS",
      withSecond({ evidence: [{ label: "A file", url: "javascript:alert(1)", datedOn: today }] }),
    ],
    [
      "EVIDENCE_AFTER_REVIEW",
      {
        reviewedOn: plainDateOf("2026-10-01"),
        ...withSecond({ evidence: [{ label: "A file", datedOn: today }] }),
      },
    ],
    [
      "EVIDENCE_TOO_MUCH",
      withSecond({ evidence: Array.from({ length: 6 }, () => ({ label: "A file", datedOn: today })) }),
    ],
  ])("%s", (code, change) => {
    expect(codesOf(change)).toEqual([code]);
  });

  test("when an essential component is said not to apply", () => {
    const ratings = good.map((one) =>
      one.componentKey === "C1" ? { ...one, mark: null, notApplicableReason: reason, evidence: [] } : one,
    );
    expect(codesOf({ ratings })).toEqual(["ESSENTIAL_NOT_APPLICABLE"]);
  });
});
