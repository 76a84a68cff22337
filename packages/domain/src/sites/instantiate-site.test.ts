import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDateOf } from "../shared/index.ts";
import { diffContent } from "../templates/index.ts";
import { smallContent } from "../templates/content-for-tests.ts";
import type { AdaptationRequest } from "./adaptation.ts";
import { contentPartsOf } from "./content-parts.ts";
import { instantiateSite } from "./instantiate-site.ts";

const today = plainDateOf("2026-01-05");
const launchOn = plainDateOf("2027-06-01");
const why = { reasonCode: "resources", reason: "The city has money for fewer people." } as const;
const allOffered = ["A13"];

function open(adaptations: readonly AdaptationRequest[], offeredActivities: readonly string[] = allOffered) {
  return instantiateSite({ release: smallContent(), launchOn, offeredActivities, adaptations, today });
}

describe("instantiateSite", () => {
  it("makes an unadapted site the release exactly when it takes up everything offered", () => {
    expect(diffContent(open([]).content, contentPartsOf(smallContent()))).toEqual([]);
  });

  it("dates every item from launch", () => {
    expect(open([]).checklist).toEqual([
      { key: "B01", dueOn: "2026-06-01" },
      { key: "B10", dueOn: "2027-01-02" },
      { key: "B31", dueOn: "2027-06-01" },
    ]);
  });

  it("opens a slot for each seat, one for a part of a seat and none for a contract", () => {
    const { slots } = open([]);
    const countOf = (key: string) => slots.filter(({ position }) => position === key).length;
    expect([countOf("SGT"), countOf("OFF"), countOf("CMD"), countOf("EVAL")]).toEqual([1, 10, 1, 0]);
  });

  it("drops a goal that applies only with an activity that the site does not take up", () => {
    const plan = open([], []);
    expect(plan.content.goals.map(({ key }) => key)).toEqual(["O1"]);
    expect(plan.consequences).toEqual([{ section: "goals", key: "O12", kind: "dropped", because: "A13" }]);
  });

  it("leaves out an item, and those that waited for it no longer wait", () => {
    const plan = open([{ section: "checklistItems", key: "B01", change: "leftOut", ...why }]);
    expect(plan.content.checklistItems[0]).toMatchObject({ key: "B10", dependsOn: [] });
    expect(plan.adaptations[0]).toMatchObject({ key: "B01", touchesCore: false });
  });

  it("says that leaving out a launch gate touches a core component", () => {
    const plan = open([{ section: "checklistItems", key: "B10", change: "leftOut", ...why }]);
    expect(plan.adaptations[0]).toMatchObject({ touchesCore: true, coreComponents: ["C1"] });
    expect(plan.findings.map(({ code }) => code)).toEqual(["ADAPTATION_STEERING_DECISION_MISSING"]);
  });

  it("takes what touches a core component once the steering committee has decided it", () => {
    const steeringDecidedOn = plainDateOf("2026-10-01");
    const plan = open([
      { section: "checklistItems", key: "B10", change: "leftOut", ...why, steeringDecidedOn },
    ]);
    expect(plan.findings).toEqual([
      expect.objectContaining({ code: "ADAPTATION_TOUCHES_CORE", severity: "warning" }),
    ]);
    expect(plan.adaptations[0]).toMatchObject({ touchesCore: true, steeringDecidedOn });
  });

  it("keeps eight officers instead of ten without touching a core component", () => {
    const plan = open([
      { section: "positions", key: "OFF", change: "changed", field: "count", value: 8, ...why },
    ]);
    expect(plan.adaptations[0]).toMatchObject({ fromRelease: 10, toLocal: 8, touchesCore: false });
    expect(plan.slots.filter(({ position }) => position === "OFF")).toHaveLength(8);
  });

  it("says that fewer seats than the staffing floor touch its core components", () => {
    const plan = open([
      { section: "positions", key: "OFF", change: "changed", field: "count", value: 5, ...why },
    ]);
    expect(plan.adaptations[0]).toMatchObject({ touchesCore: true, coreComponents: ["C1", "C6"] });
  });

  it("says that changing a core field touches a core component", () => {
    const plan = open([
      { section: "positions", key: "OFF", change: "changed", field: "commitmentMonths", value: 24, ...why },
    ]);
    expect(plan.adaptations[0]).toMatchObject({ touchesCore: true, coreComponents: ["C1"] });
  });

  it.each<[string, AdaptationRequest[], string]>([
    [
      "a part that is not there",
      [{ section: "positions", key: "XX", change: "leftOut", ...why }],
      "ADAPTATION_PART_UNKNOWN",
    ],
    [
      "a difference without a reason",
      [{ section: "positions", key: "OFF", change: "leftOut", ...why, reason: " " }],
      "ADAPTATION_REASON_MISSING",
    ],
    [
      "a change of what a part's key is",
      [{ section: "positions", key: "OFF", change: "changed", field: "key", value: "X", ...why }],
      "ADAPTATION_FIELD_UNKNOWN",
    ],
    [
      "a value that does not fit",
      [{ section: "positions", key: "OFF", change: "changed", field: "count", value: -1, ...why }],
      "PART_FORM_INVALID",
    ],
    [
      "a field that the part does not have",
      [{ section: "positions", key: "OFF", change: "changed", field: "hue", value: 1, ...why }],
      "PART_FORM_INVALID",
    ],
    [
      "a change to the same value",
      [{ section: "positions", key: "OFF", change: "changed", field: "count", value: 10, ...why }],
      "ADAPTATION_CHANGES_NOTHING",
    ],
  ])("refuses %s and applies nothing", (_, requests, code) => {
    const plan = open(requests);
    expect(plan.findings.map((finding) => finding.code)).toEqual([code]);
    expect(plan.adaptations).toEqual([]);
  });

  it("refuses to leave out and change the same part", () => {
    const plan = open([
      { section: "positions", key: "OFF", change: "changed", field: "count", value: 8, ...why },
      { section: "positions", key: "OFF", change: "leftOut", ...why },
    ]);
    expect(plan.findings.map(({ code }) => code)).toContain("ADAPTATION_CONTRADICTS");
  });

  it("refuses an activity that the template does not offer", () => {
    expect(open([], ["A99"]).findings.map(({ code }) => code)).toEqual(["SITE_ACTIVITY_UNKNOWN"]);
  });

  it("warns when items are past due on the day the site opens", () => {
    const plan = instantiateSite({
      release: smallContent(),
      launchOn: addDays(today, 100),
      offeredActivities: allOffered,
      adaptations: [],
      today,
    });
    expect(plan.findings.map(({ code }) => code)).toEqual(["SITE_ITEMS_ALREADY_DUE"]);
  });

  it("differs from the release in the parts that were left out and in nothing else", () => {
    const leavable = fc.subarray(["SGT", "OFF", "CMD", "EVAL"]);
    fc.assert(
      fc.property(leavable, (keys) => {
        const plan = open(keys.map((key) => ({ section: "positions", key, change: "leftOut", ...why })));
        const differences = diffContent(contentPartsOf(smallContent()), plan.content).filter(
          ({ section }) => section !== "staffingFloors",
        );
        expect(differences.map(({ key, kind }) => [key, kind])).toEqual(keys.map((key) => [key, "removed"]));
      }),
    );
  });
});
