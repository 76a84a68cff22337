import { describe, expect, it } from "vitest";
import { columnLetters, findHeaderRow, isTextRow, nameColumns, normalizeHeader } from "./table.ts";

const rows = (...lines: string[][]) => lines.map((cells, index) => ({ number: index + 1, cells }));

describe("tables", () => {
  it("finds the header below title rows", () => {
    const found = findHeaderRow(
      rows(
        ["Table 8", "", "", ""],
        ["by City, 2013", "", " ", ""],
        ["City", "Population", "Robbery", "Arson"],
        ["Albany", "97,956", "227", ""],
      ),
    );
    expect(found?.number).toBe(3);
  });

  it("finds no header where there are only numbers, or one column", () => {
    expect(findHeaderRow(rows(["1", "2"], ["3", "4"]))).toBeUndefined();
    expect(findHeaderRow(rows(["City"], ["Albany"]))).toBeUndefined();
    expect(findHeaderRow([])).toBeUndefined();
  });

  it("makes one line of a header with line breaks", () => {
    expect(normalizeHeader("Murder and\nnonnegligent\r\nmanslaughter")).toBe(
      "Murder and nonnegligent manslaughter",
    );
    expect(normalizeHeader("Larceny-\ntheft")).toBe("Larceny-theft");
    expect(normalizeHeader("\ufeffORI ")).toBe("ORI");
  });

  it("tells columns of one name apart and says so, and names the nameless by their letters", () => {
    const { columns, findings } = nameColumns({ number: 1, cells: ["Count", "count", "", "x", "", ""] });
    expect(columns.map(({ name }) => name)).toEqual(["Count", "count (2)", "Column C", "x"]);
    expect(findings.map(({ code }) => code)).toEqual(["COLUMN_NAME_REPEATED"]);
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });

  it("keeps headers such as __proto__ as plain names", () => {
    expect(
      nameColumns({ number: 1, cells: ["__proto__", "constructor", "__proto__"] }).columns.map(
        ({ name }) => name,
      ),
    ).toEqual(["__proto__", "constructor", "__proto__ (2)"]);
  });

  it("takes a row with only its first cell filled for text", () => {
    expect(isTextRow({ number: 9, cells: ["1 The figures shown", "", ""] }, 3)).toBe(true);
    expect(isTextRow({ number: 9, cells: ["Albany", "1", ""] }, 3)).toBe(false);
  });
});
