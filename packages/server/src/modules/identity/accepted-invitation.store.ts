import type { Via } from "#server/context.ts";
import { asKeeper } from "#server/persistence/as-keeper.ts";
import { brokenConstraint } from "#server/persistence/broken-constraint.ts";
import type { Databases, Reader } from "#server/persistence/database.ts";
import { newId, PLATFORM } from "#server/persistence/write.ts";

import { findByLink, type Invitation, takeUpLink } from "./invitation.store.ts";
import { holdsRole } from "./member.store.ts";
import { columnsOf } from "./place.ts";

/** What a link offers, and the account that its address has already. */
export interface Offer {
  readonly invitation: Invitation;
  readonly accountId: string | null;
}

/** Looks at what a link offers without using it up. */
export function peekInvitation(databases: Databases, tokenHash: string): Promise<Offer | null> {
  return asKeeper(databases, async (client) => {
    const invitation = await findByLink(client, tokenHash);
    if (invitation === null) return null;
    const account = await client.accountHolder.findFirst({
      where: { email: invitation.email },
      select: { id: true },
    });
    return { invitation, accountId: account?.id ?? null };
  });
}

/** Who accepts what. */
export interface Acceptance extends Offer {
  readonly newAccount: { readonly name: string; readonly passwordHash: string } | null;
  readonly via: Via;
}

/** Uses the link up and gives the role, in one transaction; false when the link was used meanwhile. */
export function acceptAs(databases: Databases, acceptance: Acceptance): Promise<boolean> {
  const { invitation } = acceptance;
  return asKeeper(databases, (client) =>
    client.$transaction(async (database) => {
      const accountId = acceptance.accountId ?? newId();
      const name = acceptance.newAccount?.name ?? (await nameOf(database, accountId));
      await openChangeSet(database, { ...acceptance, accountId, name });
      if (!(await takeUpLink(database, invitation))) throw new LinkUsedUp();
      if (acceptance.newAccount !== null)
        await insertAccount(database, { accountId, email: invitation.email, ...acceptance.newAccount });
      if (await holdsRole(database, invitation)) return true;
      await database.membership.createMany({
        data: [
          {
            id: newId(),
            accountId,
            accountName: name,
            accountEmail: invitation.email,
            role: invitation.role,
            ...columnsOf(invitation.scope),
          },
        ],
      });
      return true;
    }),
  ).catch((error: unknown) => {
    // Two links for one new address, opened at the same moment: the second finds the account made.
    if (error instanceof LinkUsedUp || brokenConstraint(error) === "account_email_key") return false;
    throw error;
  });
}

/** Rolls everything back when the link was used between looking and accepting. */
class LinkUsedUp extends Error {}

async function nameOf(database: Reader, accountId: string): Promise<string> {
  const account = await database.accountHolder.findFirst({
    where: { id: accountId },
    select: { name: true },
  });
  return account?.name ?? "";
}

async function openChangeSet(
  database: Reader,
  { invitation, accountId, name, via }: Acceptance & { accountId: string; name: string },
): Promise<void> {
  const id = newId();
  const { jurisdictionId, organizationId } = columnsOf(invitation.scope);
  const summary = { name, role: invitation.role };
  await database.changeSet.createMany({
    data: [
      {
        jurisdictionId: jurisdictionId ?? PLATFORM,
        id,
        organizationId,
        useCase: "acceptInvitation",
        actorId: accountId,
        actorName: name,
        via,
        summary,
      },
    ],
  });
  await database.$executeRaw`select set_config('app.change_set', ${id}, true)`;
}

interface NewAccount {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

async function insertAccount(
  database: Reader,
  { accountId, email, name, passwordHash }: NewAccount,
): Promise<void> {
  await database.accountHolder.createMany({ data: [{ id: accountId, name, email, emailVerified: true }] });
  await database.accountCredential.createMany({
    data: [{ id: newId(), accountId, provider: "credential", subject: accountId, password: passwordHash }],
  });
}

/** Writes an invitation for the first steward: there is nobody yet who could invite one. */
export function insertStewardInvitation(
  databases: Databases,
  invitation: Invitation,
  tokenHash: string,
): Promise<void> {
  return asKeeper(databases, (client) =>
    client.$transaction(async (database) => {
      const id = newId();
      await database.changeSet.createMany({
        data: [
          {
            jurisdictionId: PLATFORM,
            id,
            useCase: "inviteSteward",
            actorName: invitation.invitedBy,
            via: "cli",
            summary: { email: invitation.email },
          },
        ],
      });
      await database.$executeRaw`select set_config('app.change_set', ${id}, true)`;
      const { scope, ...rest } = invitation;
      await database.invitation.createMany({ data: [{ ...rest, ...columnsOf(scope), tokenHash }] });
    }),
  );
}
