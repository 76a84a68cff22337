import { canonicalJson } from "../templates/index.ts";
import { templateFileFormat } from "./parse-template-file.ts";
import type { FileRelease, PublicKey, UnsignedRelease } from "./template-file.ts";

/** The text that is signed for a release: the format and all that the file says of it, in canonical form. */
export function signedText(release: UnsignedRelease): string {
  return canonicalJson({ ...release, format: templateFileFormat });
}

/**
 * Writes a template with its releases as one file. Nothing of the place or the time of writing is in it, so the
 * same releases with the same signatures are the same bytes wherever they are written.
 *
 * @param releases oldest first, each with its signature.
 * @param keys those of the signatures and perhaps others; only those of the signatures are written.
 */
export function writeTemplateFile(
  template: string,
  releases: readonly FileRelease[],
  keys: readonly PublicKey[],
): string {
  const used = new Set(releases.map(({ signature }) => signature.key));
  const written = keys
    .filter(({ fingerprint }) => used.has(fingerprint))
    .map(({ fingerprint, publicKey }) => ({ fingerprint, publicKey }))
    .sort((left, right) => (left.fingerprint < right.fingerprint ? -1 : 1));
  return canonicalJson({ format: templateFileFormat, keys: written, releases, template });
}
