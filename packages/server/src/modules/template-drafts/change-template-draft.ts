import type { Finding } from "@frontstep/domain/shared";
import {
  applyEdits,
  type DraftConflict,
  type DraftEdit,
  parseDraftEdits,
} from "@frontstep/domain/template-drafts";

import type { RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { requireDraft } from "./require-draft.ts";
import { findDraft, holdDraft, saveDraft } from "./template-draft.store.ts";

/** Changes to make in a draft, each with what its author saw. */
export interface ChangeTemplateDraft {
  readonly idempotencyKey?: string | null;
  readonly draftId: string;
  readonly edits: readonly unknown[];
}

export type ChangeTemplateDraftOutcome =
  | { readonly kind: "changed"; readonly draftId: string; readonly conflicts: readonly DraftConflict[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Makes changes in a draft. What two authors changed apart from each other comes together; what they changed
 * differently is left as it is and told with both values. When a value does not fit, nothing is changed.
 */
export async function changeTemplateDraft(
  ctx: RequestContext,
  input: ChangeTemplateDraft,
): Promise<ChangeTemplateDraftOutcome> {
  const { draftId } = input;
  const { as, organizationId, templateKey } = await requireDraft(ctx, "template.author", (database) =>
    findDraft(database, draftId),
  );
  const parsed = parseDraftEdits(input.edits);
  if (parsed.kind === "unreadable") return { kind: "refused", findings: parsed.findings };
  const change = { useCase: "changeTemplateDraft", jurisdictionId: PLATFORM, organizationId, input };
  return await write<ChangeTemplateDraftOutcome>(ctx, change, async (tx) => {
    const held = await holdDraft(tx.database, draftId);
    if (held === null) throw notFound("draft");
    const applied = applyEdits({ content: held.content, base: held.base ?? undefined }, parsed.edits);
    if (applied.findings.length > 0) return { kind: "refused", findings: applied.findings };
    const { content, conflicts } = applied;
    if (conflicts.length < parsed.edits.length) {
      const isSaved = await saveDraft(tx.database, held, { content, updatedBy: as.actor.name });
      requireRevision({ revision: isSaved ? held.revision : -1 }, held.revision);
      await tx.summarize({ template: templateKey, name: content.name, ...summaryOf(parsed.edits) });
    }
    return { kind: "changed", draftId, conflicts };
  });
}

/** How many edits of which kind: enough to find one again in the record. */
function summaryOf(edits: readonly DraftEdit[]) {
  return {
    edits: Object.fromEntries([...Map.groupBy(edits, ({ kind }) => kind)].map(([k, of]) => [k, of.length])),
  };
}
