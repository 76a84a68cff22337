import type { Reader } from "#server/persistence/database.ts";
import { newId } from "#server/persistence/write.ts";

import type { Withdrawal, WithdrawalReason } from "./template.store.ts";

/** A release with whose template it is, and whether it is out of use. */
export interface ReleaseInUse {
  readonly id: string;
  readonly version: string;
  readonly templateKey: string;
  readonly organizationId: string | null;
  /** The withdrawal that has not ended; null while the release is offered. */
  readonly withdrawal: (Withdrawal & { readonly id: string; readonly revision: number }) | null;
}

export async function findReleaseInUse(database: Reader, id: string): Promise<ReleaseInUse | null> {
  const row = await database.release.findFirst({
    where: { id },
    select: {
      id: true,
      version: true,
      template: { select: { key: true, organizationId: true } },
      withdrawals: {
        where: { endedAt: null },
        select: {
          id: true,
          reasonCode: true,
          reason: true,
          withdrawnBy: true,
          withdrawnAt: true,
          revision: true,
        },
      },
    },
  });
  if (row === null) return null;
  const { template, withdrawals, ...release } = row;
  const [withdrawal] = withdrawals;
  return {
    ...release,
    templateKey: template.key,
    organizationId: template.organizationId,
    withdrawal: withdrawal ? { ...withdrawal, reasonCode: withdrawal.reasonCode as WithdrawalReason } : null,
  };
}

export async function insertWithdrawal(
  database: Reader,
  withdrawal: Omit<Withdrawal, "withdrawnAt"> & { readonly releaseId: string },
): Promise<void> {
  await database.releaseWithdrawal.createMany({ data: [{ id: newId(), ...withdrawal }] });
}

/** What was taken back with a release: offers that nobody had taken, and runs that were stopped. */
export interface TakenBack {
  readonly offers: number;
  readonly runs: number;
}

/** Withdraws the open offers of a withdrawn release, whoever made them, and stops the runs towards it. */
export async function takeBackWithdrawn(database: Reader, releaseId: string): Promise<TakenBack> {
  const [taken] = await database.$queryRaw<TakenBack[]>`
    select offers, runs from sec.take_back_withdrawn_release(${releaseId}::uuid)`;
  return taken ?? { offers: 0, runs: 0 };
}

/** Ends a withdrawal over the revision that was read; false when it has moved meanwhile. */
export async function endWithdrawal(
  database: Reader,
  { id, revision }: { readonly id: string; readonly revision: number },
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<boolean> {
  const { count } = await database.releaseWithdrawal.updateMany({
    where: { id, revision, endedAt: null },
    data: { endedAt: new Date(), endedBy: by, endReason: reason, revision: revision + 1 },
  });
  return count === 1;
}
