import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, plainDateOf } from "../shared/index.ts";
import type { ComponentRating } from "./review.ts";
import { isRecent, scoreFidelity, type ScoredBy } from "./score-fidelity.ts";

const reviewedOn = plainDateOf("2026-11-26");
const shown = [{ label: "Minutes of the October meeting", datedOn: plainDateOf("2026-10-14") }];

function rating(
  componentKey: string,
  mark: number | null,
  rest: Partial<ComponentRating> = {},
): ComponentRating {
  return { componentKey, mark, evidence: [], ...rest };
}

const three: ScoredBy[] = [
  { key: "C1", weight: 3, isEssential: true },
  { key: "C2", weight: 2, isEssential: false },
  { key: "C3", weight: 1, isEssential: false },
];

describe("the score of a review", () => {
  test("is the weighted share of the marks that count", () => {
    const ratings = [rating("C1", 4, { evidence: shown }), rating("C2", 3), rating("C3", 1)];
    const { score, band, components } = scoreFidelity(three, { ratings, reviewedOn });
    expect(score).toBe(70.8);
    expect(band).toBe("partial");
    expect(components.map(({ counted }) => counted)).toEqual([4, 2, 1]);
    expect(components.map(({ isCapped }) => isCapped)).toEqual([false, true, false]);
  });

  test("tells a missing core component whatever the total", () => {
    const ratings = [rating("C1", 1), rating("C2", 4, { evidence: shown }), rating("C3", 0)];
    expect(scoreFidelity(three, { ratings, reviewedOn }).missing).toEqual(["C1"]);
  });

  test("leaves out what does not apply, from above the line and from below it", () => {
    const reason = "There is no school within a mile of the site.";
    const ratings = [
      rating("C1", 4, { evidence: shown }),
      rating("C2", null, { notApplicableReason: reason }),
      rating("C3", 4, { evidence: shown }),
    ];
    expect(scoreFidelity(three, { ratings, reviewedOn }).score).toBe(100);
  });

  test("says nothing when no component applies, and counts a component that nobody rated as 0", () => {
    const reason = "There is no school within a mile of the site.";
    const [, second] = three;
    if (second === undefined) throw new Error("no second component");
    const none = { ratings: [rating("C2", null, { notApplicableReason: reason })], reviewedOn };
    expect(scoreFidelity([second], none)).toMatchObject({ score: null, band: null });
    expect(scoreFidelity([second], { ratings: [], reviewedOn }).score).toBe(0);
  });

  test("takes its bands on the score as it is shown", () => {
    const of = (weight: number) => [
      { key: "A", weight, isEssential: false },
      { key: "B", weight: 100 - weight, isEssential: false },
    ];
    const ratings = [rating("A", 4, { evidence: shown }), rating("B", 0)];
    expect(scoreFidelity(of(80), { ratings, reviewedOn })).toMatchObject({ score: 80, band: "strong" });
    expect(scoreFidelity(of(79), { ratings, reviewedOn })).toMatchObject({ score: 79, band: "partial" });
    expect(scoreFidelity(of(60), { ratings, reviewedOn })).toMatchObject({ score: 60, band: "partial" });
    expect(scoreFidelity(of(59), { ratings, reviewedOn })).toMatchObject({ score: 59, band: "weak" });
  });
});

describe("evidence", () => {
  test("counts on the first and on the last of its six months, and not a day outside", () => {
    expect(isRecent({ datedOn: reviewedOn }, reviewedOn)).toBe(true);
    expect(isRecent({ datedOn: addDays(reviewedOn, 1) }, reviewedOn)).toBe(false);
    const first = addMonths(reviewedOn, -6);
    expect(isRecent({ datedOn: first }, reviewedOn)).toBe(true);
    expect(isRecent({ datedOn: addDays(first, -1) }, reviewedOn)).toBe(false);
  });
});

const someComponents = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 10 }), isEssential: fc.boolean() }), {
    minLength: 1,
    maxLength: 16,
  })
  .map((all) => all.map((one, index): ScoredBy => ({ key: `C${String(index)}`, ...one })));

const someReview = someComponents.chain((components) =>
  fc.record({
    components: fc.constant(components),
    ratings: fc.tuple(
      ...components.map(({ key }) =>
        fc.record({
          componentKey: fc.constant(key),
          mark: fc.integer({ min: 0, max: 4 }),
          evidence: fc.constantFrom(shown, []),
        }),
      ),
    ),
    at: fc.nat({ max: components.length - 1 }),
  }),
);

describe("for any review", () => {
  test("the score lies between 0 and 100", () => {
    fc.assert(
      fc.property(someReview, ({ components, ratings }) => {
        const { score } = scoreFidelity(components, { ratings, reviewedOn });
        return score !== null && score >= 0 && score <= 100;
      }),
    );
  });

  test("a better mark, or evidence for it, never lowers the score nor makes a component missing", () => {
    fc.assert(
      fc.property(someReview, fc.boolean(), ({ components, ratings, at }, isMark) => {
        const mended = ratings.map((one, index) => {
          if (index !== at) return one;
          return isMark ? { ...one, mark: Math.min(4, one.mark + 1) } : { ...one, evidence: shown };
        });
        const before = scoreFidelity(components, { ratings, reviewedOn });
        const after = scoreFidelity(components, { ratings: mended, reviewedOn });
        return (
          Number(after.score) >= Number(before.score) &&
          after.missing.every((key) => before.missing.includes(key))
        );
      }),
    );
  });

  test("the order of the ratings does not matter, nor what is rated beyond the release", () => {
    fc.assert(
      fc.property(someReview, ({ components, ratings }) => {
        const other = [rating("NEW", 4), ...ratings.toReversed()];
        expect(scoreFidelity(components, { ratings: other, reviewedOn })).toEqual(
          scoreFidelity(components, { ratings, reviewedOn }),
        );
      }),
    );
  });
});
