import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, plainDateOf } from "../shared/index.ts";
import { blockedBy } from "./blocked-by.ts";
import { refuseSignOff, refuseStatus, type ItemStanding } from "./change-status.ts";
import { itemStatuses, type ItemStatus } from "./checklist.ts";
import { gatesNowFailing, launchGates, type GateItem } from "./gates.ts";
import { launchStage } from "./launch-stage.ts";
import { checklistItemSchema } from "./parse-checklist.ts";
import { alignDates, type HeldPlan, isFinished, planDates, replan, type ItemPlan } from "./plan-dates.ts";
import { readiness } from "./readiness.ts";

const launchOn = plainDateOf("2027-06-01");
const today = plainDateOf("2027-01-15");

function item(key: string, dueOffsetDays: number, dependsOn: string[] = []) {
  const text = { en: key };
  return checklistItemSchema.parse({
    key,
    phase: "E",
    title: text,
    ownerRole: "CL",
    dueOffsetDays,
    evidence: text,
    dependsOn,
  });
}

const items = [item("B01", -365), item("B10", -150, ["B01"]), item("B31", 0, ["B10"])];

const anyPlans = fc.array(
  fc.record({ status: fc.constantFrom(...itemStatuses), isDueSetByHand: fc.boolean() }),
  {
    minLength: items.length,
    maxLength: items.length,
  },
);

function plansFrom(standings: readonly { status: ItemStatus; isDueSetByHand: boolean }[]): ItemPlan[] {
  return planDates(items, launchOn).map((planned, index) => ({
    ...planned,
    status: standings[index]?.status ?? "notStarted",
    isDueSetByHand: standings[index]?.isDueSetByHand ?? false,
  }));
}

describe("alignDates", () => {
  const held = (changes: Partial<HeldPlan> & Pick<HeldPlan, "key" | "dueOn">): HeldPlan => ({
    status: "notStarted",
    isDueSetByHand: false,
    isLeftOut: false,
    ...changes,
  });
  const days = (list: typeof items, plans: readonly HeldPlan[], at: string, launch = "2027-06-01") =>
    Object.fromEntries(
      alignDates(list, plans, { today: plainDateOf(at), launchOn: plainDateOf(launch) }).map(
        ({ key, dueOn }) => [key, dueOn],
      ),
    );

  it("gives an item whose day lies ahead its planned day, new or known", () => {
    const known = [held({ key: "B31", dueOn: plainDateOf("2027-01-01") })];
    expect(days(items, known, "2026-01-01")).toEqual({
      B01: "2026-06-01",
      B10: "2027-01-02",
      B31: "2027-06-01",
    });
  });

  it("gives one that comes after its day 30 days, and keeps the day of one that was there", () => {
    const known = [held({ key: "B10", dueOn: plainDateOf("2027-01-02") })];
    expect(days(items, known, "2029-03-01")).toEqual({
      B01: "2029-03-31",
      B10: "2027-01-02",
      B31: "2029-03-31",
    });
  });

  it("gives one that comes shortly before launch time until launch, if it is to be done before", () => {
    expect(days([item("B02", -90)], [], "2027-05-20")).toEqual({ B02: "2027-06-01" });
  });

  it("never lets a late one be due before what it waits for", () => {
    const list = [item("B40", 1, []), item("B41", 2, ["B40"])];
    const byHand = held({ key: "B40", dueOn: plainDateOf("2030-01-01"), isDueSetByHand: true });
    expect(days(list, [byHand], "2029-03-01")).toEqual({ B40: "2030-01-01", B41: "2030-01-01" });
  });

  it("lets a late one be due no later than what waits for it, through others that come late", () => {
    const list = [item("B40", -3, []), item("B41", -2, ["B40"]), item("B42", 9, ["B41"])];
    expect(days(list, [], "2027-06-05")).toEqual({
      B40: "2027-06-10",
      B41: "2027-06-10",
      B42: "2027-06-10",
    });
  });

  it("gives a late one 30 days if what waits for it is done or overdue itself", () => {
    const list = [item("B40", 1, []), item("B41", 2, ["B40"])];
    const waiting = { key: "B41", dueOn: plainDateOf("2027-06-03") };
    const done = held({ ...waiting, status: "done" });
    expect(days(list, [done], "2029-03-01")).toEqual({ B40: "2029-03-31", B41: "2027-06-03" });
    expect(days(list, [held(waiting)], "2029-03-01")).toEqual({ B40: "2029-03-31", B41: "2027-06-03" });
  });

  it("treats one that was taken out and comes back as new, unless it was done", () => {
    const out = { isLeftOut: true, dueOn: plainDateOf("2026-06-01") };
    const known = [held({ key: "B01", ...out }), held({ key: "B10", status: "done", ...out })];
    const found = days(items, known, "2029-03-01");
    expect([found["B01"], found["B10"]]).toEqual(["2029-03-31", "2026-06-01"]);
  });

  it("makes nothing overdue that was not, and keeps what is finished or set by hand, whatever the day", () => {
    fc.assert(
      fc.property(anyPlans, fc.integer({ min: -900, max: 900 }), (standings, shift) => {
        const plans = plansFrom(standings).map((plan) => held({ ...plan }));
        const on = addDays(launchOn, shift);
        const dates = alignDates(items, plans, { launchOn, today: on });
        dates.forEach(({ dueOn }, index) => {
          const plan = plans[index];
          if (plan === undefined) throw new Error("There is a plan for each");
          const isFixed = plan.isDueSetByHand || isFinished(plan.status);
          expect(isFixed ? dueOn === plan.dueOn : dueOn >= on || dueOn === plan.dueOn).toBe(true);
        });
        const fresh = alignDates(items, [], { launchOn, today: on });
        expect(fresh.every(({ dueOn }) => dueOn >= on)).toBe(true);
      }),
    );
  });
});

describe("replan", () => {
  it("moves every unfinished item by as many days as the launch", () => {
    fc.assert(
      fc.property(anyPlans, fc.integer({ min: -400, max: 400 }), (standings, days) => {
        const plans = plansFrom(standings);
        const moved = replan(items, plans, addDays(launchOn, days));
        const movable = plans.filter((plan) => !plan.isDueSetByHand && !isFinished(plan.status));
        expect(moved.map(({ key }) => key)).toEqual(days === 0 ? [] : movable.map(({ key }) => key));
        expect(moved.every(({ from, to }) => daysBetween(from, to) === days)).toBe(true);
      }),
    );
  });

  it("leaves out items that the site no longer has", () => {
    expect(replan([], plansFrom([]), addDays(launchOn, 7))).toEqual([]);
  });
});

describe("launch gates", () => {
  const gate = (change: Partial<GateItem>): GateItem => ({
    key: "B10",
    isLaunchGate: true,
    status: "inProgress",
    isSignedOff: false,
    dueOn: plainDateOf("2027-03-01"),
    ...change,
  });

  it.each<[string, Partial<GateItem>, string]>([
    ["in time", {}, "open"],
    ["overdue", { dueOn: addDays(today, -1) }, "failing"],
    ["due today", { dueOn: today }, "open"],
    ["planned for after launch", { dueOn: addDays(launchOn, 1) }, "failing"],
    ["done", { status: "done" }, "awaitingSignOff"],
    ["done and signed off", { status: "done", isSignedOff: true }, "met"],
  ])("tells where a gate stands that is %s", (_, change, state) => {
    expect(launchGates([gate(change)], launchOn, today)).toEqual([{ key: "B10", state }]);
  });

  it("names the gates that fail under the new plan only", () => {
    const before = launchGates([gate({}), gate({ key: "B09", dueOn: addDays(today, -9) })], launchOn, today);
    const after = launchGates(
      [gate({ dueOn: addDays(today, -2) }), gate({ key: "B09", dueOn: addDays(today, -50) })],
      launchOn,
      today,
    );
    expect(gatesNowFailing(before, after)).toEqual(["B10"]);
  });

  it("counts what is done of what applies", () => {
    const all = [
      gate({ status: "done", isSignedOff: true }),
      gate({ key: "B2" }),
      gate({ key: "B3", isLaunchGate: false, status: "notApplicable" }),
      gate({ key: "B4", isLaunchGate: false, dueOn: addDays(today, -1) }),
    ];
    expect(readiness(all, launchOn, today)).toEqual({
      itemCount: 4,
      doneCount: 1,
      notApplicableCount: 1,
      overdueCount: 1,
      percentDone: 33,
      gates: { met: 1, awaitingSignOff: 0, failing: 0, open: 1 },
    });
  });

  it("says 100 percent only when everything that applies is done", () => {
    const many = (doneCount: number) =>
      Array.from({ length: 300 }, (_, index) =>
        gate({ key: `B${String(index)}`, status: index < doneCount ? "done" : "planning" }),
      );
    expect(readiness(many(299), launchOn, today).percentDone).toBe(99);
    expect(readiness(many(300), launchOn, today).percentDone).toBe(100);
  });
});

describe("blockedBy", () => {
  it("names the unfinished items that an item waits for", () => {
    const statuses = new Map<string, ItemStatus>([
      ["B01", "done"],
      ["B10", "inProgress"],
      ["B31", "notStarted"],
    ]);
    expect([...blockedBy(items, statuses)]).toEqual([
      ["B01", []],
      ["B10", []],
      ["B31", ["B10"]],
    ]);
  });
});

describe("statuses", () => {
  const standing = (change: Partial<ItemStanding>): ItemStanding => ({
    key: "B10",
    status: "inProgress",
    isLaunchGate: false,
    isSignedOff: false,
    blockedBy: [],
    ...change,
  });
  const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

  it("lets an item go from any status to any other while nothing stands against it", () => {
    for (const to of itemStatuses)
      expect(refuseStatus(standing({}), to, "It is done by the county.")).toEqual([]);
  });

  it.each<[string, Partial<ItemStanding>, ItemStatus, string]>([
    ["a signed-off item", { isSignedOff: true, status: "done" }, "planning", "CHECKLIST_SIGNED_OFF"],
    ["setting a launch gate aside", { isLaunchGate: true }, "notApplicable", "CHECKLIST_GATE_MUST_APPLY"],
    ["setting aside without a reason", {}, "notApplicable", "CHECKLIST_REASON_MISSING"],
    ["finishing what waits for others", { blockedBy: ["B01"] }, "done", "CHECKLIST_BLOCKED"],
  ])("refuses %s", (_, change, to, code) => {
    expect(codes(refuseStatus(standing(change), to, "  "))).toEqual([code]);
  });

  it("signs off what is done, and a launch gate only with evidence", () => {
    expect(refuseSignOff(standing({ status: "done" }), 0)).toEqual([]);
    expect(codes(refuseSignOff(standing({}), 1))).toEqual(["CHECKLIST_NOT_DONE"]);
    expect(codes(refuseSignOff(standing({ status: "done", isLaunchGate: true }), 0))).toEqual([
      "CHECKLIST_EVIDENCE_MISSING",
    ]);
    expect(refuseSignOff(standing({ status: "done", isLaunchGate: true }), 1)).toEqual([]);
    expect(codes(refuseSignOff(standing({ status: "done", isSignedOff: true }), 1))).toEqual([
      "CHECKLIST_SIGNED_OFF",
    ]);
  });
});

describe("launchStage", () => {
  const phases = [
    { key: "I", fromDay: -165 },
    { key: "E", fromDay: -365 },
    { key: "L", fromDay: 0 },
  ];

  it.each([
    ["2024-01-01", "E", 1247],
    ["2026-12-10", "E", 173],
    ["2027-05-31", "I", 1],
    ["2027-06-01", "L", 0],
    ["2030-01-01", "L", -945],
  ])("on %s the site stands in phase %s", (day, phase, daysToLaunch) => {
    expect(launchStage(phases, { launchOn, today: plainDateOf(day) }, 0)).toMatchObject({
      phase,
      daysToLaunch,
    });
  });

  it("holds a site at its gates when the launch date has come and gates are unmet", () => {
    const days = { launchOn, today: launchOn };
    expect(launchStage(phases, days, 2)).toMatchObject({ hasLaunched: false, isHeldAtGates: true });
    expect(launchStage(phases, days, 0)).toMatchObject({ hasLaunched: true, isHeldAtGates: false });
  });
});
