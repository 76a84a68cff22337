import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";

import { checkReason } from "./check-reason.ts";
import { authorizeKeyHolder, placeOf } from "./key-holder.ts";
import { makeSigningKey } from "./signer.ts";
import { listSigningKeys, retireSigningKey } from "./signing-key.store.ts";

/** Why an organization, or the platform, signs with another key from now on. */
export interface RotateSigningKey {
  readonly organizationId?: string | null;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

export type RotateSigningKeyOutcome =
  | { readonly kind: "rotated"; readonly organizationId: string | null }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Makes the key that an organization signs with from now on, and retires the one before: its private half is
 * destroyed, its public half stays, so that what it signed can still be verified.
 */
export async function rotateSigningKey(
  ctx: RequestContext,
  input: RotateSigningKey,
): Promise<RotateSigningKeyOutcome> {
  const organizationId = input.organizationId ?? null;
  authorizeKeyHolder(ctx, organizationId);
  const reason = input.reason.trim();
  const findings = checkReason(reason);
  if (findings.length > 0) return { kind: "refused", findings };
  return await write<RotateSigningKeyOutcome>(
    ctx,
    {
      useCase: "rotateSigningKey",
      jurisdictionId: PLATFORM,
      ...placeOf(organizationId),
      reason,
      input,
      onBrokenConstraint: { signing_key_current_key: () => ({ kind: "refused", findings: [late] }) },
    },
    async (tx) => {
      const keys = await listSigningKeys(tx.database, organizationId);
      const current = keys.find(({ retiredAt }) => retiredAt === null);
      if (current) {
        const retirement = { retiredAt: new Date(), retiredBy: ctx.actor.name, retiredReason: reason };
        await retireSigningKey(tx.database, current.id, retirement);
      }
      const { fingerprint } = await makeSigningKey(ctx, tx, organizationId);
      await tx.summarize({ fingerprint, retired: current?.fingerprint ?? null });
      return { kind: "rotated", organizationId };
    },
  );
}

const late: Finding = {
  code: "SIGNING_KEY_RACED",
  severity: "error",
  path: "reason",
  message: "Somebody else changed the key just now. Load the page again.",
};
