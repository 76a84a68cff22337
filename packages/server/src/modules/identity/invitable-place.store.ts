import { type MembershipScope, roles, type RoleKey } from "@frontstep/domain/access";

import type { Reader } from "#server/persistence/database.ts";

/** The most places that a choice offers. */
const MOST = 50;

/** A place at which a role can be offered. */
export interface InvitablePlace {
  readonly scope: MembershipScope;
  readonly name: string;
}

/** Which places are looked for: those of a role, among the inviter's own, with these words in the name. */
export interface PlaceSearch {
  readonly role: RoleKey;
  /** Where the inviter may invite; the platform means everywhere. */
  readonly within: readonly MembershipScope[];
  readonly search: string;
}

/** The first places by name. */
export async function findInvitablePlaces(database: Reader, search: PlaceSearch): Promise<InvitablePlace[]> {
  switch (roles[search.role].scope) {
    case "jurisdiction":
      return await jurisdictions(database, search);
    case "site":
      return await sites(database, search);
    case "organization":
      return await organizations(database, search);
    case "state":
      return await states(database, search);
    case "platform":
      return [{ scope: { kind: "platform" }, name: "Frontstep" }];
  }
}

const select = { id: true, name: true } as const;

/** Limits to the inviter's own, unless that is everything. */
function among(
  ids: readonly (string | null)[],
  within: readonly MembershipScope[],
): { in: string[] } | undefined {
  if (within.some(({ kind }) => kind === "platform")) return undefined;
  return { in: ids.filter((id) => id !== null) };
}

const ownJurisdictions = (within: readonly MembershipScope[]): (string | null)[] =>
  within.map((scope) => (scope.kind === "jurisdiction" ? scope.jurisdictionId : null));

async function jurisdictions(database: Reader, { within, search }: PlaceSearch): Promise<InvitablePlace[]> {
  const id = among(ownJurisdictions(within), within);
  const found = await database.jurisdiction.findMany({
    where: { id, kind: { not: "platform" }, name: { contains: search, mode: "insensitive" } },
    orderBy: [{ isParticipating: "desc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
    select: { ...select, stateCode: true },
  });
  return found.map((each) => ({
    scope: { kind: "jurisdiction", jurisdictionId: each.id },
    name: `${each.name}, ${each.stateCode}`,
  }));
}

async function sites(database: Reader, { within, search }: PlaceSearch): Promise<InvitablePlace[]> {
  const jurisdictionId = { in: ownJurisdictions(within).filter((id) => id !== null) };
  const found = await database.site.findMany({
    where: { jurisdictionId, name: { contains: search, mode: "insensitive" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
    select: { ...select, jurisdictionId: true },
  });
  return found.map((each) => ({
    scope: { kind: "site", jurisdictionId: each.jurisdictionId, siteId: each.id },
    name: each.name,
  }));
}

async function organizations(database: Reader, { within, search }: PlaceSearch): Promise<InvitablePlace[]> {
  const id = among(
    within.map((scope) => (scope.kind === "organization" ? scope.organizationId : null)),
    within,
  );
  const found = await database.partnerOrganization.findMany({
    where: { id, publicName: { contains: search, mode: "insensitive" } },
    orderBy: [{ publicName: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, publicName: true },
  });
  return found.map((each) => ({
    scope: { kind: "organization", organizationId: each.id },
    name: each.publicName,
  }));
}

async function states(database: Reader, { search }: PlaceSearch): Promise<InvitablePlace[]> {
  const found = await database.jurisdiction.findMany({
    where: { stateCode: { startsWith: search.toUpperCase(), not: "" } },
    distinct: ["stateCode"],
    orderBy: { stateCode: "asc" },
    take: 60,
    select: { stateCode: true },
  });
  return found.map(({ stateCode }) => ({ scope: { kind: "state", stateCode }, name: stateCode }));
}
