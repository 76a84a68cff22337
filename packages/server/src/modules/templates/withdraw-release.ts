import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import type { WithdrawalReason } from "./template.store.ts";
import {
  findReleaseInUse,
  insertWithdrawal,
  type ReleaseInUse,
  takeBackWithdrawn,
} from "./withdrawal.store.ts";

/** A release to take out of use. */
export interface WithdrawRelease {
  readonly idempotencyKey?: string | null;
  readonly releaseId: string;
  readonly reasonCode: WithdrawalReason;
  /** Told to everybody who sees the template, and to the sites that have the release. */
  readonly reason: string;
}

export type WithdrawReleaseOutcome =
  | {
      readonly kind: "withdrawn";
      readonly templateKey: string;
      readonly withdrawnOfferCount: number;
      readonly stoppedRunCount: number;
    }
  | WithdrawalRefused;

export interface WithdrawalRefused {
  readonly kind: "refused";
  readonly findings: readonly Finding[];
}

/**
 * Takes a release out of use: it is kept, unchanged, with the sites that have it, and nobody else is brought to it.
 * Its open offers are withdrawn with it, whoever made them, and runs towards it stop.
 */
export async function withdrawRelease(
  ctx: RequestContext,
  input: WithdrawRelease,
): Promise<WithdrawReleaseOutcome> {
  const release = await requireOwnRelease(ctx, input.releaseId);
  const { version, templateKey, organizationId, withdrawal } = release;
  if (withdrawal !== null) return refused("RELEASE_WITHDRAWN_BEFORE", "release", withdrawnBefore(version));
  const reason = input.reason.trim();
  if (!isSentence(reason))
    return refused(
      "WITHDRAWAL_REASON_MISSING",
      "reason",
      "Say in 3 to 2,000 characters why the release is withdrawn: the sites that have it read this.",
    );
  const change = {
    useCase: "withdrawRelease",
    jurisdictionId: PLATFORM,
    organizationId: organizationId ?? undefined,
    reason,
    input,
    onBrokenConstraint: {
      release_withdrawal_is_open_once: () =>
        refused("RELEASE_WITHDRAWN_BEFORE", "release", withdrawnBefore(version)),
    },
  };
  return await write<WithdrawReleaseOutcome>(ctx, change, async (tx) => {
    const { reasonCode } = input;
    const withdrawnBy = ctx.actor?.name ?? "";
    await insertWithdrawal(tx.database, { releaseId: release.id, reasonCode, reason, withdrawnBy });
    const { offers, runs } = await takeBackWithdrawn(tx.database, release.id);
    const counts = { withdrawnOfferCount: offers, stoppedRunCount: runs };
    await tx.summarize({ template: templateKey, version, reasonCode, ...counts });
    return { kind: "withdrawn", templateKey, ...counts };
  });
}

/** A release of one's own template; an organization's is its authors' to withdraw, a built-in one the steward's. */
export async function requireOwnRelease(ctx: RequestContext, id: string): Promise<ReleaseInUse> {
  authorize(ctx, "template.publish", "anywhere");
  const release = await findReleaseInUse(ctx.database, id);
  if (release === null) throw notFound("release");
  const { organizationId } = release;
  if (ctx.hat === "steward" && organizationId !== null)
    throw new Refusal(
      "FORBIDDEN",
      "This template belongs to an organization. Ask its authors to withdraw the release.",
    );
  authorize(ctx, "template.publish", organizationId === null ? {} : { organizationId });
  return release;
}

/** Whether somebody gave a reason that others can read. */
export function isSentence(reason: string): boolean {
  return reason.length >= 3 && reason.length <= 2_000;
}

export function refused(code: string, path: string, message: string): WithdrawalRefused {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}

function withdrawnBefore(version: string): string {
  return `Release ${version} is withdrawn already. Load the page again to see by whom and why.`;
}
