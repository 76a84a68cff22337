import { randomBytes } from "node:crypto";

import { isRoleKey, mayGive, type MembershipScope, roles, type RoleKey } from "@frontstep/domain/access";
import { type Finding, type Language, languages } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { type Invitation, insertInvitation, revokeSame } from "./invitation.store.ts";
import { INVITATION_DAYS, invitationLetter } from "./letters.ts";
import { holdsRole } from "./member.store.ts";
import { decidingPlace, recordOf, scopeOf } from "./place.ts";
import { placeExists, placeNames } from "./place-name.store.ts";
import { hashOfSecret } from "./session-cookie.ts";

/** Whom to invite, to which role, and where. Name the place that the role is held at, and no other. */
export interface InviteMember {
  readonly email: string;
  readonly role: string;
  readonly jurisdictionId?: string | null;
  readonly siteId?: string | null;
  readonly organizationId?: string | null;
  readonly stateCode?: string | null;
  /** Of the letter. */
  readonly language?: string | null;
  readonly idempotencyKey?: string | null;
}

interface MemberInvited {
  readonly kind: "invited";
  readonly invitation: Invitation;
  /** Whether the letter was handed over; said of the call that made the invitation. */
  readonly isMailSent: boolean;
}

export type InviteMemberOutcome =
  MemberInvited | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Invites a person to a role at a place, by a link in a letter that works once. */
export async function inviteMember(ctx: RequestContext, input: InviteMember): Promise<InviteMemberOutcome> {
  const { role, scope } = offered(input);
  authorize(ctx, "member.invite", decidingPlace(scope));
  if (!mayGive(ctx.actor.memberships, role, scope)) {
    throw new Refusal(
      "FORBIDDEN",
      "You may not give this role here. Ask someone who holds it to invite this person.",
    );
  }
  if (!(await placeExists(ctx.database, scope))) throw notFound("place");
  const email = input.email.trim().toLowerCase();
  const findings = await findingsAgainst(ctx, { email, role, scope });
  if (findings.length > 0) return { kind: "refused", findings };
  let secret: string | undefined;
  const change = { useCase: "inviteMember", ...recordOf(scope, ctx.hat), input };
  const outcome = await write<MemberInvited>(ctx, change, async (tx) => {
    secret = randomBytes(32).toString("base64url");
    const language = languageOf(input, ctx);
    const invitation = newInvitation({ email, role, scope, invitedBy: ctx.actor.name, language });
    await revokeSame(tx.database, invitation);
    await insertInvitation(tx.database, invitation, hashOfSecret(secret));
    await tx.summarize({ email, role });
    return { kind: "invited", invitation, isMailSent: true };
  });
  if (secret === undefined) return outcome;
  return { ...outcome, isMailSent: await sendLetter(ctx, outcome.invitation, secret) };
}

function offered(input: InviteMember): { role: RoleKey; scope: MembershipScope } {
  const scope = scopeOf({
    jurisdictionId: input.jurisdictionId ?? null,
    siteId: input.siteId ?? null,
    organizationId: input.organizationId ?? null,
    stateCode: input.stateCode ?? null,
  });
  if (!isRoleKey(input.role) || roles[input.role].scope !== scope.kind) {
    throw new Refusal(
      "BAD_INPUT",
      "This role is not held at this kind of place. Choose the place that fits the role.",
    );
  }
  return { role: input.role, scope };
}

async function findingsAgainst(
  ctx: RequestContext,
  held: { email: string; role: RoleKey; scope: MembershipScope },
): Promise<Finding[]> {
  if (!/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(held.email) || held.email.length > 254) {
    const message = "Enter an e-mail address, as in name@example.org.";
    return [{ code: "INVITATION_EMAIL_MALFORMED", severity: "error", path: "email", message }];
  }
  if (await holdsRole(ctx.database, held)) {
    const message = "This person already has this role here.";
    return [{ code: "INVITATION_ROLE_HELD", severity: "error", path: "email", message }];
  }
  return [];
}

/** An invitation that holds for a week from now. */
export function newInvitation(
  offer: Pick<Invitation, "email" | "role" | "scope" | "invitedBy" | "language">,
): Invitation {
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + INVITATION_DAYS * 24 * 3600 * 1000);
  return { ...offer, id: newId(), createdAt, expiresAt, revision: 1 };
}

function languageOf(input: InviteMember, ctx: RequestContext): Language {
  return languages.find((language) => language === input.language) ?? ctx.language;
}

/** The invitation stands whether or not its letter could be handed over; the page says so. */
async function sendLetter(ctx: RequestContext, invitation: Invitation, secret: string): Promise<boolean> {
  const nameOf = await placeNames(ctx, [invitation.scope]);
  const letter = invitationLetter({
    ...invitation,
    placeName: nameOf(invitation.scope),
    token: secret,
    address: ctx.mail.publicAddress,
  });
  return await ctx.mail.send(letter).then(
    () => true,
    () => false,
  );
}
