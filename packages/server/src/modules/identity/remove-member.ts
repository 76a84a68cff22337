import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { lastHolder, requireManageable } from "./manage-member.ts";
import { type Member, updateMember } from "./member.store.ts";
import { recordOf } from "./place.ts";

/** Whose role to take away. */
export interface RemoveMember {
  readonly membershipId: string;
  readonly expectedRevision: number;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

export type RemoveMemberOutcome =
  | { readonly kind: "removed"; readonly member: Member }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Takes a role away from somebody; what they have open under it closes with the next statement. */
export async function removeMember(ctx: RequestContext, input: RemoveMember): Promise<RemoveMemberOutcome> {
  const member = await requireManageable(ctx, input.membershipId);
  requireRevision(member, input.expectedRevision);
  const change = {
    useCase: "removeMember",
    ...recordOf(member.scope, ctx.hat),
    reason: input.reason ?? undefined,
    input,
  };
  return await write<RemoveMemberOutcome>(ctx, change, async (tx) => {
    const findings = await lastHolder(tx.database, member);
    if (findings.length > 0) return { kind: "refused", findings };
    const isRemoved = await updateMember(tx.database, member, { endedAt: new Date() });
    requireRevision({ revision: isRemoved ? member.revision : -1 }, member.revision);
    await tx.summarize({ name: member.name, role: member.role });
    return { kind: "removed", member: { ...member, revision: member.revision + 1 } };
  });
}
