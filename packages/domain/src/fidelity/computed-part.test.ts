import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemStatuses } from "../onboarding/index.ts";
import { addDays, plainDateOf } from "../shared/index.ts";
import { dose, structure, timeliness, type TimedItem } from "./computed-part.ts";

const launchOn = plainDateOf("2026-01-01");
const today = plainDateOf("2026-11-26");

function timed(dueOffsetDays: number, rest: Partial<TimedItem> = {}, isCore = false): TimedItem {
  const item = { key: `I${String(dueOffsetDays)}`, dueOffsetDays, isCore, isLaunchGate: false };
  return { item, status: "notStarted", isLeftOut: false, ...rest };
}

describe("structure", () => {
  test("is 100 where everything is there, and before launch rests on the design alone", () => {
    const coreParts = { met: 12, of: 12 };
    expect(structure({ coreParts }).value).toBe(100);
    expect(structure({ coreParts, slots: { met: 11, of: 11 }, partnerRoles: { met: 6, of: 6 } }).value).toBe(
      100,
    );
  });

  // Worked by hand: (12/12 + 9/12 + 3/6) / 3 = 0.75.
  test("is the mean of its shares", () => {
    const shares = {
      coreParts: { met: 12, of: 12 },
      slots: { met: 9, of: 12 },
      partnerRoles: { met: 3, of: 6 },
    };
    expect(structure(shares).value).toBe(75);
  });
});

describe("dose", () => {
  // Worked by hand: 24 of 30 is 0.8, 95 of 85 is 1 and no more; the mean is 0.9.
  test("is the mean of the shares reached, none above 1, of what is known", () => {
    const levels = [{ sought: 30, reached: 24 }, { sought: 85, reached: 95 }, { sought: 100 }];
    expect(dose(levels)).toEqual({ value: 90, of: [{ name: "figures", met: 2, of: 3 }] });
  });

  test("is not known without a figure: missing is not zero", () => {
    expect(dose([{ sought: 30 }]).value).toBeNull();
    expect(dose([{ sought: 30, reached: 0 }]).value).toBe(0);
  });
});

describe("timeliness", () => {
  test("counts what is due and was done on its day or before", () => {
    const items = [
      timed(-30, { status: "done", doneOn: addDays(launchOn, -30) }),
      timed(-20, { status: "done", doneOn: addDays(launchOn, -19) }),
      timed(-10),
      timed(1000),
    ];
    expect(timeliness(items, { launchOn, today })).toEqual({
      value: 33.3,
      of: [{ name: "dueItems", met: 1, of: 3 }],
    });
  });

  test("an item left out is not counted, unless it is core", () => {
    const done = timed(-30, { status: "done", doneOn: addDays(launchOn, -30) });
    const at = { launchOn, today };
    expect(timeliness([done, timed(-10, { isLeftOut: true })], at).value).toBe(100);
    expect(timeliness([done, timed(-10, { isLeftOut: true }, true)], at).value).toBe(50);
    expect(timeliness([timed(1000)], at).value).toBeNull();
  });

  const anyItem = fc
    .record({
      dueOffsetDays: fc.integer({ min: -400, max: 400 }),
      late: fc.integer({ min: -5, max: 5 }),
      status: fc.constantFrom(...itemStatuses),
      isLeftOut: fc.boolean(),
      isCore: fc.boolean(),
      isLaunchGate: fc.boolean(),
    })
    .map(({ dueOffsetDays, late, status, isLeftOut, ...core }): TimedItem => {
      const doneOn = addDays(launchOn, dueOffsetDays + late);
      return {
        item: { key: "K", dueOffsetDays, ...core },
        status,
        isLeftOut,
        ...(status === "done" ? { doneOn } : {}),
      };
    });

  test("taking a core item back in never lowers it", () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { maxLength: 30 }),
        fc.array(anyItem, { minLength: 1 }),
        (others, [one]) => {
          if (one === undefined || !(one.item.isCore || one.item.isLaunchGate)) return true;
          const before = timeliness([...others, { ...one, isLeftOut: true }], { launchOn, today });
          const after = timeliness([...others, { ...one, isLeftOut: false }], { launchOn, today });
          return Number(after.value) >= Number(before.value);
        },
      ),
    );
  });
});
