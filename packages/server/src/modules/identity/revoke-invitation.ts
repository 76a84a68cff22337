import { mayGive } from "@frontstep/domain/access";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, Refusal, requireRevision } from "#server/refusal.ts";

import { findInvitation, type Invitation, revokeOne } from "./invitation.store.ts";
import { decidingPlace, recordOf } from "./place.ts";

/** Which invitation to take back. */
export interface RevokeInvitation {
  readonly invitationId: string;
  readonly expectedRevision: number;
  readonly idempotencyKey?: string | null;
}

/** Takes an invitation back: its link no longer works. */
export async function revokeInvitation(ctx: RequestContext, input: RevokeInvitation): Promise<Invitation> {
  const invitation = await findInvitation(ctx.database, input.invitationId);
  if (invitation === null) throw notFound("invitation");
  authorize(ctx, "member.invite", decidingPlace(invitation.scope));
  if (!mayGive(ctx.actor.memberships, invitation.role, invitation.scope)) {
    throw new Refusal("FORBIDDEN", "You may not give this role, so you may not take its invitation back.");
  }
  requireRevision(invitation, input.expectedRevision);
  return await write(
    ctx,
    { useCase: "revokeInvitation", ...recordOf(invitation.scope, ctx.hat), input },
    async (tx) => {
      const isRevoked = await revokeOne(tx.database, invitation);
      requireRevision({ revision: isRevoked ? invitation.revision : -1 }, invitation.revision);
      await tx.summarize({ email: invitation.email, role: invitation.role });
      return { kind: "revoked" as const, ...invitation, revision: invitation.revision + 1 };
    },
  );
}
