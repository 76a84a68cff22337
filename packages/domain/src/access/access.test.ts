import { describe, expect, it } from "vitest";
import {
  allPermissions,
  chooseHat,
  hatsHeld,
  may,
  mayGive,
  operationExpectations,
  operations,
  permissions,
  roleKeys,
  roles,
  rolesWith,
  type Membership,
  type MembershipScope,
  type Place,
  type RoleKey,
} from "./index.ts";

const dayton = "0190-dayton";
const toledo = "0190-toledo";
const park = "0190-park";
const places: Record<string, MembershipScope> = {
  jurisdiction: { kind: "jurisdiction", jurisdictionId: dayton },
  site: { kind: "site", jurisdictionId: dayton, siteId: park },
  organization: { kind: "organization", organizationId: "0190-ymca" },
  state: { kind: "state", stateCode: "OH" },
  platform: { kind: "platform" },
};
const hold = (role: RoleKey): Membership => {
  const scope = places[roles[role].scope];
  if (!scope) throw new Error(`no place for ${role}`);
  return { role, scope };
};
const ask = (role: RoleKey, permission: (typeof allPermissions)[number], place: Place) =>
  may([hold(role)], { hat: roles[role].hat, permission, place });

describe("roles", () => {
  it("allow every permission to somebody", () => {
    expect(allPermissions.filter((permission) => rolesWith(permission).length === 0)).toEqual([]);
  });

  it("share only what looks, never what changes", () => {
    for (const key of roleKeys)
      for (const permission of roles[key].sharedReads) expect(permission).toMatch(/\.read$/);
  });

  it("never show an officer to a state official, partner staff or a template author", () => {
    expect(rolesWith("roster.read")).toEqual([
      "cityAdministrator",
      "cityEditor",
      "cityViewer",
      "siteCoordinator",
    ]);
  });

  it("let nobody but a steward give a role of another hat", () => {
    for (const key of roleKeys.filter((role) => role !== "platformSteward"))
      for (const given of roles[key].mayGive) expect(roles[given].hat).toBe(roles[key].hat);
  });

  it("describe every permission so that it completes a sentence", () => {
    for (const words of Object.values(permissions)) expect(words).toMatch(/^[a-z].*[^.]$/);
  });
});

describe("may", () => {
  it("allows a city administrator to open a site in the own city and not in the next", () => {
    expect(ask("cityAdministrator", "site.open", { jurisdictionId: dayton })).toEqual({
      allowed: true,
      by: "cityAdministrator",
    });
    expect(ask("cityAdministrator", "site.open", { jurisdictionId: toledo })).toEqual({
      allowed: false,
      reason: "You may not open a site here: your role covers another place.",
    });
  });

  it("says which roles would do when the role is not enough", () => {
    expect(ask("cityViewer", "site.open", { jurisdictionId: dayton })).toEqual({
      allowed: false,
      reason: "You may not open a site here: it needs the role city administrator or city editor.",
    });
  });

  it("keeps a site coordinator inside the one site", () => {
    const at = (siteId: string | undefined, jurisdictionId = dayton) =>
      ask("siteCoordinator", "roster.manage", { jurisdictionId, siteId }).allowed;
    expect([at(park), at("0190-mall"), at(undefined), at(park, toledo)]).toEqual([true, false, false, false]);
  });

  it("counts only the roles of the hat worn now", () => {
    const both = [hold("cityAdministrator"), hold("partnerStaff")];
    const question = { permission: "site.open", place: { jurisdictionId: dayton } } as const;
    expect(may(both, { ...question, hat: "city" }).allowed).toBe(true);
    expect(may(both, { ...question, hat: "organization" }).allowed).toBe(false);
    expect(may(both, { ...question, hat: null }).allowed).toBe(false);
  });

  it("allows a shared read at a place that the database has chosen", () => {
    const site = { jurisdictionId: toledo, siteId: "0190-mall" };
    expect(ask("stateOfficial", "site.read", site).allowed).toBe(true);
    expect(ask("partnerStaff", "site.read", site).allowed).toBe(true);
    expect(ask("cityViewer", "site.read", site).allowed).toBe(false);
  });

  it("refuses everything to someone without a role", () => {
    for (const permission of allPermissions)
      expect(may([], { hat: "city", permission, place: "anywhere" }).allowed).toBe(false);
  });
});

describe("mayGive", () => {
  const siteOf = (jurisdictionId: string): MembershipScope => ({
    kind: "site",
    jurisdictionId,
    siteId: park,
  });

  it("lets a city administrator make a coordinator for a site of the own city only", () => {
    const held = [hold("cityAdministrator")];
    expect(mayGive(held, "siteCoordinator", siteOf(dayton))).toBe(true);
    expect(mayGive(held, "siteCoordinator", siteOf(toledo))).toBe(false);
  });

  it("lets no city administrator make a steward or a state official", () => {
    const held = [hold("cityAdministrator")];
    expect(mayGive(held, "platformSteward", { kind: "platform" })).toBe(false);
    expect(mayGive(held, "stateOfficial", { kind: "state", stateCode: "OH" })).toBe(false);
  });

  it("refuses a role at a kind of place where it is not held", () => {
    expect(mayGive([hold("platformSteward")], "stateOfficial", siteOf(dayton))).toBe(false);
    expect(mayGive([hold("platformSteward")], "cityViewer", { kind: "platform" })).toBe(false);
  });

  it("lets a steward give every role at its own kind of place, but a coordinator's", () => {
    const given = roleKeys.filter((key) => mayGive([hold("platformSteward")], key, hold(key).scope));
    expect(given).toEqual(roleKeys.filter((key) => key !== "siteCoordinator"));
  });
});

describe("hats", () => {
  it("are held through roles, city first", () => {
    expect(hatsHeld([hold("stateOfficial"), hold("siteCoordinator")])).toEqual(["city", "state"]);
  });

  it("default to the first held, and refuse one that is not held", () => {
    const held = [hold("stateOfficial"), hold("partnerStaff")];
    expect(chooseHat(held)).toBe("organization");
    expect(chooseHat(held, "state")).toBe("state");
    expect(chooseHat(held, "steward")).toBeNull();
    expect(chooseHat(held, "root")).toBeNull();
    expect(chooseHat([])).toBeNull();
  });
});

describe("operations", () => {
  it("expect something of every role, and of nobody, for every operation", () => {
    expect(operationExpectations()).toHaveLength(Object.keys(operations).length * (roleKeys.length + 1));
  });

  it("are closed to someone who has not signed in unless they are public", () => {
    for (const cell of operationExpectations().filter(({ role }) => role === null))
      expect(cell.allowed).toBe(operations[cell.operation] === "public");
  });
});
