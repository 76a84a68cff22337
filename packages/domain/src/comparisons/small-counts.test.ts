import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { protectTable } from "./protect-table.ts";
import { isSmallCount, isUnreliable, mustProtect } from "./small-counts.ts";

describe("Small counts", () => {
  test.each([
    [0, false],
    [0.4, true],
    [1, true],
    [9, true],
    [9.5, false],
    [10, false],
    [1e15, false],
  ])("%f events: protected is %s", (count, expected) => {
    expect(isSmallCount(count)).toBe(expected);
  });

  test("few events are flagged, which is not the same as protected", () => {
    expect([0, 19, 20].map(isUnreliable)).toEqual([true, true, false]);
  });

  test("protects a count by its numerator when it has one", () => {
    expect(mustProtect({ kind: "count" }, { value: 4 })).toBe(true);
    expect(mustProtect({ kind: "count" }, { value: 0 })).toBe(false);
    expect(mustProtect({ kind: "count" }, { value: 40, numerator: 4 })).toBe(true);
  });

  test("protects a rate from which a small count could be worked out", () => {
    expect(mustProtect({ kind: "rate", per: 1000 }, { value: 2.5, denominator: 2_000 })).toBe(true);
    expect(mustProtect({ kind: "rate", per: 1000 }, { value: 25, denominator: 2_000 })).toBe(false);
    expect(mustProtect({ kind: "rate", per: 1000 }, { value: 2.5, numerator: 5 })).toBe(true);
    expect(mustProtect({ kind: "rate", per: 1000 }, { value: 2.5 })).toBe(false);
  });

  test("protects a share when few said yes, few said no, or few answered", () => {
    expect(mustProtect({ kind: "share" }, { value: 4, numerator: 4, denominator: 100 })).toBe(true);
    expect(mustProtect({ kind: "share" }, { value: 96, numerator: 96, denominator: 100 })).toBe(true);
    expect(mustProtect({ kind: "share" }, { value: 96, denominator: 100 })).toBe(true);
    expect(mustProtect({ kind: "share" }, { value: 0, numerator: 0, denominator: 8 })).toBe(true);
    expect(mustProtect({ kind: "share" }, { value: 50, numerator: 50, denominator: 100 })).toBe(false);
    expect(mustProtect({ kind: "share" }, { value: 50 })).toBe(false);
  });

  test("protects a mean of few answers", () => {
    expect(mustProtect({ kind: "mean", from: 1, to: 5 }, { value: 3.2, denominator: 7 })).toBe(true);
    expect(mustProtect({ kind: "mean", from: 1, to: 5 }, { value: 3.2, denominator: 70 })).toBe(false);
  });
});

describe("Table with totals", () => {
  test("hides a second cell where the total would give a small count back", () => {
    expect(protectTable([[3, 40, 57]]).hidden[0]).toEqual([true, true, false, false]);
  });

  test("hides nothing where no count is small, and counts nothing as something", () => {
    const table = protectTable([
      [0, 40],
      [57, 0],
    ]);
    expect(table.hidden.flat().some(Boolean)).toBe(false);
    expect(table.counts).toEqual([
      [0, 40, 40],
      [57, 0, 57],
      [57, 40, 97],
    ]);
  });

  test("hides a third cell where two small counts can only be one and one", () => {
    const [row] = protectTable([[1, 1, 30]]).hidden;
    expect(row?.slice(0, 2)).toEqual([true, true]);
    expect(row?.filter(Boolean).length).toBeGreaterThan(2);
  });

  test("of nothing is nothing", () => {
    expect(protectTable([])).toEqual({ counts: [[]], hidden: [[]] });
  });

  test("leaves an attacker who knows the rule at least two values for every small count, unless all is hidden", () => {
    const count = fc.integer({ min: 0, max: 14 });
    const tables = fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(tables, (table) => {
        const published = protectTable(table);
        if (published.hidden.flat().every(Boolean)) return;
        for (const values of attack(published)) expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });
});

/** Tries every table of two by two that agrees with what is shown; gives the possible values of each small count. */
function attack({ counts, hidden }: ReturnType<typeof protectTable>): Set<number>[] {
  const possible = counts.flat().map((count) => (isSmallCount(count) ? new Set<number>() : undefined));
  const domain = (row: number, column: number): number[] => {
    const count = counts[row]?.[column] ?? 0;
    if (!hidden[row]?.[column]) return [count];
    return isSmallCount(count) ? range(1, 9) : range(0, 24);
  };
  for (const a of domain(0, 0))
    for (const b of domain(0, 1))
      for (const c of domain(1, 0))
        for (const d of domain(1, 1)) {
          const whole = [
            [a, b, a + b],
            [c, d, c + d],
            [a + c, b + d, a + b + c + d],
          ];
          const fits = whole.every((row, r) =>
            row.every((value, k) => agrees(value, counts[r]?.[k] ?? 0, hidden[r]?.[k] ?? false)),
          );
          if (fits) whole.flat().forEach((value, index) => possible[index]?.add(value));
        }
  return possible.filter((values) => values !== undefined);
}

function agrees(value: number, count: number, isHidden: boolean): boolean {
  if (!isHidden) return value === count;
  return !isSmallCount(count) || isSmallCount(value);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
