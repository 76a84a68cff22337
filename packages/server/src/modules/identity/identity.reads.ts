import {
  allPermissions,
  hatsHeld,
  isRoleKey,
  may,
  type MembershipScope,
  placesWith,
  roleKeys,
  roles,
  type RoleKey,
} from "@frontstep/domain/access";

import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";

import { peekInvitation } from "./accepted-invitation.store.ts";
import { findInvitablePlaces, type InvitablePlace } from "./invitable-place.store.ts";
import { type Invitation, listInvitations } from "./invitation.store.ts";
import { findMember, listMembers, type Member } from "./member.store.ts";
import { decidingPlace, scopeOf } from "./place.ts";
import { placeNames } from "./place-name.store.ts";
import { hashOfSecret } from "./session-cookie.ts";

/** Who is signed in, and what the hat worn now allows. */
export interface ActorView {
  readonly name: string;
  readonly email: string;
  readonly hat: string | null;
  readonly hats: readonly string[];
  readonly permissions: readonly string[];
  readonly roles: readonly HeldRole[];
  readonly rolesToGive: readonly RoleKey[];
}

/** One role of the actor's, and the place where it is held. */
export interface HeldRole {
  readonly role: RoleKey;
  readonly scope: MembershipScope;
  readonly placeName: string;
}

/** Who asks; null for nobody. */
export async function actor(ctx: RequestContext): Promise<ActorView | null> {
  if (ctx.actor === null) return null;
  const { name, email, memberships } = ctx.actor;
  const isAllowed = (permission: (typeof allPermissions)[number]) =>
    may(memberships, { hat: ctx.hat, permission, place: "anywhere" }).allowed;
  const worn = memberships.filter(
    ({ role }) => hatsHeld([{ role, scope: { kind: "platform" } }])[0] === ctx.hat,
  );
  const nameOf =
    worn.length === 0
      ? () => ""
      : await placeNames(
          ctx,
          worn.map(({ scope }) => scope),
        );
  return {
    name,
    email,
    hat: ctx.hat,
    hats: hatsHeld(memberships),
    permissions: allPermissions.filter(isAllowed),
    rolesToGive: roleKeys.filter((key) => worn.some(({ role }) => roles[role].mayGive.includes(key))),
    roles: worn.map(({ role, scope }) => ({ role, scope, placeName: nameOf(scope) })),
  };
}

/** Which list of members or invitations is wanted; without a place, all that the actor may see. */
export interface MembersAt {
  readonly jurisdictionId?: string | null;
  readonly organizationId?: string | null;
  readonly stateCode?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export type Named<T> = T & { readonly placeName: string };

/** Who holds a role, by name. */
export async function members(ctx: RequestContext, at: MembersAt): Promise<Page<Named<Member>>> {
  const request = pageRequest(at);
  const { rows, totalCount } = await listMembers(ctx.database, placesOf(ctx, at), request);
  return toPage(request, { rows: await named(ctx, rows), totalCount }, ({ name, id }) => [name, id]);
}

/** Which invitations wait, newest first. */
export async function invitations(ctx: RequestContext, at: MembersAt): Promise<Page<Named<Invitation>>> {
  const request = pageRequest(at);
  const { rows, totalCount } = await listInvitations(ctx.database, placesOf(ctx, at), request);
  return toPage(request, { rows: await named(ctx, rows), totalCount }, ({ createdAt, id }) => [
    createdAt.toISOString(),
    id,
  ]);
}

/** Rows with the names of their places. */
export async function named<T extends { readonly scope: MembershipScope }>(
  ctx: RequestContext,
  rows: readonly T[],
): Promise<Named<T>[]> {
  const nameOf = await placeNames(
    ctx,
    rows.map(({ scope }) => scope),
  );
  return rows.map((row) => ({ ...row, placeName: nameOf(row.scope) }));
}

function placesOf(ctx: RequestContext, at: MembersAt): MembershipScope[] {
  const { jurisdictionId = null, organizationId = null, stateCode = null } = at;
  if (jurisdictionId === null && organizationId === null && stateCode === null) {
    authorize(ctx, "member.read", "anywhere");
    return placesWith(ctx.actor.memberships, ctx.hat, "member.read");
  }
  const scope = scopeOf({ jurisdictionId, siteId: null, organizationId, stateCode });
  authorize(ctx, "member.read", decidingPlace(scope));
  return [scope];
}

/** What the holder of a link is offered. */
export interface OfferView {
  readonly email: string;
  readonly role: RoleKey;
  readonly invitedBy: string;
  readonly expiresAt: Date;
  /** Whether the address has an account already, which must then be signed in to. */
  readonly hasAccount: boolean;
}

/** What a link offers; null when it no longer works. */
export async function invitation(ctx: RequestContext, token: string): Promise<OfferView | null> {
  const offer = await peekInvitation(ctx.databases, hashOfSecret(token));
  if (offer === null) return null;
  const { email, role, invitedBy, expiresAt } = offer.invitation;
  return { email, role, invitedBy, expiresAt, hasAccount: offer.accountId !== null };
}

/** Where the actor may offer a role, by name; the first fifty that fit the words. */
export async function invitablePlaces(
  ctx: RequestContext,
  role: string,
  search: string,
): Promise<InvitablePlace[]> {
  authorize(ctx, "member.invite", "anywhere");
  const isGiven = ctx.actor.memberships.some((held) =>
    (roles[held.role].mayGive as readonly string[]).includes(role),
  );
  if (!isRoleKey(role) || !isGiven) return [];
  const within = placesWith(ctx.actor.memberships, ctx.hat, "member.invite");
  return await findInvitablePlaces(ctx.database, { role, within, search: search.trim() });
}

/** One role that somebody holds; null when there is none that the actor may see. */
export async function member(ctx: RequestContext, id: string): Promise<Named<Member> | null> {
  authorize(ctx, "member.read", "anywhere");
  const found = await findMember(ctx.database, id);
  if (found === null) return null;
  authorize(ctx, "member.read", decidingPlace(found.scope));
  return (await named(ctx, [found]))[0] ?? null;
}
