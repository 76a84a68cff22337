import type { PublicKey } from "@frontstep/domain/template-files";

import type { Reader } from "#server/persistence/database.ts";

/** Somebody else's key, and whether files signed with it are let in. */
export interface TrustedKey extends PublicKey {
  readonly id: string;
  /** Who trusts it; null for the platform. */
  readonly organizationId: string | null;
  /** Who its holder said they are when it was trusted. */
  readonly claimedName: string;
  readonly isTrusted: boolean;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly reason: string | null;
  readonly revision: number;
}

const COLUMNS = {
  id: true,
  organizationId: true,
  fingerprint: true,
  publicKey: true,
  claimedName: true,
  isTrusted: true,
  decidedAt: true,
  decidedBy: true,
  reason: true,
  revision: true,
} as const;

/** The keys that an organization or the platform decided about, by the name that was claimed. */
export async function listTrustedKeys(
  database: Reader,
  organizationId: string | null,
): Promise<TrustedKey[]> {
  return await database.trustedKey.findMany({
    where: { organizationId },
    orderBy: [{ claimedName: "asc" }, { fingerprint: "asc" }],
    take: 500,
    select: COLUMNS,
  });
}

export async function findTrustedKey(database: Reader, id: string): Promise<TrustedKey | null> {
  return await database.trustedKey.findFirst({ where: { id }, select: COLUMNS });
}

export async function insertTrustedKeys(
  database: Reader,
  keys: readonly Omit<TrustedKey, "isTrusted" | "decidedAt" | "reason" | "revision">[],
): Promise<void> {
  if (keys.length > 0) await database.trustedKey.createMany({ data: [...keys] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateTrust(
  database: Reader,
  { id, revision }: Pick<TrustedKey, "id" | "revision">,
  decision: Pick<TrustedKey, "isTrusted" | "decidedAt" | "decidedBy" | "reason">,
): Promise<boolean> {
  const { count } = await database.trustedKey.updateMany({
    where: { id, revision },
    data: { ...decision, revision: revision + 1 },
  });
  return count === 1;
}
