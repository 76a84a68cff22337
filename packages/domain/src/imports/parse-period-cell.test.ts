import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDateCell, parseMonth, parsePeriodCell } from "./parse-period-cell.ts";

describe("periods in cells", () => {
  it("reads years, quarters and months as people write them", () => {
    expect(
      ["2026", "2026-Q3", "2026Q3", "Q3 2026", "2026-07", "202607", "Jul 2026", "julio 2026"].map(
        parsePeriodCell,
      ),
    ).toEqual(["2026", "2026-Q3", "2026-Q3", "2026-Q3", "2026-07", "2026-07", "2026-07", "2026-07"]);
    expect(["", "26", "2026-13", "Q5 2026", "next year"].map(parsePeriodCell)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("reads months by number and by name, in English and Spanish", () => {
    expect(["1", "07", "12.0", "July", "sept.", "enero"].map(parseMonth)).toEqual([1, 7, 12, 7, 9, 1]);
    expect(["0", "13", "", "Octember"].map(parseMonth)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("reads a date in the stated order only, and knows the calendar", () => {
    expect(parseDateCell("2026-07-31 00:00:00", "monthFirst", "quarter")).toBe("2026-Q3");
    expect(parseDateCell("7/4/2026", "monthFirst", "month")).toBe("2026-07");
    expect(parseDateCell("7/4/2026", "dayFirst", "month")).toBe("2026-04");
    expect(parseDateCell("31/7/2026", "monthFirst", "month")).toBeUndefined();
    expect(parseDateCell("2027-02-29", "yearFirst", "month")).toBeUndefined();
    expect(parseDateCell("20260731", "monthFirst", "year")).toBe("2026");
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        parsePeriodCell(cell);
        parseMonth(cell);
        parseDateCell(cell, "dayFirst", "month");
      }),
    );
  });
});
