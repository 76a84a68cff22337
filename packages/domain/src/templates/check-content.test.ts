import { describe, expect, it } from "vitest";
import { checkContent } from "./check-content.ts";
import { smallContent, smallTemplate } from "./content-for-tests.ts";

const text = (en: string) => ({ en });

function codesOf(changes: Parameters<typeof smallContent>[0]): string[] {
  return checkContent(smallContent(changes), []).map(({ code }) => code);
}

function changedItems(change: Record<string, object>): object[] {
  return smallTemplate().checklistItems.map((item) => ({ ...item, ...change[item.key] }));
}

function indicator(change: object): object {
  return { ...smallTemplate().indicators[0], ...change };
}

describe("checkContent", () => {
  it("finds nothing in a content whose parts fit together", () => {
    expect(checkContent(smallContent(), [])).toEqual([]);
  });

  it("finds a key that stands twice in one section", () => {
    const { ownerRoles } = smallTemplate();
    expect(codesOf({ ownerRoles: [...ownerRoles, ...ownerRoles.slice(0, 1)] })).toEqual([
      "TEMPLATE_KEY_DUPLICATE",
    ]);
  });

  it.each([
    ["an owner role", { checklistItems: changedItems({ B01: { ownerRole: "XX" } }) }],
    ["a phase", { checklistItems: changedItems({ B01: { phase: "XX" } }) }],
    ["a checklist item", { checklistItems: changedItems({ B01: { dependsOn: ["XX"] } }) }],
    ["a training", { trainings: [], positions: smallTemplate().positions.slice(0, 1), staffingFloors: [] }],
    ["an activity", { activities: smallTemplate().activities.slice(0, 1) }],
    [
      "a core component",
      { coreComponents: smallTemplate().coreComponents.slice(0, 1), positions: [], staffingFloors: [] },
    ],
  ])("finds a reference to %s that is not there", (_, changes) => {
    expect(codesOf(changes)).toEqual(["TEMPLATE_REFERENCE_UNKNOWN"]);
  });

  it("finds a goal on an indicator that neither the catalogue nor the template describes", () => {
    expect(codesOf({ indicators: [] })).toEqual(["TEMPLATE_REFERENCE_UNKNOWN", "TEMPLATE_REFERENCE_UNKNOWN"]);
  });

  it("accepts a goal on an indicator of the catalogue", () => {
    expect(checkContent(smallContent({ indicators: [] }), smallContent().indicators)).toEqual([]);
  });

  it("names the items that wait for each other, and not those behind them", () => {
    const findings = checkContent(
      smallContent({ checklistItems: changedItems({ B01: { dependsOn: ["B10"] } }) }),
      [],
    );
    const cycles = findings.filter(({ code }) => code === "CHECKLIST_DEPENDENCY_CYCLE");
    expect(cycles.map(({ path }) => path)).toEqual([
      "checklistItems.B01.dependsOn",
      "checklistItems.B10.dependsOn",
    ]);
  });

  it("finds an item that waits for itself", () => {
    expect(codesOf({ checklistItems: changedItems({ B01: { dependsOn: ["B01"] } }) })).toEqual([
      "CHECKLIST_DEPENDENCY_CYCLE",
    ]);
  });

  it("finds an item due before the item that it depends on", () => {
    const codes = codesOf({ checklistItems: changedItems({ B01: { dueOffsetDays: -100 } }) });
    expect(codes).toContain("CHECKLIST_DUE_BEFORE_DEPENDENCY");
  });

  it("finds a launch gate due after launch", () => {
    expect(
      codesOf({ checklistItems: changedItems({ B31: { isLaunchGate: true, dueOffsetDays: 5 } }) }),
    ).toEqual(["CHECKLIST_GATE_AFTER_LAUNCH"]);
  });

  it("notes an item due outside its phase without refusing it", () => {
    const [finding, ...others] = checkContent(
      smallContent({ checklistItems: changedItems({ B31: { dueOffsetDays: 500 } }) }),
      [],
    );
    expect(finding).toMatchObject({ code: "CHECKLIST_DUE_OUTSIDE_PHASE", severity: "note" });
    expect(others).toEqual([]);
  });

  it("finds a goal without an indicator", () => {
    const goals = smallTemplate().goals.map((goal) => ({ ...goal, targets: [] }));
    expect(codesOf({ goals })).toEqual(["GOAL_WITHOUT_INDICATOR", "GOAL_WITHOUT_INDICATOR"]);
  });

  it.each([
    ["arrests by its mark", { policeAct: "arrests" }],
    ["arrests by its name", { name: text("Arrests in site") }],
    ["arrests by its Spanish name", { name: { en: "In custody", es: "Arrestos en el sitio" } }],
    ["citations", { name: text("Citations issued") }],
    ["stops", { name: text("Stops") }],
    ["traffic stops", { name: text("Traffic stops made") }],
    ["field interviews", { name: text("Field interview cards") }],
    ["gang-database entries", { name: text("Gang database entries") }],
    ["a measure of single officers by its mark", { isPerOfficer: true }],
    ["a measure of single officers by its unit", { unit: text("hours/officer/week") }],
    ["a measure of single officers by its name", { name: text("Contacts per officer") }],
  ])("refuses a goal on %s", (_, change) => {
    const goals = smallTemplate().goals.slice(0, 1);
    expect(codesOf({ goals, indicators: [indicator(change)] })).toEqual(["GOAL_REFUSED"]);
  });

  it("refuses a goal on the code of arrests even where the indicator is not described", () => {
    const goals = smallTemplate()
      .goals.slice(0, 1)
      .map((goal) => ({
        ...goal,
        targets: [{ kind: "atMost", indicator: "PA-ARR", value: 10, byMonth: 12 }],
      }));
    expect(codesOf({ goals })).toContain("GOAL_REFUSED");
  });

  it("refuses a goal whose title makes arrests the goal", () => {
    const goals = smallTemplate()
      .goals.slice(0, 1)
      .map((goal) => ({ ...goal, title: text("More arrests") }));
    expect(codesOf({ goals })).toEqual(["GOAL_REFUSED"]);
  });

  it.each(["Bus stops with lights", "Clearance rate", "Youth diverted", "Knows an officer by name"])(
    "allows a goal on %s",
    (name) => {
      expect(
        codesOf({ goals: smallTemplate().goals.slice(0, 1), indicators: [indicator({ name: text(name) })] }),
      ).toEqual([]);
    },
  );

  it("warns of a goal on an indicator of which neither more nor less is better", () => {
    const codes = codesOf({
      goals: smallTemplate().goals.slice(0, 1),
      indicators: [indicator({ direction: "context" })],
    });
    expect(codes).toEqual(["GOAL_ON_CONTEXT"]);
  });
});
