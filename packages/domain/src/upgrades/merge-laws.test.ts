import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameValue } from "../shared/index.ts";
import { withoutConsequences, withoutDanglingReferences } from "../sites/index.ts";
import {
  checkContent,
  contentSections,
  diffContent,
  renameKeys,
  type ContentPart,
  type ContentParts,
  type ContentSection,
} from "../templates/index.ts";
import { after, edits, editThatMovesNothing, startingContent } from "./histories-for-tests.ts";
import type { MergeConflict, PartUse, Resolution } from "./merge-conflict.ts";
import { mergeRelease, type Merge } from "./merge-release.ts";
import { rollBackRelease } from "./roll-back-release.ts";

/** One seed that is always the same, and one of today, named in the titles so that a failure can be replayed. */
const seeds = [20261126, Date.now() % 2 ** 31];
const runsOfEachSeed = 700;

function law<T>(title: string, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) {
  it.each(seeds)(
    `${title} (seed %i, ${String(runsOfEachSeed)} cases)`,
    (seed) => {
      fc.assert(fc.property(arbitrary, holds), { seed, numRuns: runsOfEachSeed });
    },
    120_000,
  );
}

const start = startingContent();
const anyUses = fc
  .array(fc.tuple(fc.nat(30), fc.constantFrom<PartUse>("inUse", "holdsData")), { maxLength: 6 })
  .map((chosen) => {
    const names = contentSections.flatMap((section) =>
      start[section].map((part: ContentPart) => `${section}.${part.key}`),
    );
    return new Map(chosen.map(([index, use]) => [names[index % names.length] ?? "", use]));
  });

function partsOf(content: ContentParts): Map<string, ContentPart> {
  return new Map(
    contentSections.flatMap((section) =>
      content[section].map((part: ContentPart) => [`${section}.${part.key}`, part] as const),
    ),
  );
}

function addedKeys(content: ContentParts): string[] {
  const before = partsOf(start);
  return [...partsOf(content).keys()].filter((name) => !before.has(name));
}

function isNamed(conflicts: readonly MergeConflict[], name: string, field?: string): boolean {
  return conflicts.some(
    (conflict) =>
      `${conflict.section}.${conflict.key}` === name &&
      (field === undefined ||
        conflict.field === undefined ||
        conflict.field === field ||
        conflict.kind === "doesNotFit"),
  );
}

/** A design without the parts that are asked about and out for the time being, and without what follows from that. */
function withoutPartsInQuestion(direct: ContentParts, { content, conflicts }: Merge): ContentParts {
  const merged = partsOf(content);
  const sections = contentSections.map((section) => [
    section,
    direct[section].filter((part: ContentPart) => {
      const name = `${section}.${part.key}`;
      return merged.has(name) || !isNamed(conflicts, name);
    }),
  ]);
  const left = Object.fromEntries(sections) as ContentParts;
  return diffContent(direct, left).length === 0 ? direct : withoutDanglingReferences(left).content;
}

/** Every difference between base and local that the merged content neither holds nor asks about. */
function lostEdits(base: ContentParts, local: ContentParts, merge: Merge, incoming: ContentParts): string[] {
  const direct = withoutConsequences(base, withoutPartsInQuestion(withoutConsequences(base, local), merge));
  const [before, here, merged, there] = [base, direct, merge.content, incoming].map(partsOf);
  return diffContent(base, direct).flatMap(({ section, key, kind, fields }) => {
    const name = `${section}.${key}`;
    const asked = (field?: string) => isNamed(merge.conflicts, name, field);
    if (kind === "removed") return merged?.has(name) && !asked() ? [`${name} is back`] : [];
    if (kind === "added")
      return sameValue(merged?.get(name), here?.get(name)) || asked() ? [] : [`${name} is gone`];
    const [old, own, now, theirs] = [before, here, merged, there].map(
      (parts) => new Map<string, unknown>(Object.entries(parts?.get(name) ?? {})),
    );
    return fields.flatMap((field) => {
      const values = [old?.get(field), own?.get(field), now?.get(field), theirs?.get(field)];
      return isKept(values) || asked(field) ? [] : [`${name}.${field}`];
    });
  });
}

function isKept([old, own, now]: readonly unknown[]): boolean {
  if (sameValue(own, now)) return true;
  if (!Array.isArray(old) || !Array.isArray(own) || !Array.isArray(now)) return false;
  const added = own.filter((key) => !old.includes(key));
  const removed = old.filter((key) => !own.includes(key));
  return added.every((key) => now.includes(key)) && removed.every((key) => !now.includes(key));
}

const keep: Resolution = { choice: "keepLocal" };
const take: Resolution = { choice: "takeIncoming" };

describe("merging a release", () => {
  law("gives a site that adapted nothing the release exactly", fc.tuple(edits()), ([upstream]) => {
    const incoming = after(start, upstream);
    const merge = mergeRelease({ chain: [start, incoming], local: start });
    expect(merge.conflicts).toEqual([]);
    expect(merge.content).toEqual(merge.release);
  });

  law("changes nothing when the release is the one that the site has", fc.tuple(edits()), ([own]) => {
    const local = after(start, own);
    const merge = mergeRelease({ chain: [start, start], local });
    expect(merge.conflicts).toEqual([]);
    expect(merge.content).toEqual(local);
    expect(merge.changes).toEqual([]);
  });

  law(
    "loses no local edit that nobody decided about",
    fc.tuple(edits(), edits(), anyUses),
    ([own, upstream, uses]) => {
      const [local, incoming] = [after(start, own), after(start, upstream)];
      const merge = mergeRelease({ chain: [start, incoming], local, uses });
      expect(lostEdits(start, local, merge, incoming)).toEqual([]);
    },
  );

  law("is always valid content", fc.tuple(edits(), edits(), anyUses), ([own, upstream, uses]) => {
    const merge = mergeRelease({ chain: [start, after(start, upstream)], local: after(start, own), uses });
    expect(checkContent(merge.content, []).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(withoutDanglingReferences(merge.content).consequences).toEqual([]);
  });

  law(
    "is settled: taking the same release again changes nothing",
    fc.tuple(edits(), edits()),
    ([own, upstream]) => {
      const incoming = after(start, upstream);
      const first = mergeRelease({ chain: [start, incoming], local: after(start, own) });
      fc.pre(first.conflicts.length === 0);
      const again = mergeRelease({ chain: [incoming, incoming], local: first.content });
      expect(again.content).toEqual(first.content);
      expect(again.changes).toEqual([]);
    },
  );

  law(
    "across several releases is the same as one after another where no question came up",
    fc.tuple(edits(), edits(), edits(), edits()),
    ([own, ...upstream]) => {
      const releases = upstream.reduce<ContentParts[]>(
        (chain, history) => [...chain, after(chain.at(-1) ?? start, history)],
        [start],
      );
      const local = after(start, own);
      let step = local;
      for (const [index, incoming] of releases.slice(1).entries()) {
        const merge = mergeRelease({ chain: [releases[index] ?? start, incoming], local: step });
        fc.pre(merge.conflicts.length === 0);
        step = merge.content;
      }
      const whole = mergeRelease({ chain: releases, local });
      expect(whole.conflicts).toEqual([]);
      expect(whole.content).toEqual(step);
    },
  );

  law(
    "comes out alike whichever side is called local",
    fc.tuple(edits(editThatMovesNothing), edits(editThatMovesNothing)),
    ([one, other]) => {
      const [left, right] = [after(start, one), after(start, other)];
      // What both added alike stands where the incoming release has it, so the two ways differ in order there.
      fc.pre(addedKeys(left).every((name) => !addedKeys(right).includes(name)));
      const [there, back] = [
        mergeRelease({ chain: [start, right], local: left }),
        mergeRelease({ chain: [start, left], local: right }),
      ];
      fc.pre(there.conflicts.length === 0 && back.conflicts.length === 0);
      expect(there.content).toEqual(back.content);
    },
  );

  law(
    "settles exactly the conflicts that were decided",
    fc.tuple(edits(), edits(), anyUses, fc.nat(20), fc.boolean()),
    ([own, upstream, uses, index, isKept]) => {
      const input = { chain: [start, after(start, upstream)], local: after(start, own), uses };
      const open = mergeRelease(input);
      const asked = open.conflicts.filter(({ kind }) => kind !== "doesNotFit");
      fc.pre(asked.length > 0 && asked.length === open.conflicts.length);
      const chosen = asked[index % asked.length];
      const settled = mergeRelease({
        ...input,
        settle: (conflict) => (sameValue(conflict, chosen) ? (isKept ? keep : take) : undefined),
      });
      const left = settled.conflicts.filter(({ kind }) => kind !== "doesNotFit");
      expect(left).toEqual(asked.filter((conflict) => conflict !== chosen));
    },
  );

  law(
    "leaves no conflict when everything is settled by taking the release",
    fc.tuple(edits(), edits(), anyUses),
    ([own, upstream, uses]) => {
      const merge = mergeRelease({
        chain: [start, after(start, upstream)],
        local: after(start, own),
        uses,
        settle: () => take,
      });
      expect(merge.conflicts).toEqual([]);
    },
  );

  law(
    "says everything that it does, and nothing else",
    fc.tuple(edits(), edits(), anyUses),
    ([own, upstream, uses]) => {
      const local = after(start, own);
      const { content, changes } = mergeRelease({ chain: [start, after(start, upstream)], local, uses });
      const told = changes
        .filter(({ kind }) => !["kept", "staysLeftOut", "reordered"].includes(kind))
        .map(({ section, key, field }) => [section, key, field ?? ""].join("."));
      const done = diffContent(local, content).flatMap(({ section, key, fields }) =>
        (fields.length === 0 ? [""] : fields.filter((field) => field !== "was")).map((field) =>
          [section, key, field].join("."),
        ),
      );
      expect(told.toSorted()).toEqual(done.toSorted());
    },
  );

  law(
    "retires, and never just removes, what holds data",
    fc.tuple(edits(), edits(), anyUses),
    ([own, upstream, uses]) => {
      const local = after(start, own);
      const { content, changes } = mergeRelease({ chain: [start, after(start, upstream)], local, uses });
      const [here, merged] = [partsOf(local), partsOf(content)];
      const gone = [...uses.keys()].filter((name) => here.has(name) && !merged.has(name));
      const retired = changes
        .filter(({ kind }) => kind === "retired")
        .map(({ section, key }) => `${section}.${key ?? ""}`);
      expect(retired.toSorted()).toEqual(gone.toSorted());
    },
  );

  law(
    "follows a part that a release renames, wherever it is named",
    fc.tuple(edits(), edits(), fc.nat(30)),
    ([own, upstream, index]) => {
      const [local, incoming] = [after(start, own), after(start, upstream)];
      const held = [...partsOf(incoming).keys()].filter(
        (name) => partsOf(start).has(name) && !name.startsWith("indicators."),
      );
      const [section, key] = (held[index % held.length] ?? "").split(".") as [ContentSection, string];
      fc.pre(local[section].some((part: ContentPart) => part.key === key));
      const renamed = renamedIn(incoming, section, key);
      const [plain, merge] = [incoming, renamed].map((release) =>
        mergeRelease({ chain: [start, release], local }),
      );
      expect(merge?.conflicts.length).toBe(plain?.conflicts.length);
      expect(merge?.renames.get(section)?.get(key)).toBe("OTHER");
      expect(withoutWas(merge?.content)).toEqual(withoutWas(plain && renamedIn(plain.content, section, key)));
    },
  );
});

describe("rolling a release back", () => {
  law(
    "right away gives the design as it was",
    fc.tuple(edits(), edits(), anyUses),
    ([own, upstream, uses]) => {
      const local = after(start, own);
      const merge = mergeRelease({ chain: [start, after(start, upstream)], local, uses, settle: () => take });
      const back = rollBackRelease({
        before: local,
        after: merge.content,
        local: merge.content,
        renames: merge.renames,
      });
      expect(back.exceptions).toEqual([]);
      expect(back.content).toEqual(local);
    },
  );

  law(
    "loses nothing that was changed since",
    fc.tuple(edits(), edits(), edits()),
    ([own, upstream, since]) => {
      const before = after(start, own);
      const merge = mergeRelease({
        chain: [start, after(start, upstream)],
        local: before,
        settle: () => take,
      });
      const local = after(merge.content, since);
      const back = rollBackRelease({ before, after: merge.content, local, renames: merge.renames });
      const told = { ...back, conflicts: back.exceptions, renames: merge.renames, release: before };
      expect(lostEdits(merge.content, local, told, before)).toEqual([]);
    },
  );
});

function renamedIn(content: ContentParts, section: ContentSection, key: string): ContentParts {
  const renames = new Map([[section, new Map([[key, "OTHER"]])]]);
  const renamed = renameKeys(content, renames);
  const parts = renamed[section].map((part: ContentPart) =>
    part.key === "OTHER" ? { ...part, was: [key] } : part,
  );
  return { ...renamed, [section]: parts };
}

function withoutWas(content: ContentParts | undefined): unknown {
  return JSON.parse(
    JSON.stringify(content ?? null, (name, value: unknown) => (name === "was" ? undefined : value)),
  );
}
