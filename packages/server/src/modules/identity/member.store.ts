import type { MembershipScope, RoleKey } from "@frontstep/domain/access";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

import { columnsOf, type PlaceColumns, scopeOf } from "./place.ts";

/** A role that somebody holds now. */
export interface Member {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleKey;
  readonly scope: MembershipScope;
  readonly since: Date;
  readonly revision: number;
}

const COLUMNS = {
  id: true,
  accountId: true,
  accountName: true,
  accountEmail: true,
  role: true,
  jurisdictionId: true,
  siteId: true,
  organizationId: true,
  stateCode: true,
  createdAt: true,
  revision: true,
} as const;

interface Row extends PlaceColumns {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly accountEmail: string;
  readonly role: string;
  readonly createdAt: Date;
  readonly revision: number;
}

/** Conditions for rows that belong to these places; the sites of a jurisdiction are its own. */
export function inPlaces(places: readonly MembershipScope[]): object {
  if (places.some(({ kind }) => kind === "platform")) return {};
  const conditions = places.map((place) => {
    const { jurisdictionId, organizationId, stateCode } = columnsOf(place);
    if (jurisdictionId !== null) return { jurisdictionId };
    return organizationId !== null ? { organizationId } : { stateCode };
  });
  return { OR: conditions };
}

/** One row more than the page asks for, by name, with the number of all. */
export async function listMembers(
  database: Reader,
  places: readonly MembershipScope[],
  page: PageRequest,
): Promise<{ rows: Member[]; totalCount: number }> {
  const where = { AND: [{ endedAt: null }, inPlaces(places)] };
  const [lastName, lastId] = page.after ?? [];
  const isFirst = lastName === undefined || lastId === undefined;
  const beyond = isFirst
    ? {}
    : { OR: [{ accountName: { gt: lastName } }, { accountName: lastName, id: { gt: lastId } }] };
  const [rows, totalCount] = await Promise.all([
    database.membership.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ accountName: "asc" }, { id: "asc" }],
      take: page.first + 1,
      select: COLUMNS,
    }),
    database.membership.count({ where }),
  ]);
  return { rows: rows.map(toMember), totalCount };
}

/** The membership with this id, unless it has ended. */
export async function findMember(database: Reader, id: string): Promise<Member | null> {
  const row = await database.membership.findFirst({ where: { id, endedAt: null }, select: COLUMNS });
  return row === null ? null : toMember(row);
}

/** Whether somebody with this address holds this role at this place now. */
export async function holdsRole(
  database: Reader,
  held: { email: string; role: RoleKey; scope: MembershipScope },
): Promise<boolean> {
  const where = { accountEmail: held.email, role: held.role, endedAt: null, ...columnsOf(held.scope) };
  return (await database.membership.findFirst({ where, select: { id: true } })) !== null;
}

/** How many hold this role at this place; others wait who would count or change them at the same time. */
export async function countHolders(database: Reader, role: RoleKey, scope: MembershipScope): Promise<number> {
  await database.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${role} ${JSON.stringify(scope)}`}, 0))`;
  return await database.membership.count({ where: { role, endedAt: null, ...columnsOf(scope) } });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateMember(
  database: Reader,
  { id, revision }: Pick<Member, "id" | "revision">,
  change: { role: RoleKey } | { endedAt: Date },
): Promise<boolean> {
  const { count } = await database.membership.updateMany({
    where: { id, revision, endedAt: null },
    data: { ...change, revision: revision + 1 },
  });
  return count === 1;
}

function toMember(row: Row): Member {
  return {
    id: row.id,
    accountId: row.accountId,
    name: row.accountName,
    email: row.accountEmail,
    role: row.role as RoleKey,
    scope: scopeOf(row),
    since: row.createdAt,
    revision: row.revision,
  };
}
