import { describe, expect, test } from "vitest";
import { plainDateOf } from "../shared/index.ts";
import { smallContent, smallTemplate } from "../templates/content-for-tests.ts";
import { parseReleaseVersion, type TemplateContent } from "../templates/index.ts";
import {
  checkDraft,
  checkRelease,
  draftDifferences,
  nextDraft,
  proposedVersion,
  releaseOfDraft,
} from "./index.ts";

const base = smallContent();
const newest = parseReleaseVersion("3.2.0");
const day = plainDateOf("2026-11-26");

type Section = "positions" | "checklistItems" | "coreComponents" | "activities" | "partnerRoles" | "phases";

/** The small template with fields of one part changed. */
function changed(section: Section, key: string, fields: object): TemplateContent {
  const parts: { key: string }[] = smallTemplate()[section];
  return smallContent({ [section]: parts.map((part) => (part.key === key ? { ...part, ...fields } : part)) });
}

function without(section: Section, key: string): TemplateContent {
  const parts: { key: string }[] = smallTemplate()[section];
  return smallContent({ [section]: parts.filter((part) => part.key !== key) });
}

describe("the number of the next release", () => {
  test.each([
    ["a core component weighs more", changed("coreComponents", "C1", { weight: 3 }), "4.0.0"],
    [
      "a core component looks different",
      changed("coreComponents", "C1", {
        looksLike: { none: { en: "x" }, partly: { en: "y" }, full: { en: "z" } },
      }),
      "4.0.0",
    ],
    ["a core component is taken out", without("coreComponents", "C6"), "4.0.0"],
    ["a field that is core changes", changed("positions", "OFF", { commitmentMonths: 48 }), "4.0.0"],
    [
      "words in a field that is core change",
      changed("activities", "A1", { core: ["dose"], dose: { en: "6 a year" } }),
      "4.0.0",
    ],
    ["what is core changes", changed("positions", "OFF", { core: [] }), "4.0.0"],
    ["a part that is core as a whole is taken out", without("partnerRoles", "IA"), "4.0.0"],
    ["an adaptable field changes", changed("positions", "OFF", { count: 12 }), "3.3.0"],
    [
      "a checklist item is due at another time",
      changed("checklistItems", "B01", { dueOffsetDays: -360 }),
      "3.3.0",
    ],
    ["a part is taken out", without("checklistItems", "B31"), "3.3.0"],
    ["a template is made for other places", smallContent({ siteKind: "neighborhood" }), "3.3.0"],
    [
      "words change",
      changed("checklistItems", "B01", { title: { en: "Name the leads", es: "In Spanish" } }),
      "3.2.1",
    ],
    [
      "words are added where there were none",
      changed("phases", "E", { note: { en: "Take your time." } }),
      "3.2.1",
    ],
    [
      "the name of a core component is mended",
      changed("coreComponents", "C1", { name: { en: "One" } }),
      "3.2.1",
    ],
    ["the summary changes", smallContent({ summary: { en: "Better said" } }), "3.2.1"],
  ])("%s", (_title, content, expected) => {
    expect(proposedVersion({ content, base }, newest)).toBe(expected);
  });

  test("follows the furthest of several changes, and is 1.0.0 for a template without a release", () => {
    const content = {
      ...changed("positions", "OFF", { commitmentMonths: 48 }),
      summary: { en: "Better said" },
    };
    expect(draftDifferences({ content, base }).level).toBe("major");
    expect(proposedVersion({ content: base, base: undefined }, undefined)).toBe("1.0.0");
  });

  test("may be raised by the author and never lowered", () => {
    const content = changed("positions", "OFF", { count: 12 });
    const as = (version: string) => releaseOfDraft({ content, base }, { newest, version, day });
    for (const low of ["3.2.1", "3.2.0", "2.9.9", "3.3", "latest", "03.3.0"])
      expect(as(low)).toMatchObject({ findings: [{ code: "RELEASE_NUMBER_TOO_LOW" }] });
    for (const right of ["3.3.0", "3.10.0", "4.0.0"]) expect(as(right)).toMatchObject({ release: right });
  });
});

describe("notes on what changed", () => {
  const content = {
    ...changed("positions", "OFF", { count: 12 }),
    changeNotes: [
      { section: "positions" as const, key: "OFF", text: { en: "Two more.", es: "Dos más." } },
      { section: "phases" as const, key: "E", text: { en: "Taken back since." } },
    ],
  };

  test("are asked for part by part, and nothing is asked of a first release", () => {
    expect(checkRelease({ content: { ...content, changeNotes: [] }, base })).toMatchObject([
      { code: "CHANGE_NOTE_MISSING", path: "positions.OFF.changeNote" },
    ]);
    expect(checkRelease({ content, base })).toEqual([]);
    expect(checkRelease({ content: base, base })).toMatchObject([{ code: "RELEASE_WITHOUT_CHANGE" }]);
    expect(checkRelease({ content: base, base: undefined })).toEqual([]);
  });

  test("go into the release where their part still differs, and say its changes unless the author did", () => {
    const release = releaseOfDraft({ content, base }, { newest, version: "3.3.0", day });
    expect(release).toMatchObject({
      release: "3.3.0",
      releasedOn: "2026-11-26",
      changes: [{ en: "Two more.", es: "Dos más." }],
      changeNotes: [{ key: "OFF" }],
    });
    const own = { ...content, changes: [{ en: "More officers." }] };
    expect(releaseOfDraft({ content: own, base }, { newest, version: "3.3.0", day })).toMatchObject({
      changes: [{ en: "More officers." }],
    });
    expect(nextDraft(release as TemplateContent)).not.toHaveProperty("changeNotes");
  });
});

describe("what is said of a draft", () => {
  const codes = (content: TemplateContent, uses: ReadonlyMap<string, number> = new Map()) =>
    checkDraft({ content, base, catalogue: [], uses }).map(({ code, path }) => `${code} ${path}`);

  test("a part that sites use is named with their number when it is taken out, and not when it has a new key", () => {
    const uses = new Map([["checklistItems.B31", 3]]);
    expect(codes(without("checklistItems", "B31"), uses)).toEqual(["REMOVED_PART_IN_USE checklistItems.B31"]);
    const [finding] = checkDraft({ content: without("checklistItems", "B31"), base, catalogue: [], uses });
    expect(finding?.message).toContain("3 sites use it");
    expect(codes(without("checklistItems", "B31"))).toEqual([]);
    expect(codes(changed("checklistItems", "B31", { key: "B31-NEW", was: ["B31"] }), uses)).toEqual([]);
  });

  test("words that are missing in Spanish are named once a field, where the template promises Spanish", () => {
    expect(codes(base)).toEqual([]);
    const promised = codes({ ...base, languages: ["en", "es"] });
    expect(promised).toContain("TEXT_NOT_TRANSLATED name");
    expect(promised.filter((said) => said.endsWith("coreComponents.C1.looksLike"))).toHaveLength(1);
  });
});
