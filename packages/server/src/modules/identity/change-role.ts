import { isRoleKey, roles } from "@frontstep/domain/access";
import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { Refusal, requireRevision } from "#server/refusal.ts";

import { lastHolder, requireManageable } from "./manage-member.ts";
import { type Member, updateMember } from "./member.store.ts";
import { recordOf } from "./place.ts";

/** Whose role to change, and to which. */
export interface ChangeRole {
  readonly membershipId: string;
  readonly role: string;
  readonly expectedRevision: number;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

export type ChangeRoleOutcome =
  | { readonly kind: "changed"; readonly member: Member }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Gives somebody another role at the same place; what they have open follows at once. */
export async function changeRole(ctx: RequestContext, input: ChangeRole): Promise<ChangeRoleOutcome> {
  const { role } = input;
  const member = await requireManageable(ctx, input.membershipId, role);
  if (!isRoleKey(role) || roles[role].scope !== roles[member.role].scope) {
    throw new Refusal("BAD_INPUT", "This role is not held at this kind of place. Choose one that is.");
  }
  requireRevision(member, input.expectedRevision);
  const change = {
    useCase: "changeRole",
    ...recordOf(member.scope, ctx.hat),
    reason: input.reason ?? undefined,
    input,
  };
  return await write<ChangeRoleOutcome>(ctx, change, async (tx) => {
    const findings = role === member.role ? [] : await lastHolder(tx.database, member);
    if (findings.length > 0) return { kind: "refused", findings };
    const isChanged = await updateMember(tx.database, member, { role });
    requireRevision({ revision: isChanged ? member.revision : -1 }, member.revision);
    await tx.summarize({ name: member.name, from: member.role, to: role });
    return { kind: "changed", member: { ...member, role, revision: member.revision + 1 } };
  });
}
