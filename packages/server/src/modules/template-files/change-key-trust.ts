import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { checkReason } from "./check-reason.ts";
import { authorizeKeyHolder, placeOf } from "./key-holder.ts";
import { findTrustedKey, updateTrust } from "./trusted-key.store.ts";

/** Whether files signed with a key are let in from now on, and why. */
export interface ChangeKeyTrust {
  readonly trustedKeyId: string;
  readonly isTrusted: boolean;
  readonly reason: string;
  readonly expectedRevision: number;
  readonly idempotencyKey?: string | null;
}

export type ChangeKeyTrustOutcome =
  | { readonly kind: "changed"; readonly organizationId: string | null }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Trusts somebody's key no longer, or again. What came with it before stays. */
export async function changeKeyTrust(
  ctx: RequestContext,
  input: ChangeKeyTrust,
): Promise<ChangeKeyTrustOutcome> {
  authorize(ctx, "template.publish", "anywhere");
  const key = await findTrustedKey(ctx.database, input.trustedKeyId);
  if (key === null) throw notFound("key");
  const { organizationId } = key;
  authorizeKeyHolder(ctx, organizationId);
  requireRevision(key, input.expectedRevision);
  const reason = input.reason.trim();
  const findings = checkReason(reason);
  if (findings.length > 0) return { kind: "refused", findings };
  return await write<ChangeKeyTrustOutcome>(
    ctx,
    { useCase: "changeKeyTrust", jurisdictionId: PLATFORM, ...placeOf(organizationId), reason, input },
    async (tx) => {
      const done = await updateTrust(tx.database, key, {
        isTrusted: input.isTrusted,
        decidedAt: new Date(),
        decidedBy: ctx.actor.name,
        reason,
      });
      requireRevision({ revision: done ? key.revision : -1 }, key.revision);
      await tx.summarize({
        isTrusted: input.isTrusted,
        name: key.claimedName,
        fingerprint: key.fingerprint,
      });
      return { kind: "changed", organizationId };
    },
  );
}
