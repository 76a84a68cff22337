import { expect, test } from "vitest";
import { matching } from "./destination.ts";

const pages = [
  { key: "a", label: "Open a site", to: "/sites/open" },
  { key: "b", label: "Indicadores públicos", to: "/indicators" },
];

test("finds a page by parts of its words, in any order and without accents", () => {
  expect(matching(pages, "site op").map((page) => page.key)).toEqual(["a"]);
  expect(matching(pages, "PUBLICOS").map((page) => page.key)).toEqual(["b"]);
});

test("nothing typed shows every page", () => {
  expect(matching(pages, " ")).toHaveLength(2);
});
