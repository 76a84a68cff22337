import type { Finding } from "@frontstep/domain/shared";
import {
  checkContent,
  compareReleaseVersions,
  contentHash,
  parseReleaseVersion,
  parseTemplateContent,
  type TemplateContent,
} from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import { newId, PLATFORM, type Transaction, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { indicatorCatalogue } from "./indicator.reads.ts";
import type { Localized } from "./localize-content.ts";
import { sha256 } from "./sha256.ts";
import { describeRelease } from "./template.reads.ts";
import {
  findTemplate,
  insertRelease,
  insertTemplate,
  type ListedRelease,
  type ReleaseHead,
  type StoredTemplate,
  updateTemplate,
} from "./template.store.ts";

/** A release to publish. */
export interface PublishRelease {
  readonly document: unknown;
  /** The organization whose template it is; left out for one of the platform's. */
  readonly organizationId?: string | null;
  readonly idempotencyKey?: string | null;
}

export type PublishReleaseOutcome =
  | { readonly kind: "published"; readonly release: Localized<ListedRelease> }
  | { readonly kind: "unchanged"; readonly release: Localized<ListedRelease> }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Publishes a release of a template, for good. The same document a second time changes nothing. */
export async function publishRelease(
  ctx: RequestContext,
  input: PublishRelease,
): Promise<PublishReleaseOutcome> {
  authorize(ctx, "template.publish", input.organizationId ? { organizationId: input.organizationId } : {});
  const checked = await checkDocument(ctx, input.document);
  if (checked.content === null) return refused(checked.findings);
  const content = checked.content;
  const held = await findTemplate(ctx.database, content.template);
  const same = held?.releases.find(({ version }) => version === content.release);
  const hash = contentHash(content, sha256);
  if (same?.contentHash === hash) return { kind: "unchanged", release: describeRelease(ctx, same) };
  const objections = objectionsTo(content, held, input.organizationId ?? null);
  if (objections.length > 0) return refused(objections);
  const { organizationId = null } = input;
  return await write<PublishReleaseOutcome>(
    ctx,
    recordOf("publishRelease", input, organizationId),
    async (tx) => {
      const release = await putRelease(tx, { content, held, organizationId, by: ctx.actor.name });
      return { kind: "published", release: describeRelease(ctx, release) };
    },
  );
}

/** Puts a release that was found to be whole into the catalogue, for good, as a part of a write. */
export async function putRelease(
  tx: Transaction,
  { by, ...saving }: Saving & { readonly by: string },
): Promise<ListedRelease> {
  const { content } = saving;
  const head: ReleaseHead = {
    id: newId(),
    version: content.release,
    contentHash: contentHash(content, sha256),
    changes: content.changes,
    publishedAt: new Date(),
    publishedBy: by,
  };
  const templateId = await saveTemplate(tx, saving);
  await insertRelease(tx.database, { ...head, templateId, content });
  await tx.summarize({ template: content.template, release: content.release, name: content.name });
  return { ...head, withdrawal: null };
}

/** Reads a document and says what keeps it from being published. */
export async function checkDocument(
  ctx: RequestContext,
  document: unknown,
): Promise<{ readonly content: TemplateContent | null; readonly findings: readonly Finding[] }> {
  const parsed = parseTemplateContent(document);
  if (parsed.kind === "unreadable") return { content: null, findings: parsed.findings };
  const findings = checkContent(parsed.content, await indicatorCatalogue(ctx));
  const isWhole = findings.every(({ severity }) => severity !== "error");
  return { content: isWhole ? parsed.content : null, findings };
}

/** Why a whole content cannot be the next release of what is held. */
export function objectionsTo(
  { template, release }: TemplateContent,
  held: StoredTemplate | null,
  organizationId: string | null,
): Finding[] {
  if (held === null) return [];
  if (held.organizationId !== organizationId) {
    const message = `The key "${template}" belongs to another organization's template. Give yours a key of its own.`;
    return [{ code: "TEMPLATE_OF_OTHERS", severity: "error", path: "template", message }];
  }
  const newest = held.releases[0];
  if (newest === undefined || isNewer(release, newest.version)) return [];
  const message = `${newest.version} is published and is never changed. Give this content a higher number than ${newest.version}.`;
  return [{ code: "RELEASE_NOT_NEWER", severity: "error", path: "release", message }];
}

function isNewer(wanted: string, held: string): boolean {
  const [left, right] = [parseReleaseVersion(wanted), parseReleaseVersion(held)];
  return left !== undefined && right !== undefined && compareReleaseVersions(left, right) > 0;
}

function refused(findings: readonly Finding[]): PublishReleaseOutcome {
  return { kind: "refused", findings };
}

/** The record of a publication, under which somebody quicker is told of. */
export function recordOf(
  useCase: string,
  // As it came in: a call that is repeated under its key is known by it.
  input: Pick<PublishRelease, "idempotencyKey">,
  organizationId: string | null,
): Parameters<typeof write<PublishReleaseOutcome>>[1] {
  const message =
    "Someone else published this release just now. Load the template again and give yours the next number.";
  const lateness = (): PublishReleaseOutcome =>
    refused([{ code: "RELEASE_NOT_NEWER", severity: "error", path: "release", message }]);
  return {
    useCase,
    jurisdictionId: PLATFORM,
    input,
    ...(organizationId ? { organizationId } : {}),
    onBrokenConstraint: { template_key_key: lateness, release_template_id_version_key: lateness },
  };
}

/** A release to keep, and the template that it is of; none when it is the first. */
export interface Saving {
  readonly content: TemplateContent;
  readonly held: StoredTemplate | null;
  readonly organizationId: string | null;
}

async function saveTemplate(tx: Transaction, { content, held, organizationId }: Saving): Promise<string> {
  const { name, summary, siteKind, template: key } = content;
  if (held === null) {
    const id = newId();
    await insertTemplate(tx.database, {
      id,
      key,
      organizationId,
      siteKind,
      name,
      summary,
      revision: 1,
    });
    return id;
  }
  const { id, revision } = held;
  const done = await updateTemplate(tx.database, { id, revision, siteKind, name, summary });
  requireRevision({ revision: done ? revision : -1 }, revision);
  return id;
}
