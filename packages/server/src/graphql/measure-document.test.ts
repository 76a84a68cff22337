import { buildSchema, getOperationAST, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { countRows } from "./count-rows.ts";
import { measureDocument } from "./measure-document.ts";

describe("measureDocument", () => {
  const measure = (text: string) => measureDocument(parse(text));

  it("counts levels through fragments, which are no level themselves", () => {
    expect(measure("{ a { b ...f } } fragment f on A { c { d } }").depth).toBe(3);
    expect(measure("{ a { ... on A { b } } }").depth).toBe(2);
  });

  it("counts what a fragment holds once for each time it is spread", () => {
    expect(measure("{ ...f ...f x: a } fragment f on Q { y: b c }")).toMatchObject({ aliases: 3, fields: 5 });
  });

  it("counts directives on fields, spreads and operations", () => {
    expect(
      measure("query @x { a @skip(if: true) ...f @include(if: true) } fragment f on Q { b @y }").directives,
    ).toBe(4);
  });

  it("measures 2^40 fields without writing them out, and a circle without end", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, n) => `fragment f${String(n)} on Q { ...f${String(n + 1)} ...f${String(n + 1)} }`,
    );
    expect(measure(`{ ...f0 } ${doubling.join(" ")} fragment f40 on Q { a }`).fields).toBe(2 ** 40);
    expect(measure("{ ...f } fragment f on Q { a ...g } fragment g on Q { b ...f }").fields).toBe(2);
  });
});

describe("countRows", () => {
  const schema = buildSchema(
    "type Query { sites(first: Int): Site site: Site } type Site { goals(first: Int): Site edges: Site id: ID }",
  );
  const count = (text: string, variables: Record<string, unknown> = {}) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    return countRows({ schema, document, operation, variables });
  };

  it("multiplies lists inside lists", () => {
    expect(count("{ sites(first: 50) { edges { goals(first: 20) { id } } } }")).toBe(50 + 50 * 20);
  });

  it("takes the variables' word, and 25 where nothing is said", () => {
    expect(count("query ($n: Int) { sites(first: $n) { id } }", { n: 7 })).toBe(7);
    expect(count("{ sites { ...f } } fragment f on Site { goals { id } }")).toBe(25 + 25 * 25);
  });
});
