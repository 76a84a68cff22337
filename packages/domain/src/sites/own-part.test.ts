import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKey } from "../shared/index.ts";
import { smallContent } from "../templates/content-for-tests.ts";
import type { ContentParts } from "../templates/index.ts";
import { ledger } from "./ledger.ts";
import { ownKey, writeOwnPart, type OwnPart } from "./own-part.ts";

const release: ContentParts = smallContent();
const garden: OwnPart = {
  section: "activities",
  value: {
    name: { en: "Community garden" },
    tenet: "programming",
    dose: { en: "Weekly" },
    isOnByDefault: true,
  },
};

function write(part: OwnPart, content = release) {
  return writeOwnPart(content, part, { release, catalogue: [] });
}

function written(part: OwnPart, content = release) {
  const outcome = write(part, content);
  if (outcome.kind === "refused") throw new Error(outcome.findings.map(({ message }) => message).join(" "));
  return outcome;
}

function codesOf(part: OwnPart, content = release): string[] {
  const outcome = write(part, content);
  return outcome.kind === "refused" ? outcome.findings.map(({ code }) => code) : [];
}

describe("the key of an own part", () => {
  it("comes from the title, so that two sites give the same part the same one", () => {
    expect(ownKey("Café & garden, Tuesdays", new Set())).toBe("own-cafe-garden-tuesdays");
    expect(ownKey("  CAFE garden tuesdays", new Set())).toBe("own-cafe-garden-tuesdays");
    expect(ownKey("Garden", new Set(["own-garden", "own-garden-2"]))).toBe("own-garden-3");
  });

  it("is a key and is not taken, whatever the title", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 90 }), { maxLength: 6 }), (titles) => {
        const taken = new Set<string>();
        for (const title of [...titles, ...titles]) {
          const key = ownKey(title, taken);
          expect(isKey(key)).toBe(true);
          expect(taken.has(key)).toBe(false);
          taken.add(key);
        }
      }),
    );
  });
});

describe("an own part", () => {
  it("stands in the design and once in the ledger, and touches nothing that is core", () => {
    const { content, part } = written(garden);
    expect(content.activities.at(-1)).toBe(part);
    expect(ledger(release, content)).toEqual([
      expect.objectContaining({
        section: "activities",
        key: "own-community-garden",
        change: "added",
        touchesCore: false,
      }),
    ]);
  });

  it("cannot say of itself that it is core", () => {
    const { part } = written({
      ...garden,
      value: { ...garden.value, isCore: true, core: ["dose"], coreComponents: ["C1"], was: ["A1"] },
    });
    expect(part).toMatchObject({ isCore: false, core: [], coreComponents: [] });
    expect(part.was).toBeUndefined();
  });

  it("is written anew under its key, and stays one difference", () => {
    const first = written(garden);
    const value = { ...garden.value, name: { en: "Garden and kitchen" } };
    const again = written({ ...garden, key: first.part.key, value }, first.content);
    expect(again.part.key).toBe("own-community-garden");
    expect(ledger(release, again.content)).toHaveLength(1);
  });

  it("of the same name stands beside the first under a key of its own", () => {
    const first = written(garden);
    expect(written(garden, first.content).part.key).toBe("own-community-garden-2");
  });
});

describe("an own part is refused", () => {
  it("when it does not fit its form, with the place", () => {
    const value = { ...garden.value, tenet: "partying" };
    const outcome = write({ ...garden, value });
    expect(outcome).toMatchObject({
      kind: "refused",
      findings: [{ code: "PART_FORM_INVALID", path: "activities.own-community-garden.tenet" }],
    });
  });

  it("when it refers to what is not there", () => {
    const item: OwnPart = {
      section: "checklistItems",
      value: {
        phase: "P9",
        title: { en: "Walk the site at night" },
        ownerRole: "CL",
        dueOffsetDays: 10,
        evidence: { en: "Notes" },
      },
    };
    expect(codesOf(item).length).toBeGreaterThan(0);
  });

  it("when it would be another wording of a part of the release, or of one that is not there", () => {
    expect(codesOf({ ...garden, key: "A1" })).toEqual(["OWN_PART_UNKNOWN"]);
    expect(codesOf({ ...garden, key: "own-nothing" })).toEqual(["OWN_PART_UNKNOWN"]);
  });

  it("when its title says nothing", () => {
    expect(codesOf({ ...garden, value: { ...garden.value, name: { en: " · " } } })).toEqual([
      "OWN_PART_UNTITLED",
    ]);
  });
});
