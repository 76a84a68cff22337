import { describe, expect, test } from "vitest";
import { contentSections, partForm, type ContentSection } from "./index.ts";

function kinds(section: ContentSection): Record<string, string> {
  return Object.fromEntries(partForm(section).map(({ name, kind }) => [name, kind]));
}

describe("the form of a part", () => {
  test("has a way to enter every field of the format, and never the key", () => {
    expect(kinds("positions")).toMatchObject({
      title: "text",
      count: "seats",
      employer: "choice",
      commitmentMonths: "integer",
      requiredTrainings: "keys",
      core: "fields",
      isCore: "flag",
    });
    expect(kinds("trainings")).toMatchObject({ hours: "number", outline: "texts", when: "choice" });
    expect(kinds("checklistItems")).toMatchObject({
      phase: "key",
      ownerRole: "key",
      dueOffsetDays: "integer",
    });
    expect(kinds("goals")).toMatchObject({ targets: "targets", baselineWindow: "baselineWindow" });
    for (const section of contentSections) {
      expect(Object.keys(kinds(section))).not.toContain("key");
      expect(Object.keys(kinds(section))).not.toContain("was");
    }
  });

  test("says what must be filled in, what may be chosen and which parts may be named", () => {
    const field = (section: ContentSection, name: string) =>
      partForm(section).find((known) => known.name === name);
    expect(field("checklistItems", "title")?.isRequired).toBe(true);
    expect(field("checklistItems", "note")?.isRequired).toBe(false);
    expect(field("activities", "tenet")?.choices).toContain("safePassage");
    expect(field("checklistItems", "dueOffsetDays")).toMatchObject({ minimum: -3650, maximum: 3650 });
    for (const section of contentSections)
      for (const { kind, refersTo, name } of partForm(section))
        expect(refersTo !== undefined, `${section}.${name}`).toBe(kind === "key" || kind === "keys");
  });
});
