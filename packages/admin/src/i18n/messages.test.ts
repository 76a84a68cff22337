import { describe, expect, test } from "vitest";

type Catalog = Record<string, string>;

const english = import.meta.glob<Catalog>("../*/messages/en.json", { eager: true, import: "default" });
const spanish = import.meta.glob<Catalog>("../*/messages/es.json", { eager: true, import: "default" });
const code = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*", "!../**/generated/**"], {
  eager: true,
  query: "?raw",
  import: "default",
});

/** The names in braces that a message fills in: `{count, plural, …}` and `{name}` both. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? ""))].sort();
}

function placeholdersById(catalog: Catalog): Record<string, string[]> {
  return Object.fromEntries(Object.entries(catalog).map(([id, message]) => [id, placeholders(message)]));
}

describe.each(Object.entries(english))("%s", (path, inEnglish) => {
  const inSpanish = spanish[path.replace("en.json", "es.json")] ?? {};

  test("has the same messages in Spanish, with the same names to fill in", () => {
    expect(placeholdersById(inSpanish)).toEqual(placeholdersById(inEnglish));
  });

  test("says nothing empty", () => {
    expect(
      [...Object.values(inEnglish), ...Object.values(inSpanish)].filter((message) => message.trim() === ""),
    ).toEqual([]);
  });
});

test("every message that the code names exists", () => {
  const known = new Set(Object.values(english).flatMap((catalog) => Object.keys(catalog)));
  const named = Object.entries(code).flatMap(([path, source]) =>
    [...source.matchAll(/\btext\(\s*"([^"]+)"/g)].map((match) => ({ id: match[1] ?? "", path })),
  );
  expect(named.filter(({ id }) => !known.has(id))).toEqual([]);
});

test("every page of the site map has a title", () => {
  const known = new Set(Object.values(english).flatMap((catalog) => Object.keys(catalog)));
  const titles = [...(code["../routes.tsx"] ?? "").matchAll(/title: "([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(titles.filter((title) => !known.has(title))).toEqual([]);
});
