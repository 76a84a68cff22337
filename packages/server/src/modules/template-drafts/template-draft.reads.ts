import { type Finding, localize } from "@frontstep/domain/shared";
import {
  checkDraft,
  checkRelease,
  type Draft,
  type DraftConflict,
  type DraftDifference,
  draftDifferences,
  proposedVersion,
} from "@frontstep/domain/template-drafts";
import {
  type ContentPart,
  type ContentSection,
  contentSections,
  parseReleaseVersion,
  partForm,
  type TemplateContent,
} from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import { findTemplate, indicatorCatalogue, type StoredTemplate } from "#server/modules/templates/index.ts";
import { type ValueWriter, valueWriter } from "#server/modules/upgrades/index.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";

import type { ChangeTemplateDraftOutcome } from "./change-template-draft.ts";
import { behind, isBehind } from "./publish-template-draft.ts";
import { requireDraft } from "./require-draft.ts";
import {
  countSites,
  countUses,
  findDraft,
  listOwnTemplates,
  type OwnTemplateRow,
  type StoredDraft,
} from "./template-draft.store.ts";

export type OwnTemplate = Omit<OwnTemplateRow, "name"> & { readonly name: string };

/** The templates of the organizations that one writes for, by key, with the drafts that are being worked on. */
export async function ownTemplates(
  ctx: RequestContext,
  page: { first?: number | null; after?: string | null },
): Promise<Page<OwnTemplate>> {
  authorize(ctx, "template.author", "anywhere");
  const organizationIds = ctx.actor.memberships.flatMap(({ role, scope }) =>
    role === "templateAuthor" && scope.kind === "organization" ? scope.organizationId : [],
  );
  const request = pageRequest(page);
  const found = await listOwnTemplates(ctx.database, organizationIds, request);
  const rows = found.rows.map((row) => ({ ...row, name: localize(row.name, ctx.language) }));
  return toPage(request, { rows, totalCount: found.totalCount }, ({ key }) => [key]);
}

/** A draft with what differs from the release before, what is to be said about it, and its number as a release. */
export async function templateDraft(ctx: RequestContext, id: string) {
  const draft = await requireDraft(ctx, "template.author", (database) => findDraft(database, id));
  return await showDraft(ctx, draft);
}

/** A draft as it is shown. */
export type ShownDraft = Awaited<ReturnType<typeof showDraft>>;

async function showDraft(ctx: RequestContext, stored: StoredDraft) {
  const draft: Draft = { content: stored.content, base: stored.base ?? undefined };
  const [held, catalogue, uses, siteCount] = await Promise.all([
    findTemplate(ctx.database, stored.templateKey),
    indicatorCatalogue(ctx),
    usesOf(ctx, stored),
    countSites(ctx.database, stored.templateKey),
  ]);
  return {
    ...stored,
    name: localize(stored.content.name, ctx.language),
    document: stored.content,
    siteCount,
    findings: checkDraft({ ...draft, catalogue, uses }),
    ...asNext(stored, draft, held?.releases[0]),
    ...inWords(ctx, draft),
  };
}

/** What the draft would be as the next release. */
function asNext(stored: StoredDraft, draft: Draft, newest: StoredTemplate["releases"][number] | undefined) {
  const newestVersion = newest?.version ?? null;
  const lateness: Finding[] = isBehind(stored, newest) ? [behind(newestVersion ?? "")] : [];
  return {
    newestVersion,
    proposedVersion: proposedVersion(draft, newest && parseReleaseVersion(newest.version)),
    level: draftDifferences(draft).level,
    releaseFindings: [...lateness, ...checkRelease(draft)],
  };
}

/** What sites use of the parts that are taken out; nobody is asked when none is. */
async function usesOf(ctx: RequestContext, { content, base, templateKey }: StoredDraft) {
  const hasRemoved = draftDifferences({ content, base: base ?? undefined }).parts.some(
    ({ kind }) => kind === "removed",
  );
  return hasRemoved ? await countUses(ctx.database, templateKey) : new Map<string, number>();
}

function inWords(ctx: RequestContext, { content, base }: Draft) {
  const writer = valueWriter(ctx.language, base === undefined ? [content] : [content, base]);
  const { parts, reordered, head } = draftDifferences({ content, base });
  const field = (name: string, before: unknown, after: unknown) => ({
    name,
    label: writer.field(name) ?? name,
    before: writer.value(name, valueIn(before, name)),
    after: writer.value(name, valueIn(after, name)),
  });
  return {
    changes: parts.map((difference) => ({
      section: difference.section,
      key: difference.key,
      was: difference.was ?? null,
      title: writer.title(difference.section, difference.key),
      kind: difference.kind,
      level: difference.level,
      note: noteOf(content, difference),
      fields: difference.fields.map((name) => {
        const { section, key, was } = difference;
        return field(name, partIn(base, section, was ?? key), partIn(content, section, key));
      }),
    })),
    reordered,
    head: head.map((name) => field(name, base, content)),
  };
}

function valueIn(part: unknown, name: string): unknown {
  return typeof part === "object" && part !== null
    ? new Map<string, unknown>(Object.entries(part)).get(name)
    : undefined;
}

function partIn(content: TemplateContent | undefined, section: ContentSection, key: string) {
  return content?.[section].find((part: ContentPart) => part.key === key);
}

function noteOf(content: TemplateContent, { section, key }: DraftDifference) {
  return content.changeNotes?.find((note) => note.section === section && note.key === key)?.text ?? null;
}

/** The form in which the parts of each section are written, in the reader's language. */
export function partForms(ctx: RequestContext) {
  authorize(ctx, "template.read", "anywhere");
  const writer: ValueWriter = valueWriter(ctx.language, []);
  return contentSections.map((section) => ({
    section,
    fields: partForm(section).map(({ choices, minimum, maximum, refersTo, ...field }) => ({
      ...field,
      label: writer.field(field.name) ?? field.name,
      minimum: minimum ?? null,
      maximum: maximum ?? null,
      refersTo: refersTo ?? null,
      choices: choices.map((value) => ({ value, label: writer.value(field.name, value) ?? value })),
    })),
  }));
}

/** The same outcome with the draft that it was about, as it is now. */
export async function withDraft<T extends { readonly kind: string }>(ctx: RequestContext, done: Promise<T>) {
  const outcome = await done;
  if (!("draftId" in outcome) || typeof outcome.draftId !== "string") return outcome;
  return { ...outcome, draft: await templateDraft(ctx, outcome.draftId) };
}

/** The same outcome with the draft, and with its conflicts in words. */
export async function withConflicts(ctx: RequestContext, done: Promise<ChangeTemplateDraftOutcome>) {
  const outcome = await done;
  if (outcome.kind === "refused") return outcome;
  const draft = await templateDraft(ctx, outcome.draftId);
  const writer = valueWriter(ctx.language, [draft.content]);
  const conflicts = outcome.conflicts.map((conflict) => conflictInWords(conflict, writer));
  return { ...outcome, draft, conflicts };
}

/** A value in each of its languages, since a conflict may be about one of them. */
function inLanguages(writer: ValueWriter, field: string | undefined, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const texts = typeof value === "object" && "en" in value ? Object.values(value) : [];
  return texts.length > 0 ? texts.map(String).join(" / ") : writer.value(field, value);
}

function conflictInWords(conflict: DraftConflict, writer: ValueWriter) {
  const { section, key, field, theirs, yours } = conflict;
  return {
    ...conflict,
    title: section === undefined || key === undefined ? null : writer.title(section, key),
    label: writer.field(field),
    theirsInWords: inLanguages(writer, field, theirs),
    yoursInWords: inLanguages(writer, field, yours),
  };
}
