import { randomBytes } from "node:crypto";

import type { Language } from "@frontstep/domain/shared";

import type { Databases } from "#server/persistence/database.ts";

import { insertStewardInvitation } from "./accepted-invitation.store.ts";
import { newInvitation } from "./invite-member.ts";
import { invitationAddress } from "./letters.ts";
import { hashOfSecret } from "./session-cookie.ts";

/** Who is to become a steward, and where the link leads. */
export interface InviteSteward {
  readonly email: string;
  readonly publicAddress: string;
  readonly language?: Language;
}

/**
 * Invites a platform steward from the machine itself, where no role is asked for: whoever runs
 * commands here holds the database anyway. Gives the link to hand on.
 */
export async function inviteSteward(
  databases: Databases,
  { email, publicAddress, language = "en" }: InviteSteward,
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const offer = {
    email: email.trim().toLowerCase(),
    role: "platformSteward",
    scope: { kind: "platform" },
  } as const;
  await insertStewardInvitation(
    databases,
    newInvitation({ ...offer, invitedBy: "Frontstep", language }),
    hashOfSecret(secret),
  );
  return invitationAddress({ address: publicAddress, token: secret });
}
