import type { Finding } from "@frontstep/domain/shared";
import {
  type FileRelease,
  readTemplateFile,
  showFingerprint,
  type ShownFingerprint,
  type TemplateFile,
} from "@frontstep/domain/template-files";

import type { RequestContext } from "#server/context.ts";
import { findTemplate, indicatorCatalogue, type StoredTemplate } from "#server/modules/templates/index.ts";

import { fileCryptography } from "./cryptography.ts";
import { authorizeKeyHolder } from "./key-holder.ts";
import { findAlikeTemplate } from "./release-signature.store.ts";
import { listSigningKeys } from "./signing-key.store.ts";
import { listTrustedKeys } from "./trusted-key.store.ts";

/** A template file, and for whom it is brought in: an organization, or the platform. */
export interface GivenFile {
  readonly text: string;
  readonly sha256: string;
  readonly organizationId: string | null;
}

/** A release of the file, and what would become of it. */
export interface PlannedRelease {
  readonly version: string;
  /** `alike`: it is held here already, with this very content. */
  readonly standing: "added" | "alike";
  readonly organization: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly fingerprint: string;
}

/** A key that releases to be added are signed with, and what is known of it here. */
export interface PlannedKey extends ShownFingerprint {
  readonly fingerprint: string;
  readonly publicKey: string;
  /** Who its holder says they are. */
  readonly claimedName: string;
  readonly standing: "own" | "trusted" | "unknown";
}

/** What would come of bringing a file in. */
export interface FilePlan {
  readonly sha256: string;
  readonly file: TemplateFile;
  readonly held: StoredTemplate | null;
  readonly releases: readonly PlannedRelease[];
  readonly keys: readonly PlannedKey[];
  readonly findings: readonly Finding[];
}

export type CheckTemplateFileOutcome =
  | { readonly kind: "checked"; readonly plan: FilePlan }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Says what would come of bringing a template file in, without bringing it in. */
export async function checkTemplateFile(
  ctx: RequestContext,
  { text, sha256, organizationId }: GivenFile,
): Promise<CheckTemplateFileOutcome> {
  authorizeKeyHolder(ctx, organizationId);
  const catalogue = await indicatorCatalogue(ctx);
  const read = readTemplateFile(text, { cryptography: fileCryptography, catalogue });
  if (read.kind === "refused") return read;
  const { file, findings } = read;
  const held = await findTemplate(ctx.database, file.template);
  const objections = [
    ...(await objectionsToKey(ctx, file, { held, organizationId })),
    ...objectionsToReleases(file, held),
  ];
  if (objections.length > 0) return { kind: "refused", findings: objections };
  const releases = file.releases.map((release) => planRelease(release, held));
  const keys = await planKeys(ctx, { file, releases, organizationId });
  if (keys.kind === "refused") return keys;
  return { kind: "checked", plan: { sha256, file, held, releases, keys: keys.keys, findings } };
}

function fault(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

interface Target {
  readonly held: StoredTemplate | null;
  readonly organizationId: string | null;
}

async function objectionsToKey(
  { database }: RequestContext,
  { template }: TemplateFile,
  { held, organizationId }: Target,
): Promise<Finding[]> {
  if (held !== null && held.organizationId !== organizationId) {
    const message = `The key "${template}" belongs to another organization's template here. Ask its sender to publish under a key of its own.`;
    return [fault("TEMPLATE_OF_OTHERS", "template", message)];
  }
  const alike = held === null ? await findAlikeTemplate(database, template) : null;
  if (alike === null) return [];
  const message = `The key "${template}" differs only in case from "${alike}", which is held here. Ask its sender to publish under a key of its own.`;
  return [fault("TEMPLATE_KEYS_ALIKE", "template", message)];
}

/** Releases that are held here with another content: neither can give way. */
function objectionsToReleases({ releases }: TemplateFile, held: StoredTemplate | null): Finding[] {
  const hashes = new Map(held?.releases.map(({ version, contentHash }) => [version, contentHash]));
  return releases.flatMap(({ content: { release }, contentHash, organization }) => {
    if ((hashes.get(release) ?? contentHash) === contentHash) return [];
    const message = `Release ${release} is held here with another content, and a release is never changed. Ask ${organization} to publish theirs under a number of its own.`;
    return [fault("RELEASE_DIFFERS", `releases.${release}`, message)];
  });
}

function planRelease(
  { content, organization, publishedAt, publishedBy, signature }: FileRelease,
  held: StoredTemplate | null,
): PlannedRelease {
  const isHeld = held?.releases.some(({ version }) => version === content.release) === true;
  return {
    version: content.release,
    standing: isHeld ? "alike" : "added",
    organization,
    publishedAt,
    publishedBy,
    fingerprint: signature.key,
  };
}

interface Signed {
  readonly file: TemplateFile;
  readonly releases: readonly PlannedRelease[];
  readonly organizationId: string | null;
}

async function planKeys(
  { database }: RequestContext,
  { file, releases, organizationId }: Signed,
): Promise<
  | { readonly kind: "planned"; readonly keys: readonly PlannedKey[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
> {
  const own = new Set(
    (await listSigningKeys(database, organizationId)).map(({ fingerprint }) => fingerprint),
  );
  const decided = new Map(
    (await listTrustedKeys(database, organizationId)).map((key) => [key.fingerprint, key]),
  );
  const refused = file.keys.filter(({ fingerprint }) => decided.get(fingerprint)?.isTrusted === false);
  if (refused.length > 0)
    return { kind: "refused", findings: refused.map((key) => distrusted(key, decided)) };
  const standingOf = (fingerprint: string): PlannedKey["standing"] => {
    if (own.has(fingerprint)) return "own";
    return decided.has(fingerprint) ? "trusted" : "unknown";
  };
  const added = releases.filter(({ standing }) => standing === "added");
  const keys = file.keys.flatMap((key): PlannedKey[] => {
    const signed = added.findLast(({ fingerprint }) => fingerprint === key.fingerprint);
    if (signed === undefined) return [];
    const standing = standingOf(key.fingerprint);
    return [{ ...key, ...showFingerprint(key.fingerprint), claimedName: signed.organization, standing }];
  });
  return { kind: "planned", keys };
}

function distrusted(
  { fingerprint }: { readonly fingerprint: string },
  decided: ReadonlyMap<string, { readonly claimedName: string; readonly decidedBy: string }>,
): Finding {
  const { claimedName, decidedBy } = decided.get(fingerprint) ?? { claimedName: "", decidedBy: "" };
  const words = showFingerprint(fingerprint).words.slice(0, 4).join(" ");
  const message = `The key "${words} …" of ${claimedName} is no longer trusted here: ${decidedBy} decided so. Ask them which key is theirs now, or trust it again on the page of keys.`;
  return fault("TEMPLATE_FILE_KEY_DISTRUSTED", "keys", message);
}
