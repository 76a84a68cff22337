import { describe, expect, test } from "vitest";
import { smallContent } from "../templates/content-for-tests.ts";
import type { TemplateContent } from "../templates/index.ts";
import { applyEdits, draftDifferences, parseDraftEdits, type DraftEdit } from "./index.ts";

const base = smallContent();

function apply(edits: readonly DraftEdit[], content: TemplateContent = base) {
  return applyEdits({ content, base }, edits);
}

function itemIn({ checklistItems }: TemplateContent, key: string) {
  return checklistItems.find((item) => item.key === key);
}

const setDue = (key: string, value: number, seen: number): DraftEdit => ({
  kind: "set",
  section: "checklistItems",
  key,
  field: "dueOffsetDays",
  seen,
  value,
});

describe("a field", () => {
  test("takes a value that fits and keeps everything else", () => {
    const { content, conflicts, findings } = apply([setDue("B01", -360, -365)]);
    expect([conflicts, findings]).toEqual([[], []]);
    expect(draftDifferences({ content, base }).parts).toMatchObject([
      { section: "checklistItems", key: "B01", fields: ["dueOffsetDays"] },
    ]);
  });

  test("is left as the other author made it when both want different things, with both values told", () => {
    const { content } = apply([setDue("B01", -360, -365)]);
    const second = apply([setDue("B01", -350, -365)], content);
    expect(second.conflicts).toMatchObject([{ kind: "bothChanged", edit: 0, theirs: -360, yours: -350 }]);
    expect(second.content).toEqual(content);
    const again = apply([setDue("B01", -350, -360)], content);
    expect(itemIn(again.content, "B01")?.dueOffsetDays).toBe(-350);
  });

  test("that both authors changed alike is no conflict", () => {
    const { content } = apply([setDue("B01", -360, -365)]);
    expect(apply([setDue("B01", -360, -365)], content)).toMatchObject({ content, conflicts: [] });
  });

  test("of words is merged language by language", () => {
    const title = (seen: object, value: object): DraftEdit =>
      ({ kind: "set", section: "checklistItems", key: "B01", field: "title", seen, value }) as DraftEdit;
    const before = { en: "Name leads" };
    const { content } = apply([title(before, { en: "Name the leads" })]);
    const both = apply([title(before, { en: "Name leads", es: "In Spanish" })], content);
    expect(itemIn(both.content, "B01")?.title).toEqual({ en: "Name the leads", es: "In Spanish" });
    expect(apply([title(before, { en: "Leads" })], content).conflicts).toHaveLength(1);
  });

  test("of keys holds what either added and not what either took out", () => {
    const trainings = [
      ...base.trainings,
      { ...base.trainings[0], key: "LANG" },
      { ...base.trainings[0], key: "YOUTH" },
    ];
    const start = { ...base, trainings } as TemplateContent;
    const require = (value: string[]): DraftEdit => ({
      kind: "set",
      section: "positions",
      key: "OFF",
      field: "requiredTrainings",
      seen: ["CORE"],
      value,
    });
    const { content } = apply([require(["CORE", "LANG"])], start);
    const { content: both } = apply([require(["YOUTH"])], content);
    expect(both.positions.find(({ key }) => key === "OFF")?.requiredTrainings.toSorted()).toEqual([
      "LANG",
      "YOUTH",
    ]);
  });

  test("that does not fit is said with its place, and so is one that is nowhere in the format", () => {
    const set = (field: string, value: string | number): DraftEdit => ({
      kind: "set",
      section: "positions",
      key: "OFF",
      field,
      seen: null,
      value,
    });
    const places = (edit: DraftEdit) => apply([edit]).findings.map(({ code, path }) => `${code} ${path}`);
    expect(places({ ...set("count", 0), seen: 10 } as DraftEdit)).toEqual([
      "PART_FORM_INVALID positions.OFF.count",
    ]);
    expect(places(set("__proto__", "x"))).toEqual(["PART_FORM_INVALID positions.OFF"]);
    expect(places(set("key", "OTHER"))).toEqual(["DRAFT_KEY_FIXED positions.OFF.key"]);
    expect(places({ kind: "set", field: "template", seen: null, value: "stolen" })).toEqual([
      "DRAFT_FIELD_UNKNOWN template",
    ]);
  });

  test("of a part that the other author took out is told and not brought back", () => {
    const seen = base.activities[0];
    const { content } = apply([{ kind: "remove", section: "activities", key: "A1", seen } as DraftEdit]);
    const late: DraftEdit = {
      kind: "set",
      section: "activities",
      key: "A1",
      field: "isOnByDefault",
      seen: true,
      value: false,
    };
    expect(apply([late], content)).toMatchObject({ content, conflicts: [{ kind: "partGone", key: "A1" }] });
  });
});

describe("a part", () => {
  const added = { ...base.activities[0], key: "A2", name: { en: "Walk" } };
  const add = (after?: string): DraftEdit =>
    ({ kind: "add", section: "activities", value: added, after }) as DraftEdit;
  const keys = ({ activities }: TemplateContent) => activities.map(({ key }) => key);

  test("is added at its place: first, behind another, or last", () => {
    expect(keys(apply([add("")]).content)).toEqual(["A2", "A1", "A13"]);
    expect(keys(apply([add("A1")]).content)).toEqual(["A1", "A2", "A13"]);
    expect(keys(apply([add()]).content)).toEqual(["A1", "A13", "A2"]);
    expect(keys(apply([add("GONE")]).content)).toEqual(["A1", "A13", "A2"]);
  });

  test("is added once, and another one under its key is refused", () => {
    const { content } = apply([add()]);
    expect(apply([add()], content)).toMatchObject({ content, findings: [] });
    const other = {
      kind: "add",
      section: "activities",
      value: { ...added, name: { en: "Run" } },
    } as DraftEdit;
    expect(apply([other], content).findings).toMatchObject([{ code: "DRAFT_KEY_TAKEN" }]);
  });

  test("that the other author changed is not taken out unseen", () => {
    const removal = {
      kind: "remove",
      section: "checklistItems",
      key: "B31",
      seen: itemIn(base, "B31"),
    } as DraftEdit;
    const { content } = apply([setDue("B31", 1, 0)]);
    expect(apply([removal], content)).toMatchObject({
      content,
      conflicts: [{ kind: "partChanged", key: "B31" }],
    });
    expect(itemIn(apply([removal]).content, "B31")).toBeUndefined();
  });

  test("is moved by naming what it follows, and two moves of different parts both stand", () => {
    const move = (key: string, after: string): DraftEdit => ({ kind: "move", section: "phases", key, after });
    const { content } = apply([move("L", "")]);
    const second = apply([move("I", "L")], content);
    expect(second.content.phases.map(({ key }) => key)).toEqual(["L", "I", "E"]);
    expect(draftDifferences({ content: second.content, base })).toMatchObject({
      reordered: ["phases"],
      level: "patch",
    });
  });

  test("more of them than the format allows are refused", () => {
    const phase = base.phases[0];
    const many = Array.from({ length: 18 }, (_, index) => ({
      kind: "add" as const,
      section: "phases" as const,
      value: { ...phase, key: `P${String(index)}` },
    }));
    expect(apply(many as unknown as DraftEdit[]).findings).toMatchObject([
      { code: "TEMPLATE_FORM_INVALID", path: "phases" },
    ]);
  });
});

describe("a key", () => {
  const rename = (
    section: "checklistItems" | "indicators" | "phases",
    key: string,
    newKey: string,
  ): DraftEdit => ({
    kind: "rename",
    section,
    key,
    newKey,
  });

  test("is changed wherever it is named, and what a release called it is kept", () => {
    const { content } = apply([rename("checklistItems", "B01", "B01-LEADS")]);
    expect(itemIn(content, "B01-LEADS")?.was).toEqual(["B01"]);
    expect(itemIn(content, "B10")?.dependsOn).toEqual(["B01-LEADS"]);
    expect(draftDifferences({ content, base }).parts.find(({ was }) => was === "B01")).toMatchObject({
      key: "B01-LEADS",
      kind: "changed",
      fields: [],
      level: "minor",
    });
  });

  test("changed twice in one draft keeps the released one alone, and back again nothing is left of it", () => {
    const { content } = apply([rename("phases", "E", "EX"), rename("phases", "EX", "EXPLORE")]);
    expect(content.phases[0]).toMatchObject({ key: "EXPLORE", was: ["E"] });
    expect(apply([rename("phases", "EXPLORE", "E")], content).content).toEqual(base);
  });

  test("is refused when it is taken, was another part's, or is an indicator's that figures stand under", () => {
    const refused = (edit: DraftEdit, content = base) =>
      apply([edit], content).findings.map(({ code }) => code);
    expect(refused(rename("phases", "E", "I"))).toEqual(["DRAFT_KEY_REFUSED"]);
    expect(refused(rename("indicators", "TR-TRU", "TRUST"))).toEqual(["DRAFT_KEY_REFUSED"]);
    const seen = base.phases[1];
    const { content } = apply([{ kind: "remove", section: "phases", key: "I", seen } as DraftEdit]);
    expect(refused(rename("phases", "E", "I"), content)).toEqual(["DRAFT_KEY_REFUSED"]);
  });
});

describe("edits as they come in", () => {
  test("are refused when they are of no known kind, name no section, or are too many", () => {
    const kindOf = (values: readonly unknown[]) => parseDraftEdits(values).kind;
    expect(kindOf([{ kind: "drop", section: "phases", key: "E" }])).toBe("unreadable");
    expect(kindOf([{ kind: "remove", section: "__proto__", key: "E" }])).toBe("unreadable");
    expect(kindOf([{ kind: "move", section: "phases", key: "E", after: "../x" }])).toBe("unreadable");
    expect(kindOf(Array.from({ length: 501 }, () => ({ kind: "move", section: "phases", key: "E" })))).toBe(
      "unreadable",
    );
    expect(
      kindOf([{ kind: "set", section: null, key: null, field: "name", seen: null, value: { en: "X" } }]),
    ).toBe("parsed");
  });
});
