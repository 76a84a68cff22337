import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../templates/index.ts";
import { templateFileLimits } from "./file-limits.ts";
import { readStrictJson } from "./read-strict-json.ts";

const faultOf = (text: string): string => {
  const read = readStrictJson(text, templateFileLimits);
  return read.kind === "refused" ? read.fault : "read";
};

const nested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("reading JSON strictly", () => {
  test("reads what JSON.parse reads, for any value, however it is spaced", () => {
    const values = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(values, fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const read = readStrictJson(text, templateFileLimits);
        if (read.kind === "read") expect(read.value).toEqual(JSON.parse(text));
        // A random value may hold names that are refused; nothing else of it may be.
        else expect(["namesAlike", "nameRefused", "textRefused"]).toContain(read.fault);
      }),
    );
  });

  test("never reads what JSON.parse does not", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      '"a"',
      '"',
      ":",
      ",",
      "1",
      "-",
      "0",
      "01",
      ".5",
      "e",
      "true",
      "nul",
      " ",
      "\\",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (chosen) => {
        const text = chosen.join("");
        if (faultOf(text) === "read") expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ["", "empty"],
    [" \n", "empty"],
    ["\uFEFF{}", "byteOrderMark"],
    ["{", "notJson"],
    ["[1,]", "notJson"],
    ['{"a" 1}', "notJson"],
    ['"line\nbreak"', "notJson"],
    ['"\\x"', "notJson"],
    ["{} {}", "trailingData"],
    ["{}x", "trailingData"],
    ['{"a":1,"a":1}', "nameTwice"],
    ['{"a":1,"\\u0061":1}', "nameTwice"],
    ['{"__proto__":{"isAdmin":true}}', "nameRefused"],
    ['{"\\u005f_proto__":1}', "nameRefused"],
    ['{"constructor":{"prototype":{}}}', "nameRefused"],
    ['{"prototype":1}', "nameRefused"],
    ['{"key":1,"Key":1}', "namesAlike"],
    ['{"\u00e9":1,"e\u0301":1}', "namesAlike"],
    ['{"k":1,"\u212a":1}', "namesAlike"],
    ["1e999", "noCanonicalForm"],
    ['"\\ud800"', "noCanonicalForm"],
    ['"a\\u0000b"', "textRefused"],
  ])("%j is refused: %s", (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test("keeps what it is told about depth, to the level", () => {
    expect(faultOf(nested(templateFileLimits.depth))).toBe("read");
    expect(faultOf(nested(templateFileLimits.depth + 1))).toBe("tooDeep");
    expect(faultOf(nested(100_000))).toBe("tooDeep");
  });

  test("stops at the first member, item, value or letter too many", () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `"n${String(index)}":1`);
    expect(faultOf(`{${names.join(",")}}`)).toBe("tooMany");
    expect(faultOf(`[${"1,".repeat(templateFileLimits.items)}1]`)).toBe("tooMany");
    expect(faultOf(`["${"a".repeat(templateFileLimits.characters + 2)}"]`)).toBe("textTooLong");
    const read = readStrictJson("[[1,2],[3,4]]", { ...templateFileLimits, values: 6 });
    expect(read).toMatchObject({ kind: "refused", fault: "tooMany" });
  });

  test("names the place and the member", () => {
    expect(readStrictJson('{"a":{"b":1,"b":2}}', templateFileLimits)).toEqual({
      kind: "refused",
      fault: "nameTwice",
      at: 15,
      name: "b",
    });
  });
});

describe("canonical JSON", () => {
  test("orders names by their UTF-16 code units and writes escapes and numbers as RFC 8785 has them", () => {
    // The example of RFC 8785, section 3.2.3, without the emoji's neighbor that is no JSON name here.
    const names = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect(canonicalJson(names)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
    expect(canonicalJson([Number("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
    );
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"');
  });

  test("is the same for any order of writing, and reads back as what was written", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ["\ud800"], [{ "\udc00": 1 }], [() => 1], [1n]])(
    "has no form for %s",
    (value) => {
      expect(() => canonicalJson(value)).toThrow("canonical form");
    },
  );
});
