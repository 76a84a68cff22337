import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameValue } from "../shared/index.ts";
import { asTaken, ledger, type LocalDifference } from "../sites/index.ts";
import { checkContent, contentSections, type ContentParts } from "../templates/index.ts";
import { after, edits, editThatMovesNothing, startingContent } from "./histories-for-tests.ts";
import { revertDifference } from "./revert-difference.ts";

const release = startingContent();
/** Hundreds of histories, on a machine that may have more to do. */
const patience = 60_000;
const seeds = [20261126, Date.now() % 2 ** 31];
const name = ({ section, key, field }: LocalDifference) => `${section}.${key}.${field ?? ""}`;

function withoutOne(local: ContentParts, place: LocalDifference): ContentParts | undefined {
  const outcome = revertDifference(release, local, { place, catalogue: [] });
  return outcome.kind === "reverted" ? outcome.content : undefined;
}

describe("taking one difference back", () => {
  it("puts a part that was left out where the release has it, with what followed from it", () => {
    const dropped = {
      ...release,
      checklistItems: release.checklistItems.filter(({ key }) => key !== "B10"),
    };
    const local = asTaken(dropped, dropped);
    expect(local.checklistItems.find(({ key }) => key === "B11")?.dependsOn).not.toContain("B10");
    const [entry] = ledger(release, local);
    expect(entry && withoutOne(local, entry)).toEqual(asTaken(release, release));
  });

  it("keeps the other differences of the same part", () => {
    const checklistItems = release.checklistItems.map((item) =>
      item.key === "B13" ? { ...item, title: { en: "Ours" }, evidence: { en: "A photo" } } : item,
    );
    const local = { ...release, checklistItems };
    const [first] = ledger(release, local);
    const content = first && withoutOne(local, first);
    expect(content && ledger(release, content).map(({ field }) => field)).toEqual(
      first?.field === "title" ? ["evidence"] : ["title"],
    );
  });

  it("is refused, saying why, where another difference stands in the way", () => {
    const checklistItems = release.checklistItems.map((item) => {
      if (item.key === "B11") return { ...item, dueOffsetDays: -300 };
      return item.key === "B10" ? { ...item, dueOffsetDays: -310 } : item;
    });
    const local = { ...release, checklistItems };
    const entry = ledger(release, local).find(({ key }) => key === "B10");
    const outcome = entry && revertDifference(release, local, { place: entry, catalogue: [] });
    expect(outcome).toMatchObject({ kind: "refused" });
    expect(outcome?.kind === "refused" && outcome.findings[0]?.message).toMatch(/B1[01]/);
  });

  it.each(seeds)(
    "takes this one entry out of the ledger and no other (seed %i)",
    (seed) => {
      const law = fc.property(edits(editThatMovesNothing), fc.nat(30), (history, index) => {
        const local = after(release, history);
        const entries = ledger(release, local);
        const chosen = entries[index % Math.max(1, entries.length)];
        if (chosen === undefined) return;
        const content = withoutOne(local, chosen);
        if (content === undefined) return;
        const left = ledger(release, content).map(name);
        expect(left).not.toContain(name(chosen));
        expect(entries.map(name)).toEqual(expect.arrayContaining(left));
        expect(checkContent(content, []).filter(({ severity }) => severity === "error")).toEqual([]);
      });
      fc.assert(law, { seed, numRuns: 700 });
    },
    patience,
  );

  it.each(seeds)(
    "ends at the release when all go back, in any order (seed %i)",
    (seed) => {
      const law = fc.property(edits(editThatMovesNothing), fc.integer(), (history, order) => {
        let local = after(release, history);
        for (let round = 0; round < 200; round += 1) {
          const entries = ledger(release, local);
          if (entries.length === 0) break;
          const turned = entries.map((_, index) => entries[Math.abs(index + order) % entries.length]);
          const next = turned.map((entry) => entry && withoutOne(local, entry)).find((content) => content);
          if (next === undefined) throw new Error(`Nothing of ${entries.map(name).join(", ")} goes back`);
          local = next;
        }
        const whole = asTaken(release, local);
        for (const section of contentSections) expect(sameValue(local[section], whole[section])).toBe(true);
      });
      fc.assert(law, { seed, numRuns: 300 });
    },
    patience,
  );
});
