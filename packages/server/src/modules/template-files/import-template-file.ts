import type { Finding } from "@frontstep/domain/shared";
import { type FileRelease, signedText } from "@frontstep/domain/template-files";
import { compareReleaseVersions, parseReleaseVersion } from "@frontstep/domain/templates";

import type { ActingContext, RequestContext } from "#server/context.ts";
import { insertRelease, insertTemplate, sha256, updateTemplate } from "#server/modules/templates/index.ts";
import { newId, PLATFORM, type Transaction, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { checkTemplateFile, type FilePlan, type GivenFile } from "./check-template-file.ts";
import { authorizeKeyHolder, placeOf } from "./key-holder.ts";
import { insertSignatures } from "./release-signature.store.ts";
import { insertTrustedKeys } from "./trusted-key.store.ts";

/** A file to bring in, as it was checked, and the keys that the person who brings it in trusts. */
export interface ImportTemplateFile extends GivenFile {
  /** SHA-256 of the file that was checked. */
  readonly checkedSha256: string;
  /** Fingerprints that somebody compared and trusts from now on. */
  readonly trust: readonly string[];
}

export type ImportTemplateFileOutcome =
  | { readonly kind: "imported"; readonly plan: FilePlan }
  | { readonly kind: "unchanged"; readonly plan: FilePlan }
  | { readonly kind: "untrusted"; readonly plan: FilePlan }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const longestImport = 60_000;

/**
 * Brings in the releases of a template file that are not held here yet, in one transaction. A key that nobody here
 * knows is a question first, and who answered it is recorded. The same file a second time changes nothing.
 */
export async function importTemplateFile(
  ctx: RequestContext,
  input: ImportTemplateFile,
): Promise<ImportTemplateFileOutcome> {
  authorizeKeyHolder(ctx, input.organizationId);
  if (input.checkedSha256 !== input.sha256) return refusedAs("FILE_CHANGED");
  const checked = await checkTemplateFile(ctx, input);
  if (checked.kind === "refused") return checked;
  const { plan } = checked;
  if (plan.releases.every(({ standing }) => standing === "alike")) return { kind: "unchanged", plan };
  if (unanswered(plan, input.trust).length > 0) return { kind: "untrusted", plan };
  const lateness = (): ImportTemplateFileOutcome => refusedAs("RACED");
  return await write<ImportTemplateFileOutcome>(
    ctx,
    {
      useCase: "importTemplate",
      jurisdictionId: PLATFORM,
      ...placeOf(input.organizationId),
      timeout: longestImport,
      onBrokenConstraint: {
        template_key_key: lateness,
        release_template_id_version_key: lateness,
        trusted_key_fingerprint_key: lateness,
      },
    },
    async (tx) => {
      const templateId = await saveTemplate(tx, plan, input.organizationId);
      await addReleases(ctx, tx, { plan, templateId });
      await trustKeys(ctx, tx, { plan, organizationId: input.organizationId });
      await tx.summarize(summaryOf(plan));
      return { kind: "imported", plan };
    },
  );
}

function unanswered({ keys }: FilePlan, trust: readonly string[]): string[] {
  return keys
    .filter(({ standing, fingerprint }) => standing === "unknown" && !trust.includes(fingerprint))
    .map(({ fingerprint }) => fingerprint);
}

function addedReleases({ file, releases }: FilePlan): FileRelease[] {
  return file.releases.filter((_, index) => releases[index]?.standing === "added");
}

/** The template's head is that of its newest release, wherever it came from. */
async function saveTemplate(
  tx: Transaction,
  { file, held }: FilePlan,
  organizationId: string | null,
): Promise<string> {
  const newest = file.releases.at(-1)?.content;
  if (newest === undefined) throw new Error("A file that was read holds a release");
  const { name, summary, siteKind, template: key, release } = newest;
  if (held === null) {
    const id = newId();
    await insertTemplate(tx.database, { id, key, organizationId, siteKind, name, summary, revision: 1 });
    return id;
  }
  if (isNewer(release, held.releases[0]?.version)) {
    const { id, revision } = held;
    const done = await updateTemplate(tx.database, { id, revision, siteKind, name, summary });
    requireRevision({ revision: done ? revision : -1 }, revision);
  }
  return held.id;
}

function isNewer(wanted: string, held: string | undefined): boolean {
  const [left, right] = [parseReleaseVersion(wanted), parseReleaseVersion(held ?? "")];
  return left !== undefined && (right === undefined || compareReleaseVersions(left, right) > 0);
}

interface Adding {
  readonly plan: FilePlan;
  readonly templateId: string;
}

async function addReleases(
  { actor }: ActingContext,
  tx: Transaction,
  { plan, templateId }: Adding,
): Promise<void> {
  const publicKeys = new Map(plan.file.keys.map(({ fingerprint, publicKey }) => [fingerprint, publicKey]));
  for (const { signature, ...release } of addedReleases(plan)) {
    const { content, contentHash, organization, publishedAt, publishedBy } = release;
    const id = newId();
    await insertRelease(tx.database, {
      id,
      templateId,
      version: content.release,
      content,
      contentHash,
      changes: content.changes,
      publishedAt: new Date(publishedAt),
      publishedBy,
    });
    await insertSignatures(tx.database, [
      {
        releaseId: id,
        signedHash: sha256(signedText(release)),
        fingerprint: signature.key,
        publicKey: publicKeys.get(signature.key) ?? "",
        signature: signature.value,
        organizationName: organization,
        importedBy: actor.name,
      },
    ]);
  }
}

interface Trusting {
  readonly plan: FilePlan;
  readonly organizationId: string | null;
}

async function trustKeys(
  { actor }: ActingContext,
  tx: Transaction,
  { plan, organizationId }: Trusting,
): Promise<void> {
  const unknown = plan.keys.filter(({ standing }) => standing === "unknown");
  await insertTrustedKeys(
    tx.database,
    unknown.map(({ fingerprint, publicKey, claimedName }) => ({
      id: newId(),
      organizationId,
      fingerprint,
      publicKey,
      claimedName,
      decidedBy: actor.name,
    })),
  );
}

function summaryOf(plan: FilePlan): Readonly<Record<string, unknown>> {
  const added = addedReleases(plan);
  return {
    template: plan.file.template,
    name: added.at(-1)?.content.name,
    releases: added.map(({ content }) => content.release),
    organization: added.at(-1)?.organization,
    file: plan.sha256,
  };
}

const sentences = {
  FILE_CHANGED: "This is not the file that was looked at. Choose it once more and look at what it would add.",
  RACED: "Somebody else brought in or published the same just now. Choose the file once more.",
} as const;

function refusedAs(code: keyof typeof sentences): ImportTemplateFileOutcome {
  const finding = { severity: "error", path: "file", message: sentences[code] } as const;
  return { kind: "refused", findings: [{ code: `TEMPLATE_FILE_${code}`, ...finding }] };
}
