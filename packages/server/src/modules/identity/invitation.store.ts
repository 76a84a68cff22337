import type { MembershipScope, RoleKey } from "@frontstep/domain/access";
import type { Language } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

import { inPlaces } from "./member.store.ts";
import { columnsOf, scopeOf } from "./place.ts";

/** An invitation that waits to be accepted, or has grown old waiting. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: RoleKey;
  readonly scope: MembershipScope;
  readonly invitedBy: string;
  readonly language: Language;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revision: number;
}

const COLUMNS = {
  id: true,
  email: true,
  role: true,
  jurisdictionId: true,
  siteId: true,
  organizationId: true,
  stateCode: true,
  invitedBy: true,
  language: true,
  createdAt: true,
  expiresAt: true,
  revision: true,
} as const;

const WAITING = { acceptedAt: null, revokedAt: null };

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(database: Reader, where: object, take: number) {
  return database.invitation.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: COLUMNS,
  });
}

/** One row more than the page asks for, newest first, with the number of all. */
export async function listInvitations(
  database: Reader,
  places: readonly MembershipScope[],
  page: PageRequest,
): Promise<{ rows: Invitation[]; totalCount: number }> {
  const where = { AND: [WAITING, inPlaces(places)] };
  const [at, id] = page.after ?? [];
  const isFirst = at === undefined || id === undefined;
  const beyond = isFirst
    ? {}
    : { OR: [{ createdAt: { lt: new Date(at) } }, { createdAt: new Date(at), id: { lt: id } }] };
  const [rows, totalCount] = await Promise.all([
    rowsOf(database, { AND: [where, beyond] }, page.first + 1),
    database.invitation.count({ where }),
  ]);
  return { rows: rows.map(toInvitation), totalCount };
}

/** The invitation with this id, while it waits. */
export async function findInvitation(database: Reader, id: string): Promise<Invitation | null> {
  const [row] = await rowsOf(database, { id, ...WAITING }, 1);
  return row === undefined ? null : toInvitation(row);
}

/** The invitation whose link has this secret, while it can be accepted. */
export async function findByLink(database: Reader, tokenHash: string): Promise<Invitation | null> {
  const [row] = await rowsOf(database, { tokenHash, ...WAITING, expiresAt: { gt: new Date() } }, 1);
  return row === undefined ? null : toInvitation(row);
}

export async function insertInvitation(
  database: Reader,
  invitation: Invitation,
  tokenHash: string,
): Promise<void> {
  const { scope, ...rest } = invitation;
  await database.invitation.createMany({ data: [{ ...rest, ...columnsOf(scope), tokenHash }] });
}

/** Takes back whatever waits for the same person, role and place. */
export async function revokeSame(
  database: Reader,
  { email, role, scope }: Pick<Invitation, "email" | "role" | "scope">,
): Promise<void> {
  const where = { email, role, ...columnsOf(scope), ...WAITING };
  await database.invitation.updateMany({
    where,
    data: { revokedAt: new Date(), revision: { increment: 1 } },
  });
}

/** Takes it back over the revision that was read; false when it has moved meanwhile. */
export async function revokeOne(
  database: Reader,
  { id, revision }: Pick<Invitation, "id" | "revision">,
): Promise<boolean> {
  const { count } = await database.invitation.updateMany({
    where: { id, revision, ...WAITING },
    data: { revokedAt: new Date(), revision: revision + 1 },
  });
  return count === 1;
}

/** Uses the link up; false when somebody was faster. */
export async function takeUpLink(database: Reader, { id }: Pick<Invitation, "id">): Promise<boolean> {
  const { count } = await database.invitation.updateMany({
    where: { id, ...WAITING, expiresAt: { gt: new Date() } },
    data: { acceptedAt: new Date(), revision: { increment: 1 } },
  });
  return count === 1;
}

function toInvitation(row: Row): Invitation {
  const { jurisdictionId, siteId, organizationId, stateCode, ...rest } = row;
  return {
    ...rest,
    role: row.role as RoleKey,
    language: row.language as Language,
    scope: scopeOf({ jurisdictionId, siteId, organizationId, stateCode }),
  };
}
