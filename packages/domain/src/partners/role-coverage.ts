import type { PlainDate } from "../shared/index.ts";
import type { PartnerRequirement } from "./partner-role.ts";
import { agreementStanding, holdsRole, type Partnership } from "./partnership.ts";

/** What coverage asks of a partner role. */
export interface RoleSource {
  readonly key: string;
  readonly requirement: PartnerRequirement;
}

/**
 * How a role of a site is covered on a day. `gap`: a required role that nobody holds; `lapsing`:
 * held, but every agreement that holds it ends within 90 days; `held`; `open`: nobody holds it and
 * it is not required.
 */
export const roleStandings = ["gap", "lapsing", "held", "open"] as const;

/** How a role of a site is covered on a day. */
export type RoleStanding = (typeof roleStandings)[number];

/** A role of a site with the partnerships in it, those that hold it first. */
export interface RoleCoverage<Held extends Partnership = Partnership> {
  readonly partnerRoleKey: string;
  readonly requirement: PartnerRequirement;
  readonly standing: RoleStanding;
  readonly partnerships: readonly Held[];
}

/**
 * Every role of a site on a day with who holds it: gaps first, then what lapses, what is held and
 * what is open, each in the order of the roles. `today` is today in the site's own time zone.
 * Ended partnerships are history and left out.
 */
export function roleCoverage<Held extends Partnership>(
  roles: readonly RoleSource[],
  partnerships: readonly Held[],
  today: PlainDate,
): RoleCoverage<Held>[] {
  const current = Map.groupBy(
    partnerships.filter(({ stage }) => stage !== "ended"),
    ({ partnerRoleKey }) => partnerRoleKey,
  );
  return roles
    .map(({ key, requirement }) => coverRole({ key, requirement }, current.get(key) ?? [], today))
    .sort((one, other) => roleStandings.indexOf(one.standing) - roleStandings.indexOf(other.standing));
}

function coverRole<Held extends Partnership>(
  { key, requirement }: RoleSource,
  partnerships: readonly Held[],
  today: PlainDate,
): RoleCoverage<Held> {
  const holding = partnerships.filter((partnership) => holdsRole(partnership, today));
  const others = partnerships.filter((partnership) => !holdsRole(partnership, today));
  return {
    partnerRoleKey: key,
    requirement,
    standing: standingOf(holding, requirement, today),
    partnerships: [...holding, ...others],
  };
}

function standingOf(
  holding: readonly Partnership[],
  requirement: PartnerRequirement,
  today: PlainDate,
): RoleStanding {
  if (holding.length === 0) return requirement === "required" ? "gap" : "open";
  const isSafe = holding.some(({ agreements }) => agreementStanding(agreements, today).kind === "current");
  return isSafe ? "held" : "lapsing";
}

/** How many of the required roles are held, and how many there are (indicator PT-MOU). */
export function requiredRolesHeld(coverage: readonly RoleCoverage[]): { held: number; required: number } {
  const required = coverage.filter(({ requirement }) => requirement === "required");
  return { held: required.filter(({ standing }) => standing !== "gap").length, required: required.length };
}
