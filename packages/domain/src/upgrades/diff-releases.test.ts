import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffContent, type ContentPart, type ContentParts } from "../templates/index.ts";
import { diffReleases } from "./diff-releases.ts";
import type { MergeChange } from "./find-changes.ts";
import { after, edits, startingContent } from "./histories-for-tests.ts";
import { mergeRelease } from "./merge-release.ts";

const start = startingContent();

/** The content with its checklist changed part by part; a part without an answer goes. */
function withItems(content: ContentParts, change: (part: ContentPart) => object | undefined): ContentParts {
  return {
    ...content,
    checklistItems: content.checklistItems.flatMap((part) => change(part) ?? []) as never,
  };
}

const only = (key: string, fields: object) => (part: ContentPart) =>
  part.key === key ? { ...part, ...fields } : part;

const told = (changes: readonly MergeChange[]) =>
  changes.map(({ kind, section, key, field, local, merged }) => ({
    kind,
    section,
    key,
    field,
    local,
    merged,
  }));

describe("the difference of two releases", () => {
  it("tells each changed field with its value before and after", () => {
    const newer = withItems(start, only("B01", { title: { en: "Name two leads" }, isLaunchGate: true }));
    expect(told(diffReleases({ chain: [start, newer] }))).toEqual([
      {
        kind: "changed",
        section: "checklistItems",
        key: "B01",
        field: "title",
        local: { en: "Name leads" },
        merged: { en: "Name two leads" },
      },
      {
        kind: "changed",
        section: "checklistItems",
        key: "B01",
        field: "isLaunchGate",
        local: false,
        merged: true,
      },
    ]);
  });

  it("tells a part once that came or went, and not each of its fields", () => {
    const newer = withItems(start, (part) => (part.key === "B12" ? undefined : part));
    expect(diffReleases({ chain: [start, newer] })).toMatchObject([{ kind: "removed", key: "B12" }]);
    expect(diffReleases({ chain: [newer, start] })).toMatchObject([{ kind: "added", key: "B12" }]);
  });

  it("says that a part has another key, and tells it neither as gone nor as new", () => {
    const newer = withItems(start, only("B12", { key: "B50", was: ["B12"] }));
    expect(told(diffReleases({ chain: [start, newer] }))).toEqual([
      {
        kind: "renamed",
        section: "checklistItems",
        key: "B50",
        field: undefined,
        local: "B12",
        merged: "B50",
      },
    ]);
  });

  it("follows a key through the releases between, also where the last one no longer names the first key", () => {
    const between = withItems(start, only("B12", { key: "B50", was: ["B12"] }));
    const newer = withItems(between, only("B50", { key: "B60", was: ["B50"] }));
    expect(diffReleases({ chain: [start, between, newer] })).toMatchObject([
      { kind: "renamed", local: "B12", merged: "B60" },
    ]);
    expect(diffReleases({ chain: [start, newer] }).map(({ kind }) => kind)).toEqual(["added", "removed"]);
  });

  it("goes back under the old keys when it is asked the other way round", () => {
    const newer = withItems(start, only("B12", { key: "B50", was: ["B12"], title: { en: "Later" } }));
    expect(diffReleases({ chain: [start, newer], isBackwards: true })).toMatchObject([
      { kind: "renamed", key: "B12", local: "B50", merged: "B12" },
      { kind: "changed", key: "B12", field: "title", local: { en: "Later" }, merged: { en: "B12" } },
    ]);
  });

  it("tells a new order once for the section", () => {
    const newer = { ...start, ownerRoles: start.ownerRoles.toReversed() };
    expect(diffReleases({ chain: [start, newer] })).toMatchObject([
      { kind: "reordered", section: "ownerRoles", key: undefined },
    ]);
  });

  it("is nothing between a release and itself, and without releases", () => {
    expect(diffReleases({ chain: [start, start] })).toEqual([]);
    expect(diffReleases({ chain: [] })).toEqual([]);
  });
});

describe("laws of the difference", () => {
  const histories = fc.tuple(edits(), edits());
  const runs = { seed: 20261126, numRuns: 300 };

  it("is what the upgrade of a site without adaptations changes", () => {
    fc.assert(
      fc.property(histories, ([first, second]) => {
        const between = after(start, first);
        const chain = [start, between, after(between, second)];
        const merge = mergeRelease({ chain, local: start, hasAllOffers: true });
        expect(diffReleases({ chain })).toEqual(merge.changes);
      }),
      runs,
    );
  });

  it("is the same both ways, with what came and what went exchanged", () => {
    const mirrored: Readonly<Record<string, string>> = { added: "removed", removed: "added" };
    const names = (changes: readonly MergeChange[], isMirrored: boolean) =>
      changes
        .map(({ kind, section, key, field }) =>
          [isMirrored ? (mirrored[kind] ?? kind) : kind, section, key, field].join(" "),
        )
        .sort();
    fc.assert(
      fc.property(edits(), (history) => {
        const chain = [start, after(start, history)];
        const there = diffReleases({ chain });
        const back = diffReleases({ chain, isBackwards: true });
        expect(names(back, true)).toEqual(names(there, false));
      }),
      runs,
    );
  });

  it("names the same parts as the difference by which a content is checked", () => {
    fc.assert(
      fc.property(edits(), (history) => {
        const newer = after(start, history);
        const parts = (list: readonly { section: string; key?: string | undefined }[]) =>
          [
            ...new Set(list.flatMap(({ section, key }) => (key === undefined ? [] : `${section}.${key}`))),
          ].sort();
        expect(parts(diffReleases({ chain: [start, newer] }))).toEqual(parts(diffContent(start, newer)));
      }),
      runs,
    );
  });
});
