import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weightedKappa, type PairOfMarks } from "./weighted-kappa.ts";

function pairsOf(table: readonly (readonly number[])[]): PairOfMarks[] {
  return table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, (): PairOfMarks => [one, other])),
  );
}

function estimateOf(pairs: readonly PairOfMarks[], highestMark: number) {
  const answer = weightedKappa(pairs, highestMark);
  if (answer.kind === "cannotSay") throw new Error(answer.because);
  return answer;
}

describe("weighted kappa", () => {
  test("agrees with the published value and standard error of 91 couples", () => {
    const couples = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    const { value, interval } = estimateOf(pairsOf(couples), 3);
    expect(value).toBeCloseTo(0.2374, 4);
    expect((interval.upper - interval.lower) / (2 * 1.959964)).toBeCloseTo(0.0783, 4);
  });

  // Worked by hand: of 50 pairs 20 + 15 agree, so 0.7; chance gives 0.6 × 0.5 + 0.4 × 0.5 = 0.5; (0.7 - 0.5) / 0.5.
  test("with two marks is Cohen's kappa without weights", () => {
    expect(
      estimateOf(
        pairsOf([
          [20, 10],
          [5, 15],
        ]),
        1,
      ).value,
    ).toBeCloseTo(0.4, 12);
  });

  const mark = fc.integer({ min: 0, max: 4 });
  const manyPairs = fc.array(fc.tuple(mark, mark), { minLength: 2, maxLength: 40 });

  test("is 1 exactly when the two always agree, and never above", () => {
    fc.assert(
      fc.property(manyPairs, (pairs) => {
        const answer = weightedKappa(pairs, 4);
        const agree = pairs.every(([one, other]) => one === other);
        return (
          answer.kind === "cannotSay" || (agree ? Math.abs(answer.value - 1) < 1e-9 : answer.value < 1 - 1e-9)
        );
      }),
    );
  });

  test("does not depend on who is called first, nor on the direction of the scale", () => {
    fc.assert(
      fc.property(manyPairs, (pairs) => {
        const [straight, swapped, turned] = [
          weightedKappa(pairs, 4),
          weightedKappa(
            pairs.map(([one, other]): PairOfMarks => [other, one]),
            4,
          ),
          weightedKappa(
            pairs.map(([one, other]): PairOfMarks => [4 - one, 4 - other]),
            4,
          ),
        ];
        if (straight.kind === "cannotSay") return swapped.kind === "cannotSay" && turned.kind === "cannotSay";
        return [swapped, turned].every(
          (other) => other.kind === "estimate" && Math.abs(other.value - straight.value) < 1e-9,
        );
      }),
    );
  });

  test("has no answer for one pair, where one of the two gives the same mark throughout, and for what is no mark", () => {
    expect(weightedKappa([[1, 1]], 4).kind).toBe("cannotSay");
    expect(
      weightedKappa(
        [
          [3, 3],
          [3, 3],
        ],
        4,
      ).kind,
    ).toBe("cannotSay");
    expect(
      weightedKappa(
        [
          [3, 1],
          [3, 4],
          [3, 2],
        ],
        4,
      ).kind,
    ).toBe("cannotSay");
    expect(
      weightedKappa(
        [
          [0, 5],
          [1, 1],
        ],
        4,
      ),
    ).toEqual({ kind: "cannotSay", because: "NOT_A_NUMBER" });
    expect(
      weightedKappa(
        [
          [0, Number.NaN],
          [1, 1],
        ],
        4,
      ).kind,
    ).toBe("cannotSay");
  });
});
