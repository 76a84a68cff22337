import { showFingerprint, type ShownFingerprint } from "@frontstep/domain/template-files";

import { authorize, type RequestContext } from "#server/context.ts";

import { authorizeKeyHolder } from "./key-holder.ts";
import { listOrigins, type ReleaseOrigin } from "./release-signature.store.ts";
import { listSigningKeys, type SigningKey } from "./signing-key.store.ts";
import { listTrustedKeys, type TrustedKey } from "./trusted-key.store.ts";

/** The keys of an organization, or of the platform: its own, and those that it decided about. */
export interface TemplateKeys {
  readonly signing: readonly (SigningKey & ShownFingerprint)[];
  readonly trusted: readonly (TrustedKey & ShownFingerprint)[];
}

/** The keys that an organization signs with, and those of others that it trusts or does not. */
export async function templateKeys(
  ctx: RequestContext,
  organizationId: string | null,
): Promise<TemplateKeys> {
  authorizeKeyHolder(ctx, organizationId);
  const [signing, trusted] = await Promise.all([
    listSigningKeys(ctx.database, organizationId),
    listTrustedKeys(ctx.database, organizationId),
  ]);
  return { signing: signing.map(shown), trusted: trusted.map(shown) };
}

/** Which releases of a template came in files, from whom, and who brought them in. */
export async function releaseOrigins(
  ctx: RequestContext,
  templateId: string,
): Promise<(ReleaseOrigin & ShownFingerprint)[]> {
  authorize(ctx, "template.read", "anywhere");
  return (await listOrigins(ctx.database, templateId)).map(shown);
}

function shown<T extends { readonly fingerprint: string }>(key: T): T & ShownFingerprint {
  return { ...key, ...showFingerprint(key.fingerprint) };
}
