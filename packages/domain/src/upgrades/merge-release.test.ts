import { describe, expect, it } from "vitest";
import { smallContent } from "../templates/content-for-tests.ts";
import type { ContentPart, ContentParts, ContentSection } from "../templates/index.ts";
import { asTaken } from "../sites/index.ts";
import type { PartUse, Resolution } from "./merge-conflict.ts";
import { mergeRelease, type Merge } from "./merge-release.ts";

const whole = smallContent();
const base = asTaken(whole, whole);

type Change = readonly [section: ContentSection, key: string, fields: object | null];

/** A content with parts changed by key; `null` takes a part out, a new key adds one like the first of its section. */
function with_(content: ContentParts, ...changes: readonly Change[]): ContentParts {
  return changes.reduce((held, [section, key, fields]) => {
    const parts: readonly ContentPart[] = held[section];
    const isThere = parts.some((part) => part.key === key);
    const changed = parts.flatMap((part) =>
      part.key === key ? (fields === null ? [] : { ...part, ...fields }) : part,
    );
    const next = isThere ? changed : [...parts, { ...parts[0], key, ...fields }];
    return { ...held, [section]: next };
  }, content);
}

interface Case {
  readonly local?: readonly Change[];
  readonly release?: readonly Change[];
  readonly between?: readonly Change[];
  readonly uses?: readonly (readonly [string, PartUse])[];
  readonly settle?: Resolution;
}

function merged({ local = [], release = [], between, uses = [], settle }: Case): Merge {
  const steps = between === undefined ? [] : [with_(base, ...between)];
  return mergeRelease({
    chain: [base, ...steps, with_(steps[0] ?? base, ...release)],
    local: with_(base, ...local),
    uses: new Map(uses),
    settle: () => settle,
  });
}

function part(merge: Merge, section: ContentSection, key: string): ContentPart | undefined {
  const parts: readonly ContentPart[] = merge.content[section];
  return parts.find((held) => held.key === key);
}

const text = (en: string) => ({ en });
const kinds = (merge: Merge) => merge.changes.map(({ kind }) => kind);

/** The rows of the table in docs/upgrade-semantics.md, by their numbers. */
describe("the merge table", () => {
  it("1: takes what only the release changed", () => {
    const merge = merged({ release: [["positions", "OFF", { count: 12 }]] });
    expect(part(merge, "positions", "OFF")).toMatchObject({ count: 12 });
    expect(kinds(merge)).toEqual(["changed"]);
  });

  it("2: keeps what only the site changed", () => {
    const merge = merged({ local: [["positions", "OFF", { count: 8 }]] });
    expect(part(merge, "positions", "OFF")).toMatchObject({ count: 8 });
    expect(merge.changes).toEqual([]);
  });

  it("3: takes both changes where they are to different fields of one part", () => {
    const merge = merged({
      local: [["positions", "OFF", { count: 8 }]],
      release: [["positions", "OFF", { title: text("Community officer") }]],
    });
    expect(part(merge, "positions", "OFF")).toMatchObject({ count: 8, title: text("Community officer") });
  });

  it("4: takes what both changed alike, and it is an adaptation no longer", () => {
    const alike: Change = ["positions", "OFF", { count: 8 }];
    const merge = merged({ local: [alike], release: [alike] });
    expect(merge.conflicts).toEqual([]);
    expect(part(merge, "positions", "OFF")).toEqual(merge.release.positions.find(({ key }) => key === "OFF"));
  });

  it("24: takes words that both wrote, whatever the typing, with the translation that the release has", () => {
    const titled = { en: "Community officer", es: "Oficial comunitario" };
    const merge = merged({
      local: [["positions", "OFF", { title: text(" community  Officer") }]],
      release: [["positions", "OFF", { title: titled }]],
    });
    expect(merge.conflicts).toEqual([]);
    expect(part(merge, "positions", "OFF")).toMatchObject({ title: titled });
    const other = merged({
      local: [["positions", "OFF", { title: { ...titled, es: "Oficial" } }]],
      release: [["positions", "OFF", { title: titled }]],
    });
    expect(other.conflicts).toMatchObject([{ kind: "bothChanged", field: "title" }]);
  });

  it("5: asks where both changed a field differently, and shows all three values", () => {
    const merge = merged({
      local: [["positions", "OFF", { count: 8 }]],
      release: [["positions", "OFF", { count: 12 }]],
    });
    expect(merge.conflicts).toEqual([
      expect.objectContaining({
        kind: "bothChanged",
        key: "OFF",
        field: "count",
        base: 10,
        local: 8,
        incoming: 12,
      }),
    ]);
  });

  it.each([
    ["keepLocal", undefined, 8],
    ["takeIncoming", undefined, 12],
    ["other", 9, 9],
  ] as const)("6: does what was decided: %s", (choice, value, expected) => {
    const merge = merged({
      local: [["positions", "OFF", { count: 8 }]],
      release: [["positions", "OFF", { count: 12 }]],
      settle: { choice, value },
    });
    expect(merge.conflicts).toEqual([]);
    expect(part(merge, "positions", "OFF")).toMatchObject({ count: expected });
  });

  it("7: leaves out what the site left out, whatever the release does to it", () => {
    const merge = merged({
      local: [["checklistItems", "B31", null]],
      release: [["checklistItems", "B31", { title: text("Introductions, twice") }]],
    });
    expect(part(merge, "checklistItems", "B31")).toBeUndefined();
    expect(kinds(merge)).toEqual(["staysLeftOut"]);
  });

  it("8: takes out what the release took out and nobody uses", () => {
    const merge = merged({ release: [["checklistItems", "B31", null]] });
    expect(part(merge, "checklistItems", "B31")).toBeUndefined();
    expect(kinds(merge)).toEqual(["removed"]);
  });

  it("9: retires what the release took out and the site has records of", () => {
    const merge = merged({
      release: [["checklistItems", "B31", null]],
      uses: [["checklistItems.B31", "holdsData"]],
    });
    expect(merge.conflicts).toEqual([]);
    expect(kinds(merge)).toEqual(["retired"]);
  });

  it("10: asks before it takes out what is in use", () => {
    const merge = merged({ release: [["positions", "CMD", null]], uses: [["positions.CMD", "inUse"]] });
    expect(merge.conflicts).toEqual([
      expect.objectContaining({ kind: "removedButInUse", key: "CMD", field: undefined }),
    ]);
    expect(part(merge, "positions", "CMD")).toBeDefined();
  });

  it("11: asks before it takes out what the site made its own", () => {
    const merge = merged({
      local: [["positions", "CMD", { count: 0.5 }]],
      release: [["positions", "CMD", null]],
    });
    expect(merge.conflicts).toEqual([expect.objectContaining({ kind: "removedButAdapted", key: "CMD" })]);
  });

  it("12: asks before it takes out what a change of the site names", () => {
    const merge = merged({
      local: [["checklistItems", "B01", { ownerRole: "SS" }]],
      release: [
        ["ownerRoles", "SS", null],
        ["checklistItems", "B31", { ownerRole: "CL" }],
      ],
    });
    expect(merge.conflicts).toEqual([
      expect.objectContaining({ kind: "removedButInUse", section: "ownerRoles", key: "SS" }),
    ]);
  });

  it("13: brings what the release added, where it stands there", () => {
    const added = with_(base, ["activities", "A2", { name: text("Foot beat") }]);
    const first = { ...added, activities: added.activities.toReversed() };
    const merge = mergeRelease({ chain: [base, first], local: base });
    expect(merge.content.activities.map(({ key }) => key)).toEqual(["A2", "A13", "A1"]);
  });

  it("14: keeps what the site added", () => {
    const merge = merged({
      local: [["activities", "MEAL", { name: text("Shared meal") }]],
      release: [["activities", "A1", { dose: text("18 a year") }]],
    });
    expect(part(merge, "activities", "MEAL")).toMatchObject({ name: text("Shared meal") });
  });

  it("15: asks where both added different parts under one key, and not where they are alike", () => {
    const ours: Change = ["activities", "MEAL", { name: text("Shared meal") }];
    const theirs: Change = ["activities", "MEAL", { name: text("Meal for seniors") }];
    expect(merged({ local: [ours], release: [theirs] }).conflicts).toEqual([
      expect.objectContaining({ kind: "addedByBoth", key: "MEAL", base: undefined }),
    ]);
    expect(merged({ local: [ours], release: [ours] }).conflicts).toEqual([]);
  });

  it("16: merges lists of keys by their members, without a question", () => {
    const merge = merged({
      local: [["checklistItems", "B31", { dependsOn: ["B10", "B01"] }]],
      release: [["checklistItems", "B31", { dependsOn: [] }]],
    });
    expect(part(merge, "checklistItems", "B31")).toMatchObject({ dependsOn: ["B01"] });
    expect(merge.conflicts).toEqual([]);
  });

  it("17: follows a part to the key that the release gives it, through a chain of them, with the site's change", () => {
    const renamed = with_(base, ["positions", "OFF", { key: "OFFICER", was: ["OLD", "OFF"] }]);
    const release = with_(renamed, ["staffingFloors", "FLOOR", { positions: ["OFFICER"] }]);
    const local = with_(base, ["positions", "OFF", { count: 8 }]);
    const merge = mergeRelease({ chain: [base, release], local });
    expect(merge.renames.get("positions")).toEqual(new Map([["OFF", "OFFICER"]]));
    expect(merge.changes.filter(({ kind }) => kind === "renamed")).toMatchObject([
      { section: "positions", key: "OFFICER", local: "OFF", merged: "OFFICER" },
    ]);
    expect(part(merge, "positions", "OFFICER")).toMatchObject({ count: 8 });
    expect(part(merge, "staffingFloors", "FLOOR")).toMatchObject({ positions: ["OFFICER"] });
  });

  it("18: moves an item to another phase as it moves any field", () => {
    const merge = merged({ release: [["checklistItems", "B31", { phase: "I", dueOffsetDays: -10 }]] });
    expect(part(merge, "checklistItems", "B31")).toMatchObject({ phase: "I", dueOffsetDays: -10 });
  });

  it("19: takes the order of the side that changed it, and the site's when both did", () => {
    const turned = { ...base, ownerRoles: base.ownerRoles.toReversed() };
    const order = (merge: Merge) => merge.content.ownerRoles.map(({ key }) => key);
    expect(order(mergeRelease({ chain: [base, turned], local: base }))).toEqual(["SS", "CL"]);
    expect(order(mergeRelease({ chain: [base, base], local: turned }))).toEqual(["SS", "CL"]);
  });

  it("20: asks where two sound changes do not fit together, and is valid meanwhile", () => {
    const clash = merged({
      local: [["checklistItems", "B31", { dueOffsetDays: -145 }]],
      release: [["checklistItems", "B10", { dueOffsetDays: -140 }]],
    });
    expect(clash.conflicts).toEqual([
      expect.objectContaining({
        kind: "doesNotFit",
        key: "B31",
        field: "dueOffsetDays",
        local: -145,
        incoming: 0,
      }),
    ]);
    expect(part(clash, "checklistItems", "B31")).toMatchObject({ dueOffsetDays: 0 });
  });

  it("21: does not ask what a later release on the way answers by itself", () => {
    const merge = merged({
      local: [["positions", "OFF", { count: 8 }]],
      between: [["positions", "OFF", { count: 12 }]],
      release: [["positions", "OFF", { count: 10 }]],
    });
    expect(merge.conflicts).toEqual([]);
    expect(part(merge, "positions", "OFF")).toMatchObject({ count: 8 });
  });

  it("22: counts a site's change as the release's own once a release on the way had it", () => {
    const merge = merged({
      local: [["positions", "OFF", { count: 8 }]],
      between: [["positions", "OFF", { count: 8 }]],
      release: [["positions", "OFF", { count: 6 }]],
    });
    expect(merge.conflicts).toEqual([]);
    expect(part(merge, "positions", "OFF")).toMatchObject({ count: 6 });
  });

  it("23: goes on without an activity on offer that the site did not take up", () => {
    const local = asTaken(whole, { ...base, activities: base.activities.filter(({ key }) => key !== "A13") });
    const release = with_(base, ["activities", "A13", { dose: text("Twice a day") }]);
    const merge = mergeRelease({ chain: [base, release], local });
    expect(part(merge, "activities", "A13")).toBeUndefined();
    expect(merge.changes).toEqual([]);
  });
});
