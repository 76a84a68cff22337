import { type Finding, hasErrors, plainDateOf } from "@frontstep/domain/shared";
import { checkRelease, releaseOfDraft } from "@frontstep/domain/template-drafts";
import { parseReleaseVersion, type TemplateContent } from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import {
  checkDocument,
  describeRelease,
  findTemplate,
  objectionsTo,
  type PublishReleaseOutcome,
  putRelease,
  recordOf,
  type StoredTemplate,
} from "#server/modules/templates/index.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { requireDraft } from "./require-draft.ts";
import { findDraft, removeDraft, type StoredDraft } from "./template-draft.store.ts";

/** A draft to publish. */
export interface PublishTemplateDraft {
  readonly idempotencyKey?: string | null;
  readonly draftId: string;
  /** What is published is what was looked at. */
  readonly expectedRevision: number;
  /** The number of the release: the proposed one, or a higher one. */
  readonly version: string;
}

/**
 * Publishes a draft as the next release of its template, for good, and ends the draft: one change set. Refused with
 * findings while the content is not sound, says no reason for a change, or the number is too low for what changed.
 */
export async function publishTemplateDraft(
  ctx: RequestContext,
  input: PublishTemplateDraft,
): Promise<PublishReleaseOutcome> {
  const draft = await requireDraft(ctx, "template.author", (database) => findDraft(database, input.draftId));
  const { organizationId, revision, as } = draft;
  requireRevision(draft, input.expectedRevision);
  const held = await findTemplate(ctx.database, draft.templateKey);
  const content = await contentToPublish(ctx, { draft, held, version: input.version });
  if ("findings" in content) return { kind: "refused", findings: content.findings };
  const record = recordOf("publishTemplateDraft", input, organizationId);
  return await write<PublishReleaseOutcome>(ctx, record, async (tx) => {
    const release = await putRelease(tx, { content, held, organizationId, by: as.actor.name });
    const isRemoved = await removeDraft(tx.database, draft);
    requireRevision({ revision: isRemoved ? revision : -1 }, revision);
    return { kind: "published", release: describeRelease(ctx, release) };
  });
}

interface Publishing {
  readonly draft: StoredDraft;
  readonly held: StoredTemplate | null;
  readonly version: string;
}

async function contentToPublish(
  ctx: RequestContext,
  { draft, held, version }: Publishing,
): Promise<TemplateContent | { readonly findings: readonly Finding[] }> {
  const { organizationId } = draft;
  authorize(ctx, "template.publish", { organizationId });
  const release = asRelease(draft, held?.releases[0], version);
  if ("findings" in release) return release;
  const { content, findings } = await checkDocument(ctx, release);
  if (content === null) return { findings };
  const objections = objectionsTo(content, held, organizationId);
  return objections.length > 0 ? { findings: objections } : content;
}

/** The draft as it would stand in the catalogue, or what keeps it from that whatever its content is. */
function asRelease(
  draft: StoredDraft,
  newest: StoredTemplate["releases"][number] | undefined,
  version: string,
): TemplateContent | { readonly findings: readonly Finding[] } {
  if (isBehind(draft, newest)) return { findings: [behind(newest?.version ?? "")] };
  const standing = { content: draft.content, base: draft.base ?? undefined };
  const findings = checkRelease(standing);
  if (hasErrors(findings)) return { findings };
  const day = plainDateOf(new Date().toISOString().slice(0, 10));
  const number = newest === undefined ? undefined : parseReleaseVersion(newest.version);
  return releaseOfDraft(standing, { newest: number, version, day });
}

/** Whether another release than the one that the draft changes is the newest. */
export function isBehind(
  { baseReleaseId }: StoredDraft,
  newest: StoredTemplate["releases"][number] | undefined,
): boolean {
  return (newest?.id ?? null) !== baseReleaseId;
}

/** A release that was published past the draft, which the draft knows nothing of. */
export function behind(version: string): Finding {
  const message = `Release ${version} was published past this draft, which does not hold its changes. Take it into the draft first.`;
  return { code: "DRAFT_BEHIND_RELEASE", severity: "error", path: "", message };
}
