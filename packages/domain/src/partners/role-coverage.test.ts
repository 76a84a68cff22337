import { describe, expect, test } from "vitest";
import { addDays, plainDateOf, type PlainDate } from "../shared/index.ts";
import type { Partnership } from "./partnership.ts";
import { requiredRolesHeld, roleCoverage, type RoleSource } from "./role-coverage.ts";

const today = plainDateOf("2027-03-01");
const roles: RoleSource[] = [
  { key: "schools", requirement: "optional" },
  { key: "host-agency", requirement: "required" },
  { key: "intervention", requirement: "required" },
  { key: "evaluator", requirement: "required" },
];

function partnership(
  partnerRoleKey: string,
  endsOn: PlainDate | null,
  changes: Partial<Partnership> = {},
): Partnership {
  return {
    id: `${partnerRoleKey}-${String(endsOn)}`,
    siteId: "s1",
    organizationId: "o1",
    partnerRoleKey,
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
    ...changes,
  };
}

describe("the roles of a site", () => {
  test("come gaps first, then lapsing, held and open", () => {
    const partnerships = [partnership("host-agency", null), partnership("evaluator", addDays(today, 20))];
    expect(
      roleCoverage(roles, partnerships, today).map(({ partnerRoleKey, standing }) => [
        partnerRoleKey,
        standing,
      ]),
    ).toEqual([
      ["intervention", "gap"],
      ["evaluator", "lapsing"],
      ["host-agency", "held"],
      ["schools", "open"],
    ]);
  });

  test("an agreement that ends today makes a gap tomorrow", () => {
    const standing = (day: PlainDate) =>
      roleCoverage([{ key: "evaluator", requirement: "required" }], [partnership("evaluator", today)], day)[0]
        ?.standing;
    expect(standing(today)).toBe("lapsing");
    expect(standing(addDays(today, 1))).toBe("gap");
  });

  test("a second agreement that lasts keeps a role from lapsing", () => {
    const both = [partnership("evaluator", addDays(today, 20)), partnership("evaluator", null)];
    expect(
      roleCoverage(roles, both, today).find(({ partnerRoleKey }) => partnerRoleKey === "evaluator")?.standing,
    ).toBe("held");
  });

  test("those who hold a role come before those who only talk; ended ones are left out", () => {
    const talking = partnership("evaluator", null, { id: "talking", stage: "inTalks", agreements: [] });
    const ended = partnership("evaluator", null, { id: "ended", stage: "ended" });
    const holding = partnership("evaluator", null, { id: "holding" });
    const [first] = roleCoverage(
      [{ key: "evaluator", requirement: "required" }],
      [talking, ended, holding],
      today,
    );
    expect(first?.partnerships.map(({ id }) => id)).toEqual(["holding", "talking"]);
  });

  test("required roles held are counted against required roles", () => {
    const coverage = roleCoverage(
      roles,
      [partnership("host-agency", null), partnership("schools", null)],
      today,
    );
    expect(requiredRolesHeld(coverage)).toEqual({ held: 1, required: 3 });
  });
});
