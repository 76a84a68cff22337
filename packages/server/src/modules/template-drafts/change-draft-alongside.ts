import type { AppliedEdits, Draft } from "@frontstep/domain/template-drafts";
import { sameValue } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { findTemplate } from "#server/modules/templates/index.ts";
import { newId, type Transaction } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { newestContent } from "./start-template-draft.ts";
import { findDraftOf, holdDraft, insertDraft, saveDraft, type StoredDraft } from "./template-draft.store.ts";

/** The draft of a template as it is, or as it would begin. */
export interface DraftToChange {
  readonly templateKey: string;
  readonly organizationId: string;
  /** Null when nobody has begun one. */
  readonly held: StoredDraft | null;
  readonly begun: Pick<StoredDraft, "content" | "base" | "baseReleaseId">;
}

/** The draft of a template that is to be changed with something else; what it would begin as where there is none. */
export async function draftToChange(
  ctx: RequestContext,
  { templateKey, organizationId }: Pick<DraftToChange, "templateKey" | "organizationId">,
): Promise<DraftToChange> {
  authorize(ctx, "template.author", { organizationId });
  const held = await findDraftOf(ctx.database, templateKey);
  if (held !== null) return { templateKey, organizationId, held, begun: held };
  const template = await findTemplate(ctx.database, templateKey);
  if (template === null) throw notFound("template");
  const { content, base, baseReleaseId } = await newestContent(ctx, template);
  return { templateKey, organizationId, held, begun: { content, base, baseReleaseId } };
}

/** What came of it: the draft's id, null when nothing had to be changed and nobody has begun one. */
export interface ChangedAlongside extends AppliedEdits {
  readonly draftId: string | null;
}

/** Changes a draft as a part of a write; begins it when there is none. What is in conflict or faulty is not saved. */
export async function changeDraftAlongside(
  tx: Transaction,
  draft: DraftToChange,
  { by, change }: { readonly by: string; readonly change: (draft: Draft) => AppliedEdits },
): Promise<ChangedAlongside> {
  const held = draft.held === null ? null : await holdDraft(tx.database, draft.held.id);
  if (draft.held !== null && held === null) throw notFound("draft");
  const { content, base } = held ?? draft.begun;
  const applied = change({ content, base: base ?? undefined });
  const isToSave = applied.conflicts.length + applied.findings.length === 0;
  if (!isToSave || sameValue(content, applied.content)) return { ...applied, draftId: held?.id ?? null };
  return { ...applied, draftId: await putDraft(tx, { ...draft, held, content: applied.content, by }) };
}

interface DraftToPut extends DraftToChange {
  readonly content: StoredDraft["content"];
  readonly by: string;
}

async function putDraft(tx: Transaction, { held, begun, by, ...draft }: DraftToPut): Promise<string> {
  const { content, organizationId, templateKey } = draft;
  if (held !== null) {
    const isSaved = await saveDraft(tx.database, held, { content, updatedBy: by });
    requireRevision({ revision: isSaved ? held.revision : -1 }, held.revision);
    return held.id;
  }
  const id = newId();
  const { baseReleaseId } = begun;
  const columns = { id, organizationId, templateKey, content, baseReleaseId, createdBy: by, updatedBy: by };
  await insertDraft(tx.database, columns);
  return id;
}
