import type { RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { isSentence, refused, requireOwnRelease, type WithdrawalRefused } from "./withdraw-release.ts";
import { endWithdrawal } from "./withdrawal.store.ts";

/** A withdrawn release to take into use again. */
export interface ReinstateRelease {
  readonly idempotencyKey?: string | null;
  readonly releaseId: string;
  /** Told to whoever looks the withdrawal up. */
  readonly reason: string;
}

export type ReinstateReleaseOutcome =
  { readonly kind: "reinstated"; readonly templateKey: string } | WithdrawalRefused;

/** Takes a withdrawn release into use again. The offers that were withdrawn with it stay so: it is offered anew. */
export async function reinstateRelease(
  ctx: RequestContext,
  input: ReinstateRelease,
): Promise<ReinstateReleaseOutcome> {
  const { version, templateKey, organizationId, withdrawal } = await requireOwnRelease(ctx, input.releaseId);
  if (withdrawal === null)
    return refused(
      "RELEASE_NOT_WITHDRAWN",
      "release",
      `Release ${version} is in use; there is nothing to undo. Load the page again.`,
    );
  const reason = input.reason.trim();
  if (!isSentence(reason))
    return refused(
      "WITHDRAWAL_REASON_MISSING",
      "reason",
      "Say in 3 to 2,000 characters why the release is taken into use again.",
    );
  const change = {
    useCase: "reinstateRelease",
    jurisdictionId: PLATFORM,
    organizationId: organizationId ?? undefined,
    reason,
    input,
  };
  return await write<ReinstateReleaseOutcome>(ctx, change, async (tx) => {
    const isEnded = await endWithdrawal(tx.database, withdrawal, { by: ctx.actor?.name ?? "", reason });
    requireRevision({ revision: isEnded ? withdrawal.revision : -1 }, withdrawal.revision);
    await tx.summarize({ template: templateKey, version });
    return { kind: "reinstated", templateKey };
  });
}
