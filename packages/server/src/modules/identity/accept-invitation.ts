import { isCommonPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@frontstep/domain/access";
import type { Finding } from "@frontstep/domain/shared";
import { hashPassword } from "better-auth/crypto";

import type { RequestContext } from "#server/context.ts";

import { acceptAs, type Offer, peekInvitation } from "./accepted-invitation.store.ts";
import { hashOfSecret } from "./session-cookie.ts";

/** The link's secret, and for somebody new a name and a password. */
export interface AcceptInvitation {
  readonly token: string;
  readonly name?: string | null;
  readonly password?: string | null;
}

export type AcceptInvitationOutcome =
  | { readonly kind: "accepted"; readonly email: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Takes up the role that an invitation offers. Somebody new gets an account, whose address is
 * proved by the link; somebody known must be signed in, so that a link alone opens no account.
 */
export async function acceptInvitation(
  ctx: RequestContext,
  input: AcceptInvitation,
): Promise<AcceptInvitationOutcome> {
  const offer = await peekInvitation(ctx.databases, hashOfSecret(input.token));
  if (offer === null) return usedUp();
  return offer.accountId === null
    ? await acceptAsNewcomer(ctx, input, offer)
    : await acceptAsKnown(ctx, offer);
}

async function acceptAsNewcomer(
  ctx: RequestContext,
  input: AcceptInvitation,
  { invitation }: Offer,
): Promise<AcceptInvitationOutcome> {
  const name = input.name?.trim() ?? "";
  const password = input.password ?? "";
  const findings = findingsAgainst(name, password);
  if (findings.length > 0) return { kind: "refused", findings };
  const newAccount = { name, passwordHash: await hashPassword(password) };
  const isAccepted = await acceptAs(ctx.databases, { invitation, accountId: null, newAccount, via: ctx.via });
  return isAccepted ? { kind: "accepted", email: invitation.email } : usedUp();
}

async function acceptAsKnown(ctx: RequestContext, offer: Offer): Promise<AcceptInvitationOutcome> {
  const { email } = offer.invitation;
  if (ctx.actor?.accountId !== offer.accountId) {
    return refused("INVITATION_NEEDS_SIGN_IN", "token", `Sign in as ${email}, then open the link again.`);
  }
  const isAccepted = await acceptAs(ctx.databases, { ...offer, newAccount: null, via: ctx.via });
  return isAccepted ? { kind: "accepted", email } : usedUp();
}

function usedUp(): AcceptInvitationOutcome {
  return refused("INVITATION_USED_UP", "token", "This link no longer works. Ask for a new invitation.");
}

function refused(code: string, path: string, message: string): AcceptInvitationOutcome {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}

function findingsAgainst(name: string, password: string): Finding[] {
  const length = `Choose a password of ${String(SHORTEST_PASSWORD)} to ${String(LONGEST_PASSWORD)} characters.`;
  const checks: readonly (readonly [boolean, string, string, string])[] = [
    [
      name.length > 0 && name.length <= 200,
      "ACCOUNT_NAME_MISSING",
      "name",
      "Enter your name, as your colleagues know it.",
    ],
    [
      password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD,
      "PASSWORD_TOO_SHORT",
      "password",
      length,
    ],
    [
      !isCommonPassword(password),
      "PASSWORD_TOO_COMMON",
      "password",
      "Many people use this password. Choose another.",
    ],
  ];
  return checks
    .filter(([isMet]) => !isMet)
    .map(([, code, path, message]) => ({ code, severity: "error" as const, path, message }));
}
