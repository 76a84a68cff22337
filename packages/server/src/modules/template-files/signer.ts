import type { PublicKey } from "@frontstep/domain/template-files";

import type { ActingContext } from "#server/context.ts";
import { newId, type Transaction } from "#server/persistence/write.ts";

import { makeKeyPair, signText } from "./cryptography.ts";
import { findOrganizationName, findSecret, insertSigningKey, listSigningKeys } from "./signing-key.store.ts";

/** Whoever signs for an organization, or for the platform. */
export interface Signer extends PublicKey {
  readonly organizationName: string;
  readonly sign: (text: string) => string;
}

/** What the platform calls itself in the files that it signs. */
const PLATFORM_NAME = "Frontstep";

/** The label under which a key's private half is sealed: in another row it does not open. */
function labelOf(fingerprint: string): string {
  return `signing key ${fingerprint}`;
}

/** The signer of an organization, with a key made now when there is none yet; null when its key was sealed under another secret. */
export async function findSigner(
  ctx: ActingContext,
  tx: Transaction,
  organizationId: string | null,
): Promise<Signer | null> {
  const current = (await listSigningKeys(tx.database, organizationId)).find(
    ({ retiredAt }) => retiredAt === null,
  );
  const organizationName =
    (organizationId === null ? null : await findOrganizationName(tx.database, organizationId)) ??
    PLATFORM_NAME;
  if (current === undefined) return { organizationName, ...(await makeSigningKey(ctx, tx, organizationId)) };
  const sealed = await findSecret(tx.database, current.id);
  const privateKey = sealed && ctx.databases.sealing.open(sealed, labelOf(current.fingerprint));
  if (privateKey === null) return null;
  return { ...current, organizationName, sign: (text) => signText(text, privateKey) };
}

/** Makes the key that an organization signs with from now on. */
export async function makeSigningKey(
  ctx: ActingContext,
  tx: Transaction,
  organizationId: string | null,
): Promise<Omit<Signer, "organizationName">> {
  const { privateKey, ...key } = makeKeyPair();
  const sealed = ctx.databases.sealing.seal(privateKey, labelOf(key.fingerprint));
  await insertSigningKey(tx.database, {
    ...key,
    id: newId(),
    organizationId,
    madeBy: ctx.actor.name,
    sealed,
  });
  return { ...key, sign: (text) => signText(text, privateKey) };
}
