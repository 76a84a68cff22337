import { expect, test } from "vitest";
import { writeCsv } from "./csv.ts";

test("a cell that a spreadsheet would take for a formula is led by an apostrophe; a number is not", () => {
  expect(writeCsv(["a"], [["=1+1"], ["@x"], [-5]])).toBe("\uFEFFa\r\n'=1+1\r\n'@x\r\n-5\r\n");
});

test("commas, quotes and line breaks stay inside their cell, and no value is an empty cell", () => {
  expect(writeCsv(["a", "b"], [['say "x", y', null]])).toBe('\uFEFFa,b\r\n"say ""x"", y",\r\n');
});
