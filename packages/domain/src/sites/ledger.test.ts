import { describe, expect, it } from "vitest";
import { smallContent } from "../templates/content-for-tests.ts";
import type { ContentParts } from "../templates/index.ts";
import { adaptContent } from "./adapt-content.ts";
import type { AdaptationRequest } from "./adaptation.ts";
import { asTaken, withoutConsequences } from "./as-taken.ts";
import { ledger } from "./ledger.ts";

const release = smallContent();
const taken = asTaken(release, { ...release, activities: release.activities.slice(0, 1) });

function adapted(...requests: Partial<AdaptationRequest>[]): ContentParts {
  const whole = requests.map((request) => ({
    reasonCode: "other",
    reason: "A reason of its own",
    ...request,
  }));
  const { content, findings } = adaptContent(taken, whole as AdaptationRequest[]);
  expect(findings).toEqual([]);
  return content;
}

function entries(local: ContentParts): string[] {
  return ledger(release, local).map(({ section, key, change, field }) =>
    [change, section, key, field].filter((step) => step !== undefined).join(" "),
  );
}

describe("the adaptation ledger", () => {
  it("is empty for a site that adapts nothing, though it did not take up an activity on offer", () => {
    expect(taken.activities.map(({ key }) => key)).toEqual(["A1"]);
    expect(taken.goals.map(({ key }) => key)).toEqual(["O1"]);
    expect(entries(taken)).toEqual([]);
  });

  it("holds each difference once, and not what follows from it", () => {
    const local = adapted(
      { section: "trainings", key: "CORE", change: "leftOut" },
      { section: "positions", key: "OFF", change: "changed", field: "count", value: 8 },
    );
    expect(local.positions.every(({ requiredTrainings }) => requiredTrainings.length === 0)).toBe(true);
    expect(entries(local)).toEqual(["changed positions OFF count", "leftOut trainings CORE"]);
  });

  it("names a part that the site added", () => {
    const meal = { ...(taken.activities[0] ?? release.activities[0]), key: "MEAL" };
    const local = { ...taken, activities: [...taken.activities, meal] } as ContentParts;
    expect(ledger(release, local)).toEqual([
      expect.objectContaining({ change: "added", key: "MEAL", fromRelease: undefined, touchesCore: false }),
    ]);
  });

  it("says which differences touch a core component: a core field, a core part, a gate, a floor", () => {
    const local = adapted(
      { section: "positions", key: "OFF", change: "changed", field: "count", value: 5 },
      { section: "partnerRoles", key: "IA", change: "leftOut" },
      { section: "checklistItems", key: "B10", change: "leftOut" },
      { section: "checklistItems", key: "B01", change: "changed", field: "dueOffsetDays", value: -300 },
    );
    const core = ledger(release, local).map(({ key, touchesCore, coreComponents }) => [
      key,
      touchesCore,
      coreComponents,
    ]);
    expect(core).toEqual([
      ["OFF", true, ["C1", "C6"]],
      ["IA", true, ["C6"]],
      ["B01", false, []],
      ["B10", true, ["C1"]],
    ]);
  });

  it("takes a design without consequences back to what was decided", () => {
    const local = adapted({ section: "checklistItems", key: "B01", change: "leftOut" });
    expect(local.checklistItems.find(({ key }) => key === "B10")?.dependsOn).toEqual([]);
    const direct = withoutConsequences(taken, local);
    expect(direct.checklistItems.find(({ key }) => key === "B10")?.dependsOn).toEqual(["B01"]);
  });
});
