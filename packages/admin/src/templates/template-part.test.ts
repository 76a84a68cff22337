import { describe, expect, test } from "vitest";
import { searchSections, type TemplatePart, type TemplateSection } from "./template-part.ts";

function part(key: string, title: string, value = ""): TemplatePart {
  return { key, title, facts: [{ term: "Owner", value }], isCore: false, isProposal: true, restsOn: null };
}

const sections: readonly TemplateSection[] = [
  {
    key: "goals",
    title: "Goals",
    sentence: "",
    parts: [part("O1", "Confianza"), part("O2", "Known by name")],
  },
  {
    key: "checklistItems",
    title: "Checklist",
    sentence: "",
    parts: [part("B10", "Sign the agreement", "City attorney")],
  },
];

function found(words: string): string[] {
  return searchSections(sections, words).flatMap(({ parts }) => parts.map(({ key }) => key));
}

describe("finding words in a template", () => {
  test("shows everything when nothing is asked", () => {
    expect(searchSections(sections, "  ")).toBe(sections);
  });

  test("wants every word, wherever in the part it stands", () => {
    expect(found("sign attorney")).toEqual(["B10"]);
    expect(found("sign sergeant")).toEqual([]);
  });

  test("minds neither capitals nor accents, and knows codes", () => {
    expect(found("CONFIÁNZA")).toEqual(["O1"]);
    expect(found("b10")).toEqual(["B10"]);
  });

  test("leaves out the sections in which nothing was found", () => {
    expect(searchSections(sections, "name").map(({ key }) => key)).toEqual(["goals"]);
  });
});
