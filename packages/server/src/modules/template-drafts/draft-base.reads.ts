import { localize } from "@frontstep/domain/shared";
import { contentSections, diffContent, type TemplateContent } from "@frontstep/domain/templates";
import type { MergeConflict } from "@frontstep/domain/upgrades";

import type { RequestContext } from "#server/context.ts";
import {
  findContents,
  type PartNotes,
  partNotes,
  questionOf,
  releaseNotes,
  showChanges,
  showConflict,
  type UpgradeDecision,
  type ValueWriter,
  valueWriter,
} from "#server/modules/upgrades/index.ts";
import { notFound } from "#server/refusal.ts";

import {
  type BasePlan,
  type BaseReleaseWanted,
  findBase,
  findOwnReleases,
  planBaseRelease,
} from "./plan-base-release.ts";
import type { StoredDraft } from "./template-draft.store.ts";

/** The template that a draft extends, with how much of it is taken over; null when it extends none that is here. */
export async function draftBase(ctx: RequestContext, draft: Pick<StoredDraft, "content">) {
  const found = await findBase(ctx, draft);
  if (found === null) return null;
  const { template, from, later } = found;
  const content = (await findContents(ctx.database, [from.id])).get(from.id);
  if (content === undefined) throw notFound("release");
  return {
    templateKey: template.key,
    name: localize(template.name, ctx.language),
    version: from.version,
    newer: later.filter(({ isWithdrawn }) => !isWithdrawn).reverse(),
    ...countParts(content, draft.content),
  };
}

/** Releases of the draft's own template that were published past it, newest first. */
export async function releasesPastDraft(
  ctx: RequestContext,
  draft: Pick<StoredDraft, "templateKey" | "baseReleaseId">,
) {
  const found = await findOwnReleases(ctx, draft);
  return found === null ? [] : found.later.toReversed();
}

/** How many parts of the base are as there, said differently, or left out, and how many the draft has of its own. */
function countParts(base: TemplateContent, own: TemplateContent) {
  const differences = diffContent(base, own);
  const count = (kind: (typeof differences)[number]["kind"]) =>
    differences.filter((difference) => difference.kind === kind).length;
  const all = contentSections.reduce((sum, section) => sum + base[section].length, 0);
  const [changed, leftOut] = [count("changed"), count("removed")];
  return {
    inheritedCount: all - changed - leftOut,
    changedCount: changed,
    leftOutCount: leftOut,
    ownCount: count("added"),
  };
}

/** What taking a newer release would come to, with its questions. */
export async function baseReleasePreview(ctx: RequestContext, wanted: BaseReleaseWanted) {
  const asked = await planBaseRelease(ctx, { ...wanted, decisions: [] });
  const decided = wanted.decisions.length === 0 ? asked : await planBaseRelease(ctx, wanted);
  const { draft, isOwn, from, to, passed, contents, base, incoming } = asked;
  const notes = partNotes(passed, contents, ctx.language);
  const writer = valueWriter(ctx.language, [decided.merge.content, draft.content, base, incoming]);
  return {
    draftId: draft.id,
    draftRevision: draft.revision,
    isOwn,
    templateName: localize(incoming.name, ctx.language),
    from,
    to,
    notes: releaseNotes(passed, contents, ctx.language),
    changes: showChanges(decided.merge.changes, writer, notes),
    questions: showQuestions(asked, { decided, decisions: wanted.decisions, writer, notes }),
    isReady: decided.merge.conflicts.length === 0,
  };
}

interface Answered {
  readonly decided: BasePlan;
  readonly decisions: readonly UpgradeDecision[];
  readonly writer: ValueWriter;
  readonly notes: PartNotes;
}

/** Every question: those raised at first, and those that only an answer to another raised. */
function showQuestions(asked: BasePlan, { decided, decisions, writer, notes }: Answered) {
  const raised = new Set(asked.merge.conflicts.map(questionOf));
  const later = decided.merge.conflicts.filter((conflict) => !raised.has(questionOf(conflict)));
  const open = new Set(decided.merge.conflicts.map(questionOf));
  const given = new Map(decisions.map((decision) => [decision.question, decision]));
  return [...asked.merge.conflicts, ...later].map((conflict: MergeConflict) => {
    const question = questionOf(conflict);
    const { choice, value } = given.get(question) ?? {};
    const decision = { value: value ?? null, reasonCode: null, reason: null, steeringDecidedOn: null };
    return {
      ...showConflict(conflict, { writer, notes, content: decided.merge.release }),
      // What is core asks a site for its committee's decision; an author decides what a template says.
      isCore: false,
      question,
      decision: choice === undefined ? null : { choice, ...decision },
      isOpen: open.has(question),
    };
  });
}
