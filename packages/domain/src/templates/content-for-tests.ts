import { invariant } from "../shared/index.ts";
import { parseTemplateContent } from "./parse-template-content.ts";
import type { TemplateContent } from "./template-content.ts";

const text = (en: string) => ({ en });

/** A small template, whole and without faults, as a document; tests change copies of it. */
export function smallTemplate() {
  return {
    format: "frontstep.template/1",
    template: "small",
    release: "1.0.0",
    name: text("Small"),
    summary: text("A small template for tests"),
    siteKind: "park",
    languages: ["en"],
    ownerRoles: [
      { key: "CL", title: text("City lead") },
      { key: "SS", title: text("Site sergeant") },
    ],
    positions: [
      {
        key: "SGT",
        title: text("Sergeant"),
        count: 1,
        employer: "police",
        commitmentMonths: 60,
        requiredTrainings: ["CORE"],
        core: ["count"],
        isCore: true,
        coreComponents: ["C1"],
      },
      {
        key: "OFF",
        title: text("Officer"),
        count: 10,
        employer: "police",
        commitmentMonths: 60,
        requiredTrainings: ["CORE"],
        core: ["commitmentMonths"],
        coreComponents: ["C1"],
      },
      { key: "CMD", title: text("Captain"), count: 0.2, employer: "police" },
      { key: "EVAL", title: text("Evaluator"), count: "contract", employer: "partner" },
    ],
    staffingFloors: [
      {
        key: "FLOOR",
        name: text("Smallest team"),
        positions: ["OFF"],
        seats: 6,
        coreComponents: ["C1", "C6"],
      },
    ],
    trainings: [{ key: "CORE", name: text("Core training"), hours: 40, when: "beforeDeployment" }],
    partnerRoles: [
      {
        key: "IA",
        title: text("Intervention agency"),
        requirement: "required",
        isCore: true,
        coreComponents: ["C6"],
      },
    ],
    activities: [
      { key: "A1", name: text("Meeting"), tenet: "engagement", dose: text("12 a year"), isOnByDefault: true },
      {
        key: "A13",
        name: text("Safe Passage"),
        tenet: "safePassage",
        dose: text("Daily"),
        isOnByDefault: false,
      },
    ],
    governanceBodies: [
      {
        key: "STEER",
        name: text("Steering committee"),
        members: text("All"),
        meets: text("Monthly"),
        powers: text("Gates"),
      },
    ],
    phases: [
      { key: "E", label: text("Explore"), fromDay: -365, toDay: -170 },
      { key: "I", label: text("Prepare"), fromDay: -165, toDay: -1 },
      { key: "L", label: text("Launch"), fromDay: 0, toDay: 395 },
    ],
    checklistItems: [
      {
        key: "B01",
        phase: "E",
        title: text("Name leads"),
        ownerRole: "CL",
        dueOffsetDays: -365,
        evidence: text("Memo"),
      },
      {
        key: "B10",
        phase: "I",
        title: text("Agreement"),
        ownerRole: "CL",
        dueOffsetDays: -150,
        evidence: text("Signed agreement"),
        isLaunchGate: true,
        dependsOn: ["B01"],
        coreComponents: ["C1"],
      },
      {
        key: "B31",
        phase: "L",
        title: text("Introductions"),
        ownerRole: "SS",
        dueOffsetDays: 0,
        evidence: text("Event record"),
        dependsOn: ["B10"],
      },
    ],
    indicators: [
      {
        key: "TR-TRU",
        name: text("Trust"),
        theme: "trustAndPlace",
        class: "population",
        measure: { kind: "share" },
        unit: text("% agree"),
        direction: "higher",
        cadence: "year",
        source: text("Survey"),
      },
    ],
    goals: [
      {
        key: "O1",
        title: text("Trust"),
        kind: "outcome",
        baselineWindow: { kind: "days", fromDay: -90, toDay: -30 },
        targets: [{ kind: "changeByPoints", indicator: "TR-TRU", points: 10, byMonth: 24 }],
      },
      {
        key: "O12",
        title: text("Safe Passage"),
        kind: "outcome",
        baselineWindow: { kind: "none" },
        targets: [{ kind: "atLeast", indicator: "TR-TRU", value: 95, byMonth: 6 }],
        onlyWithActivity: "A13",
      },
    ],
    coreComponents: ["C1", "C6"].map((key) => ({
      key,
      name: text(key),
      weight: 2,
      isEssential: true,
      looksLike: { none: text("none"), partly: text("partly"), full: text("full") },
    })),
  };
}

/** The small template as the engine reads it. */
export function smallContent(changes: Partial<Record<keyof TemplateContent, unknown>> = {}): TemplateContent {
  const parsed = parseTemplateContent({ ...smallTemplate(), ...changes });
  invariant(parsed.kind === "parsed", JSON.stringify(parsed));
  return parsed.content;
}
