import type { RequestContext } from "#server/context.ts";
import { actsFor, requireOwnedRelease } from "#server/modules/fleet/index.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { Refusal } from "#server/refusal.ts";

import { withdrawOpenOffers } from "./offer.store.ts";

/** Offers to take back. */
export interface WithdrawOffers {
  readonly idempotencyKey?: string | null;
  readonly releaseId: string;
  readonly reason: string;
}

export interface OffersWithdrawn {
  readonly kind: "withdrawn";
  readonly withdrawnCount: number;
}

/** Takes back the offers of a release that nobody has answered. Sites that took it keep it. */
export async function withdrawOffers(ctx: RequestContext, input: WithdrawOffers): Promise<OffersWithdrawn> {
  const release = await requireOwnedRelease(ctx, input.releaseId);
  const { organizationId, stateCode } = actsFor(ctx, "release.offer", release);
  const reason = input.reason.trim();
  if (reason === "") throw new Refusal("BAD_INPUT", "Say why the offers are taken back.");
  const change = {
    useCase: "withdrawOffers",
    jurisdictionId: PLATFORM,
    organizationId: organizationId ?? undefined,
    stateCode: stateCode ?? undefined,
    reason,
    input,
  };
  return await write<OffersWithdrawn>(ctx, change, async (tx) => {
    const withdrawnCount = await withdrawOpenOffers(tx.database, {
      releaseId: release.id,
      organizationId,
      stateCode,
    });
    if (withdrawnCount > 0) await tx.summarize({ version: release.version, withdrawnCount });
    return { kind: "withdrawn", withdrawnCount };
  });
}
