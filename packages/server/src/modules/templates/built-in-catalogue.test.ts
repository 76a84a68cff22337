import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { indicatorCatalogueSchema, refusedAsGoal } from "@frontstep/domain/outcomes";
import {
  checkContent,
  contentHash,
  parseTemplateContent,
  type TemplateContent,
} from "@frontstep/domain/templates";
import { describe, expect, it } from "vitest";

import { rootFolder } from "#server/root-folder.ts";

import { readBuiltInCatalogue } from "./built-in-catalogue.ts";

const folder = join(rootFolder(), "prisma", "seed", "catalogue");
const catalogue = await readBuiltInCatalogue(folder);
const { indicators } = indicatorCatalogueSchema.parse(catalogue.indicators);
const releases = catalogue.releases.map(read);
const byName = new Map(releases.map((release) => [nameOf(release), release]));

function read(document: unknown): TemplateContent {
  const result = parseTemplateContent(document);
  if (result.kind === "unreadable") throw new Error(JSON.stringify(result.findings, null, 2));
  return result.content;
}

function nameOf({ template, release }: TemplateContent): string {
  return `${template}@${release}`;
}

function release(name: string): TemplateContent {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`No release ${name}`);
  return found;
}

/** Every `{en}` without a sentence in Spanish, by its path. */
function untranslated(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value) return "es" in value && value.es !== value.en ? [] : [path];
  return Object.entries(value).flatMap(([name, member]) => untranslated(member, `${path}/${name}`));
}

function seats(content: TemplateContent, wanted: RegExp): number {
  return content.positions
    .filter(({ key }) => wanted.test(key))
    .reduce((sum, { count }) => sum + (count === "contract" ? 0 : count), 0);
}

const current = ["csp-public-housing@3.2.0", "csp-park@3.2.0", "csp-neighborhood@3.2.0"] as const;

describe("the indicator catalogue", () => {
  it("holds every indicator of the field's tables, each once", () => {
    const keys = indicators.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(
      expect.arrayContaining([
        "CR-VIOL",
        "CR-SHOT",
        "CL-HOM",
        "CL-VIOL",
        "CL-NFS",
        "PA-OIS",
        "TR-SAFD",
        "TR-SAFN",
        "PK-GIRL",
        "PR-REF",
        "FI-SEC",
        "ST-LANG",
        "FD-ADAPT",
        "IM-GATE",
      ]),
    );
  });

  it("says everything in English and in Spanish", () => {
    expect(untranslated(indicators).filter((path) => !path.endsWith("/unit"))).toEqual([]);
  });

  it("refuses arrests and stops as goals", () => {
    const refused = indicators.filter((indicator) => refusedAsGoal(indicator)).map(({ key }) => key);
    expect(refused).toEqual(expect.arrayContaining(["PA-ARR", "PA-ARRY", "PA-STOP"]));
  });

  it("hides what could tell who a victim or a young person is", () => {
    const hidden = indicators.filter(({ isHiddenForSites }) => isHiddenForSites).map(({ key }) => key);
    expect(hidden).toEqual(["CR-RAPE", "CR-RAPE-L", "PA-ARRY"]);
  });
});

describe("the built-in templates", () => {
  it("come in two releases for three kinds of place", () => {
    expect([...byName.keys()].sort()).toEqual([
      "csp-neighborhood@3.1.0",
      "csp-neighborhood@3.2.0",
      "csp-park@3.1.0",
      "csp-park@3.2.0",
      "csp-public-housing@3.1.0",
      "csp-public-housing@3.2.0",
    ]);
  });

  it.each([...byName.keys()])("%s fits together and can be published", (name) => {
    expect(checkContent(release(name), indicators)).toEqual([]);
  });

  it.each([...byName.keys()])("%s says everything in English and in Spanish", (name) => {
    expect(untranslated(release(name))).toEqual([]);
  });

  it.each([
    ["csp-public-housing@3.2.0", 49, 10],
    ["csp-park@3.2.0", 50, 11],
    ["csp-neighborhood@3.2.0", 50, 9],
  ])("%s has %i checklist items, %i of them launch gates", (name, items, gates) => {
    const { checklistItems } = release(name);
    expect(checklistItems).toHaveLength(items);
    expect(checklistItems.filter(({ isLaunchGate }) => isLaunchGate)).toHaveLength(gates);
  });

  it.each(current)("%s has ten officers and a sergeant, and every section whole", (name) => {
    const content = release(name);
    expect(seats(content, /^OFF-/)).toBe(10);
    expect(seats(content, /^SGT$/)).toBe(1);
    expect(content.positions).toHaveLength(11);
    expect(content.partnerRoles).toHaveLength(16);
    expect(content.activities).toHaveLength(15);
    expect(content.governanceBodies).toHaveLength(6);
    expect(content.phases).toHaveLength(5);
    expect(content.goals).toHaveLength(15);
    expect(content.coreComponents).toHaveLength(14);
    expect(content.coreComponents.filter(({ isEssential }) => isEssential)).toHaveLength(7);
    expect(content.coreComponents.reduce((sum, { weight }) => sum + weight, 0)).toBe(28);
  });

  it.each(current)("%s has owners for all of its items and items for all of its owners", (name) => {
    const content = release(name);
    const owners = new Set(content.checklistItems.map(({ ownerRole }) => ownerRole));
    expect(content.ownerRoles.map(({ key }) => key).sort()).toEqual([...owners].sort());
  });

  it.each(current)("%s hides nothing behind a standard that is nobody's", (name) => {
    const content = release(name);
    const parts = [content.positions, content.checklistItems, content.goals, content.coreComponents].flat();
    expect(parts.filter(({ basis, restsOn }) => basis === "proposal" && restsOn === undefined)).toEqual([]);
  });

  it("the park's newest release asks for the five-year action plan and the peace-keeping agreement", () => {
    const keys = (name: string): string[] => release(name).checklistItems.map(({ key }) => key);
    expect(keys("csp-park@3.2.0").filter((key) => !keys("csp-park@3.1.0").includes(key))).toEqual(["K06"]);
    expect(release("csp-park@3.1.0").positions.map(({ key }) => key)).toContain("CERT");
  });
});

describe("published releases", () => {
  it("never change: a new wording is a new release", () => {
    const locked = JSON.parse(readFileSync(join(folder, "releases.lock.json"), "utf8")) as unknown;
    const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
    expect(
      Object.fromEntries(releases.map((content) => [nameOf(content), contentHash(content, sha256)])),
    ).toEqual(locked);
  });
});
