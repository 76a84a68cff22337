import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, periodOf, plainDateOf, type PlainDate } from "../shared/index.ts";
import {
  type CoveringPartnership,
  type CoveringPledge,
  coverRoles,
  deliveryStanding,
  dependenceByOrganization,
} from "./coverage.ts";
import { partnershipStages } from "./partnership.ts";
import type { RoleSource } from "./role-coverage.ts";

const today = plainDateOf("2027-03-10");

function pledge(changes: Partial<CoveringPledge> = {}): CoveringPledge {
  return {
    periodKind: "month",
    startsOn: plainDateOf("2026-01-01"),
    endsOn: null,
    lastDelivered: periodOf("2027-01"),
    ...changes,
  };
}

function partnership(
  endsOn: PlainDate | null,
  changes: Partial<CoveringPartnership> = {},
): CoveringPartnership {
  return {
    id: "p1",
    siteId: "s1",
    organizationId: "o1",
    partnerRoleKey: "host",
    stage: "active",
    agreements: [
      {
        kind: "memorandum",
        startsOn: plainDateOf("2026-01-01"),
        endsOn,
        noticeDays: null,
        renewalMonths: null,
      },
    ],
    pledges: [pledge()],
    ...changes,
  };
}

const roles: RoleSource[] = [{ key: "host", requirement: "required" }];
const cell = (held: readonly CoveringPartnership[], on = today) => coverRoles(roles, held, on)[0];

describe("what was promised", () => {
  const missing = pledge({ lastDelivered: periodOf("2026-11") });

  test("is recent if one promise is, however the others stand", () => {
    expect(deliveryStanding([missing, pledge()], today)).toBe("recent");
    expect(deliveryStanding([missing], today)).toBe("missing");
    expect(deliveryStanding([], today)).toBe("nothingPromised");
  });

  test("is starting until the first report is overdue", () => {
    const fresh = pledge({ startsOn: plainDateOf("2027-02-01"), lastDelivered: null });
    expect(deliveryStanding([fresh], plainDateOf("2027-03-30"))).toBe("starting");
    expect(deliveryStanding([fresh], plainDateOf("2027-03-31"))).toBe("missing");
    expect(deliveryStanding([fresh, missing], today)).toBe("missing");
  });
});

describe("a role", () => {
  test("is covered by an agreement in force and a recent delivery, and by nothing less", () => {
    expect(cell([partnership(null)])).toMatchObject({ state: "covered", delivery: "recent", lapsesOn: null });
    expect(cell([partnership(null, { pledges: [] })])?.state).toBe("undelivered");
    expect(cell([partnership(null, { agreements: [] })])?.state).toBe("gap");
    expect(cell([partnership(null, { stage: "inTalks" })])?.state).toBe("gap");
  });

  test("is a gap on the day after its agreement ended, and lapses in the 90 days before", () => {
    const held = [partnership(addDays(today, 90))];
    expect(cell(held, addDays(today, -1))?.state).toBe("covered");
    expect(cell(held)).toMatchObject({ state: "lapsing", lapsesOn: addDays(today, 90) });
    const ending = [partnership(today)];
    expect(cell(ending)?.state).toBe("lapsing");
    expect(cell(ending, addDays(today, 1))?.state).toBe("gap");
  });

  test("is not covered by an organization that pauses", () => {
    expect(cell([partnership(null, { stage: "paused" })])).toMatchObject({ state: "gap", holders: [] });
  });

  test("is as good as its best holder, and lapses with the last who delivers", () => {
    const silent = partnership(null, { id: "p2", organizationId: "o2", pledges: [] });
    const lapsing = partnership(addDays(today, 10));
    expect(cell([silent, lapsing])).toMatchObject({ state: "lapsing", lapsesOn: addDays(today, 10) });
    expect(cell([lapsing, partnership(addDays(today, 200))])).toMatchObject({
      state: "covered",
      lapsesOn: addDays(today, 200),
    });
  });

  test("that is not required is open without anybody", () => {
    const [optional] = coverRoles([{ key: "schools", requirement: "optional" }], [], today);
    expect(optional).toEqual({
      partnerRoleKey: "schools",
      isRequired: false,
      state: "open",
      delivery: null,
      lapsesOn: null,
      holders: [],
    });
  });

  test("never gets worse by one more partnership, and a gap is only ever a required role that nobody holds", () => {
    const order = ["gap", "undelivered", "lapsing", "starting", "covered"];
    const days = fc.option(fc.integer({ min: -100, max: 200 }), { nil: null });
    const any = fc
      .record({ ends: days, stage: fc.constantFrom(...partnershipStages), last: days, starts: days })
      .map(({ ends, stage, last, starts }) =>
        partnership(ends === null ? null : addDays(today, ends), {
          stage,
          pledges:
            starts === null
              ? []
              : [
                  pledge({
                    startsOn: addDays(today, starts - 200),
                    lastDelivered: last === null ? null : periodOf(addDays(today, last - 200).slice(0, 7)),
                  }),
                ],
        }),
      );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), any, (some, more) => {
        const before = cell(some);
        const after = cell([...some, more]);
        expect(before?.state === "gap").toBe(before?.holders.length === 0);
        expect(order.indexOf(after?.state ?? "")).toBeGreaterThanOrEqual(order.indexOf(before?.state ?? ""));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what hangs on an organization", () => {
  const many: RoleSource[] = [
    { key: "host", requirement: "required" },
    { key: "care", requirement: "required" },
    { key: "arts", requirement: "optional" },
  ];
  const held = (organizationId: string, partnerRoleKey: string) =>
    partnership(null, { id: `${organizationId}-${partnerRoleKey}`, organizationId, partnerRoleKey });

  test("is every required role that nobody else holds at its site", () => {
    const sites = [
      {
        siteId: "s1",
        roles: coverRoles(many, [held("o1", "host"), held("o1", "care"), held("o2", "care")], today),
      },
      { siteId: "s2", roles: coverRoles(many, [held("o1", "host"), held("o2", "arts")], today) },
    ];
    expect(dependenceByOrganization(sites)).toEqual([
      {
        organizationId: "o1",
        roleCount: 3,
        soleCount: 2,
        sites: [
          { siteId: "s1", roleCount: 2, soleCount: 1 },
          { siteId: "s2", roleCount: 1, soleCount: 1 },
        ],
      },
      {
        organizationId: "o2",
        roleCount: 2,
        soleCount: 0,
        sites: [
          { siteId: "s1", roleCount: 1, soleCount: 0 },
          { siteId: "s2", roleCount: 1, soleCount: 0 },
        ],
      },
    ]);
  });

  test("is told of an organization once for a role that it holds twice", () => {
    const twice = [held("o1", "host"), partnership(null, { id: "again" })];
    expect(dependenceByOrganization([{ siteId: "s1", roles: coverRoles(many, twice, today) }])).toMatchObject(
      [{ roleCount: 1, soleCount: 1 }],
    );
  });
});
