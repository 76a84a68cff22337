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
  return await write<PublishReleaseOutcome>(ctx, recordOf(input, content), async (tx) => {
    const head: ReleaseHead = {
      id: newId(),
      version: content.release,
      contentHash: hash,
      changes: content.changes,
      publishedAt: new Date(),
      publishedBy: ctx.actor.name,
    };
    const templateId = await saveTemplate(tx, {
      content,
      held,
      organizationId: input.organizationId ?? null,
    });
    await insertRelease(tx.database, { ...head, templateId, content });
    await tx.summarize({ template: content.template, release: content.release, name: content.name });
    return { kind: "published", release: describeRelease(ctx, { ...head, withdrawal: null }) };
  });
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

function recordOf(
  input: PublishRelease,
  { release }: TemplateContent,
): Parameters<typeof write<PublishReleaseOutcome>>[1] {
  const message = `Someone else published release ${release} just now. Load the template again and give yours the next number.`;
  const lateness = (): PublishReleaseOutcome =>
    refused([{ code: "RELEASE_NOT_NEWER", severity: "error", path: "release", message }]);
  return {
    useCase: "publishRelease",
    jurisdictionId: PLATFORM,
    input,
    ...(input.organizationId ? { organizationId: input.organizationId } : {}),
    onBrokenConstraint: { template_key_key: lateness, release_template_id_version_key: lateness },
  };
}

interface Saving {
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
