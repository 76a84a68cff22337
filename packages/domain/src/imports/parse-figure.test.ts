import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFigure } from "./parse-figure.ts";

const value = (cell: string) => {
  const reading = parseFigure(cell);
  return reading.kind === "value" ? reading.value : reading.kind;
};

describe("parseFigure", () => {
  it("reads thousands separators, decimals, dollars, percent and accountants' parentheses", () => {
    expect(
      ["1,234", "1,234,567.5", "12.50", " 7 ", "$40", "45%", "(12)", "-3", "0", ".5"].map(value),
    ).toEqual([1234, 1234567.5, 12.5, 7, 40, 45, -12, -3, 0, 0.5]);
  });

  it("reads a round number as statistical programs write it", () => {
    expect(["4e+05", "1e6", "12E+3"].map(value)).toEqual([400_000, 1_000_000, 12_000]);
  });

  it("takes blanks and the usual words as missing, never as zero", () => {
    for (const cell of [
      "",
      "  ",
      "\u00a0",
      "NA",
      "n/a",
      "#N/A",
      "NaN",
      "NULL",
      "-",
      "–",
      ".",
      "Not available",
    ]) {
      expect(value(cell), cell).toBe("missing");
    }
  });

  it("refuses what is hidden, failed, rounded, ambiguous or not a number", () => {
    for (const cell of [
      "<10",
      "*",
      "#VALUE!",
      "#DIV/0!",
      "1.2E+05",
      "1e308",
      "Inf",
      "-inf",
      "1.234,5",
      "12,5",
      "1,23",
      "ten",
      "12 3",
      "0x1f",
      "1_000",
      "99999999999999999999",
    ]) {
      expect(value(cell), cell).toBe("unreadable");
    }
  });

  it("never throws, and never makes a value that is not finite", () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const reading = parseFigure(cell);
        return reading.kind !== "value" || Number.isFinite(reading.value);
      }),
    );
  });

  it("reads every whole number back as it was, with and without separators", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (number) => {
        expect(value(String(number))).toBe(number);
        expect(value(number.toLocaleString("en-US"))).toBe(number);
      }),
    );
  });
});
