import type { PublicKey } from "@frontstep/domain/template-files";

import type { Reader } from "#server/persistence/database.ts";

/** A key that signs, or once signed, what an organization exports; the platform's has no organization. */
export interface SigningKey extends PublicKey {
  readonly id: string;
  readonly organizationId: string | null;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly retiredAt: Date | null;
  readonly retiredBy: string | null;
  readonly retiredReason: string | null;
}

const COLUMNS = {
  id: true,
  organizationId: true,
  fingerprint: true,
  publicKey: true,
  madeAt: true,
  madeBy: true,
  retiredAt: true,
  retiredBy: true,
  retiredReason: true,
} as const;

/** The keys of an organization or of the platform, the one that signs now first; a rotation a day would not fill the list. */
export async function listSigningKeys(
  database: Reader,
  organizationId: string | null,
): Promise<SigningKey[]> {
  return await database.signingKey.findMany({
    where: { organizationId },
    orderBy: [{ retiredAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: 200,
    select: COLUMNS,
  });
}

/** The sealed private half of a key; null once the key is retired. */
export async function findSecret(database: Reader, signingKeyId: string): Promise<Uint8Array | null> {
  const row = await database.signingSecret.findFirst({ where: { signingKeyId }, select: { bytes: true } });
  return row?.bytes ?? null;
}

/** A key with its sealed private half. */
export interface NewSigningKey extends PublicKey {
  readonly id: string;
  readonly organizationId: string | null;
  readonly madeBy: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export async function insertSigningKey(database: Reader, { sealed, ...key }: NewSigningKey): Promise<void> {
  const { id: signingKeyId, organizationId } = key;
  await database.signingKey.createMany({ data: [key] });
  await database.signingSecret.createMany({ data: [{ signingKeyId, organizationId, bytes: sealed }] });
}

/** Lets a key sign no more; false when it had been retired meanwhile. */
export async function retireSigningKey(
  database: Reader,
  id: string,
  retirement: { readonly retiredAt: Date; readonly retiredBy: string; readonly retiredReason: string },
): Promise<boolean> {
  const { count } = await database.signingKey.updateMany({
    where: { id, retiredAt: null },
    data: retirement,
  });
  await database.signingSecret.deleteMany({ where: { signingKeyId: id } });
  return count === 1;
}

/** What an organization calls itself; null when there is no such one. */
export async function findOrganizationName(database: Reader, id: string): Promise<string | null> {
  const row = await database.partnerOrganization.findFirst({ where: { id }, select: { publicName: true } });
  return row?.publicName ?? null;
}

/** The organizations of exactly this name, two at most. */
export async function findOrganizationsNamed(database: Reader, publicName: string): Promise<string[]> {
  const rows = await database.partnerOrganization.findMany({
    where: { publicName },
    orderBy: { id: "asc" },
    take: 2,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
