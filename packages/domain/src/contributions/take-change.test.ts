import { describe, expect, it } from "vitest";
import { smallContent } from "../templates/content-for-tests.ts";
import type { ContentPart, ContentSection, TemplateContent } from "../templates/index.ts";
import { type ProposedChange, takeChange } from "./index.ts";

const base = smallContent();
const title = (en: string) => ({ en });

const retitled = (toLocal: unknown): ProposedChange => ({
  section: "positions",
  key: "OFF",
  field: "title",
  change: "changed",
  fromRelease: title("Officer"),
  toLocal,
});

function partOf(content: TemplateContent, section: ContentSection, key: string): ContentPart | undefined {
  const parts: readonly ContentPart[] = content[section];
  return parts.find((part) => part.key === key);
}

function withPart(section: ContentSection, key: string, fields: object): TemplateContent {
  const parts: readonly ContentPart[] = base[section];
  return { ...base, [section]: parts.map((part) => (part.key === key ? { ...part, ...fields } : part)) };
}

const take = (content: TemplateContent, proposed: ProposedChange) => takeChange({ content, base }, proposed);

describe("taking a proposed change into a draft", () => {
  it("puts the value there, without stray spaces and otherwise as the city wrote it", () => {
    const { content, conflicts, findings } = take(base, retitled(title("  Community   Officer ")));
    expect([conflicts, findings]).toEqual([[], []]);
    expect(partOf(content, "positions", "OFF")).toMatchObject({ title: title("Community Officer") });
  });

  it("keeps lines apart", () => {
    const note = { ...retitled(title("One \n  two  three")), field: "note", fromRelease: undefined };
    expect(partOf(take(base, note).content, "positions", "OFF")).toMatchObject({
      note: title("One\ntwo three"),
    });
  });

  it("leaves every other field and part as the draft has it", () => {
    const draft = withPart("positions", "OFF", { count: 12 });
    const { content } = take(draft, retitled(title("Community officer")));
    expect(partOf(content, "positions", "OFF")).toMatchObject({ count: 12 });
    expect({ ...content, positions: [] }).toEqual({ ...base, positions: [] });
  });

  it("takes what the draft says already without changing it, whatever the typing", () => {
    const draft = withPart("positions", "OFF", { title: { en: "Community officer", es: "Oficial" } });
    const taken = take(draft, retitled(title("community OFFICER")));
    expect(taken).toEqual({ content: draft, conflicts: [], findings: [] });
  });

  it("leaves what the authors changed differently, and says so", () => {
    const draft = withPart("positions", "OFF", { title: title("Neighborhood officer") });
    const { content, conflicts } = take(draft, retitled(title("Community officer")));
    expect(content).toEqual(draft);
    expect(conflicts).toMatchObject([
      { kind: "bothChanged", section: "positions", key: "OFF", field: "title" },
    ]);
  });

  it("finds a part under the key that a later release gave it", () => {
    const draft = withPart("positions", "OFF", { key: "OFFICER", was: ["OFF"] });
    const { content } = take(draft, retitled(title("Community officer")));
    expect(partOf(content, "positions", "OFFICER")).toMatchObject({ title: title("Community officer") });
  });

  it("says so when the part is gone", () => {
    const draft = { ...base, positions: base.positions.filter(({ key }) => key !== "OFF") };
    expect(take(draft, retitled(title("Community officer"))).conflicts).toMatchObject([{ kind: "partGone" }]);
  });

  const meal = { ...base.activities[0], key: "MEAL", name: title("Shared meal") };
  const added: ProposedChange = {
    section: "activities",
    key: "MEAL",
    field: null,
    change: "added",
    fromRelease: undefined,
    toLocal: meal,
  };

  it("adds a part, once", () => {
    const { content } = take(base, added);
    expect(partOf(content, "activities", "MEAL")).toEqual(meal);
    expect(take(content, added).content).toEqual(content);
  });

  it("adds no second part under a key that another one has", () => {
    const draft = take(base, { ...added, toLocal: { ...meal, name: title("Shared walk") } }).content;
    const { findings, content } = take(draft, added);
    expect(findings).toMatchObject([{ code: "DRAFT_KEY_TAKEN" }]);
    expect(content).toEqual(draft);
  });

  const leftOut: ProposedChange = {
    section: "guidance",
    key: "G1",
    field: null,
    change: "leftOut",
    fromRelease: undefined,
    toLocal: undefined,
  };

  it("takes a part out that the authors left alone, and none that they changed", () => {
    const out = { ...leftOut, section: "partnerRoles", key: "IA" } as const;
    expect(take(base, out).content.partnerRoles).toEqual([]);
    const draft = withPart("partnerRoles", "IA", { requirement: "optional" });
    const { content, conflicts } = take(draft, out);
    expect(content).toEqual(draft);
    expect(conflicts).toMatchObject([{ kind: "partChanged" }]);
  });

  it("has nothing to do where the part is gone already", () => {
    expect(take(base, leftOut)).toEqual({ content: base, conflicts: [], findings: [] });
  });

  it("refuses a value that does not have the form of the field", () => {
    const { findings, content } = take(base, { ...retitled("Officer"), fromRelease: title("Officer") });
    expect(findings[0]?.path).toContain("positions.OFF");
    expect(content).toEqual(base);
  });
});
