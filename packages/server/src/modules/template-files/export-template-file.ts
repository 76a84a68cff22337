import type { Finding } from "@frontstep/domain/shared";
import {
  type FileRelease,
  largestTemplateFile,
  type PublicKey,
  signedText,
  type UnsignedRelease,
  writeTemplateFile,
} from "@frontstep/domain/template-files";
import { compareReleaseVersions, parseReleaseVersion } from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import { findTemplate, sha256, type StoredTemplate } from "#server/modules/templates/index.ts";
import { PLATFORM, type Transaction, write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { authorizeKeyHolder, placeOf } from "./key-holder.ts";
import {
  type HeldRelease,
  insertSignatures,
  listHeldReleases,
  type ReleaseSignature,
} from "./release-signature.store.ts";
import { findSigner, type Signer } from "./signer.ts";

export type ExportTemplateFileOutcome =
  | { readonly kind: "exported"; readonly fileName: string; readonly text: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Writes a template with its releases as one signed file. What was signed before keeps its signature; what was
 * not is signed now, with a key that is made at the first export.
 */
export async function exportTemplateFile(
  ctx: RequestContext,
  templateKey: string,
): Promise<ExportTemplateFileOutcome> {
  authorize(ctx, "template.read", "anywhere");
  const template = await findTemplate(ctx.database, templateKey);
  if (template === null) throw notFound("template");
  authorizeKeyHolder(ctx, template.organizationId);
  const releases = await listHeldReleases(ctx.database, template.id);
  if (releases.length === 0) return refusedAs("NO_RELEASES");
  const unsigned = releases.filter((release) => signatureOf(release) === null);
  if (unsigned.length === 0) return compose(template, releases);
  const again = () => exportTemplateFile(ctx, templateKey);
  return await write<ExportTemplateFileOutcome>(
    ctx,
    {
      useCase: "exportTemplate",
      jurisdictionId: PLATFORM,
      ...placeOf(template.organizationId),
      // Somebody else exports for the first time at this very moment: theirs is the key.
      onBrokenConstraint: { signing_key_current_key: again, release_signature_pkey: again },
    },
    async (tx) => {
      const signer = await findSigner(ctx, tx, template.organizationId);
      if (signer === null) return refusedAs("KEY_SEALED");
      await signReleases(tx, signer, unsigned);
      await tx.summarize({
        template: templateKey,
        name: template.name,
        releases: unsigned.map(({ version }) => version),
        fingerprint: signer.fingerprint,
      });
      return compose(template, await listHeldReleases(tx.database, template.id));
    },
  );
}

async function signReleases(
  tx: Transaction,
  { organizationName, fingerprint, publicKey, sign }: Signer,
  releases: readonly HeldRelease[],
): Promise<void> {
  const signatures = releases.map((release): ReleaseSignature => {
    const text = signedText(unsignedOf(release, organizationName));
    return {
      releaseId: release.id,
      signedHash: sha256(text),
      fingerprint,
      publicKey,
      signature: sign(text),
      organizationName,
      importedBy: null,
    };
  });
  await insertSignatures(tx.database, signatures);
}

/** What a file says of a release, but for its signature. */
function unsignedOf(release: HeldRelease, organization: string): UnsignedRelease {
  const { content, contentHash, publishedAt, publishedBy } = release;
  return { content, contentHash, organization, publishedAt: publishedAt.toISOString(), publishedBy };
}

/** The signature over a release as it stands now; null when it was never signed so. */
function signatureOf(release: HeldRelease): ReleaseSignature | null {
  const isOfThis = ({ organizationName, signedHash }: ReleaseSignature): boolean =>
    sha256(signedText(unsignedOf(release, organizationName))) === signedHash;
  return release.signatures.find(isOfThis) ?? null;
}

function compose({ key }: StoredTemplate, held: readonly HeldRelease[]): ExportTemplateFileOutcome {
  const keys = new Map<string, PublicKey>();
  const releases = held.toSorted(byVersion).flatMap((release): FileRelease[] => {
    const signed = signatureOf(release);
    if (signed === null) return [];
    keys.set(signed.fingerprint, signed);
    const signature = { key: signed.fingerprint, value: signed.signature };
    return [{ ...unsignedOf(release, signed.organizationName), signature }];
  });
  const text = writeTemplateFile(key, releases, [...keys.values()]);
  if (Buffer.byteLength(text) > largestTemplateFile) return refusedAs("TOO_LARGE");
  return { kind: "exported", fileName: `${key}.frontstep.json`, text };
}

function byVersion(left: HeldRelease, right: HeldRelease): number {
  const [first, second] = [parseReleaseVersion(left.version), parseReleaseVersion(right.version)];
  return first === undefined || second === undefined ? 0 : compareReleaseVersions(first, second);
}

const sentences = {
  NO_RELEASES: "This template has no release yet. Publish one, then export it.",
  TOO_LARGE:
    "This template's releases are larger than a file may be, 20 MB. Give its next generation a template of its own.",
  KEY_SEALED:
    "The signing key was sealed under another secret than this server has now. Change to a new key on the page of keys, then export again.",
} as const;

function refusedAs(code: keyof typeof sentences): ExportTemplateFileOutcome {
  const finding = { severity: "error", path: "template", message: sentences[code] } as const;
  return { kind: "refused", findings: [{ code: `TEMPLATE_EXPORT_${code}`, ...finding }] };
}
