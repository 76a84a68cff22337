import { describe, expect, test } from "vitest";
import { writeCsv } from "./write-csv.ts";

describe("A CSV file", () => {
  test("quotes commas, quotes and line breaks, and leaves what is not known empty", () => {
    expect(writeCsv([["Albuquerque, NM", 'said "no"', null, undefined, 0]])).toBe(
      '\uFEFF"Albuquerque, NM","said ""no""",,,0\r\n',
    );
  });

  test.each(["=1+1", "+1", "-1", "@sum", "\t=1"])("keeps a spreadsheet from running %j", (text) => {
    expect(writeCsv([[text]])).toContain(`'${text}`);
  });

  test("leaves negative numbers numbers", () => {
    expect(writeCsv([[-1.5]])).toBe("\uFEFF-1.5\r\n");
  });
});
