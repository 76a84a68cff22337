import { isKey, type Finding, type LocalizedText } from "@frontstep/domain/shared";
import { copiedDraft, emptyDraft, extendingDraft, nextDraft } from "@frontstep/domain/template-drafts";
import { parseTemplateContent, type SiteKind, type TemplateContent } from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import { findReleaseContent, findTemplate, type StoredTemplate } from "#server/modules/templates/index.ts";
import { newId, PLATFORM, write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { insertDraft, type StoredDraft } from "./template-draft.store.ts";

/** A draft to begin: of the next release of a template, or of a template that is new. */
export interface StartTemplateDraft {
  readonly idempotencyKey?: string | null;
  readonly organizationId: string;
  /** Of the template: one that the organization has, or a key of its own for a new one. */
  readonly templateKey: string;
  /** Of a new template only. */
  readonly name?: LocalizedText | null;
  /** The template that a new one begins as a copy of; it begins empty when left out. */
  readonly copyOf?: string | null;
  /** Whether a new one extends the template that it begins as, and so is offered its releases. */
  readonly isExtending?: boolean | null;
  /** Of a new template that begins empty. */
  readonly siteKind?: SiteKind | null;
}

export type StartTemplateDraftOutcome =
  | { readonly kind: "started"; readonly draftId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Begins a draft of the next release of a template that the organization has, or of a new template. */
export async function startTemplateDraft(
  ctx: RequestContext,
  input: StartTemplateDraft,
): Promise<StartTemplateDraftOutcome> {
  const { organizationId, templateKey } = input;
  authorize(ctx, "template.author", { organizationId });
  const by = ctx.actor.name;
  const held = await findTemplate(ctx.database, templateKey);
  if (held !== null && held.organizationId !== organizationId) return keyTaken();
  const content = held === null ? await newContent(ctx, input) : (await newestContent(ctx, held)).content;
  if ("findings" in content) return { kind: "refused", findings: content.findings };
  const baseReleaseId = held?.releases[0]?.id ?? null;
  const change = {
    useCase: "startTemplateDraft",
    jurisdictionId: PLATFORM,
    organizationId,
    input,
    onBrokenConstraint: { template_draft_template_key_key: () => begunBefore(held !== null) },
  };
  return await write<StartTemplateDraftOutcome>(ctx, change, async (tx) => {
    const draftId = newId();
    const draft = { id: draftId, organizationId, templateKey, content, baseReleaseId };
    await insertDraft(tx.database, { ...draft, createdBy: by, updatedBy: by });
    await tx.summarize({ template: templateKey, name: content.name });
    return { kind: "started", draftId };
  });
}

type Beginning = TemplateContent | { readonly findings: readonly Finding[] };

/** What the draft of a template's next release begins as. */
export async function newestContent(
  ctx: RequestContext,
  { releases: [newest] }: StoredTemplate,
): Promise<Pick<StoredDraft, "base" | "baseReleaseId" | "content">> {
  const base = newest === undefined ? null : await findReleaseContent(ctx.database, newest.id);
  if (base === null || newest === undefined) throw notFound("release");
  return { base, baseReleaseId: newest.id, content: nextDraft(base) };
}

async function newContent(
  ctx: RequestContext,
  { templateKey: key, name, copyOf, isExtending, siteKind }: StartTemplateDraft,
): Promise<Beginning> {
  if (!isKey(key)) {
    const message =
      "A key is made of letters, digits and single hyphens and starts with a letter: csp-riverside.";
    return { findings: [{ code: "DRAFT_KEY_INVALID", severity: "error", path: "templateKey", message }] };
  }
  if (!name?.en.trim()) {
    const message = "Give the template a name in English.";
    return { findings: [{ code: "DRAFT_NAME_MISSING", severity: "error", path: "name", message }] };
  }
  const beginAs = isExtending ? extendingDraft : copiedDraft;
  const begun = copyOf
    ? beginAs(await copiedContent(ctx, copyOf), { key, name })
    : emptyDraft({ key, name, siteKind: siteKind ?? "other" });
  const parsed = parseTemplateContent(begun);
  return parsed.kind === "parsed" ? parsed.content : { findings: parsed.findings };
}

async function copiedContent(ctx: RequestContext, key: string): Promise<TemplateContent> {
  const newest = (await findTemplate(ctx.database, key))?.releases[0];
  const content = newest === undefined ? null : await findReleaseContent(ctx.database, newest.id);
  if (content === null) throw notFound("template");
  return content;
}

function keyTaken(): StartTemplateDraftOutcome {
  const message = "Another template has this key. Give yours a key of its own.";
  return {
    kind: "refused",
    findings: [{ code: "DRAFT_KEY_TAKEN", severity: "error", path: "templateKey", message }],
  };
}

function begunBefore(isOwn: boolean): StartTemplateDraftOutcome {
  if (!isOwn) return keyTaken();
  const message = "Somebody began a draft of this template already. Load the page again and go on with it.";
  return {
    kind: "refused",
    findings: [{ code: "DRAFT_BEGUN_BEFORE", severity: "error", path: "templateKey", message }],
  };
}
