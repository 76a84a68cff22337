import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { requireSite } from "#server/modules/sites/index.ts";
import { write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { findDifference, insertContribution } from "./contribution.store.ts";

/** Something that a site does differently, to be proposed to the template's owner. */
export interface ProposeAdaptation {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly adaptationId: string;
  /** What the owner should know. */
  readonly note?: string | null;
}

export type ProposeAdaptationOutcome =
  | { readonly kind: "proposed"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const LONGEST = 2_000;

/** Proposes to the template's owner what a site does differently, as it is now. */
export async function proposeAdaptation(
  ctx: RequestContext,
  input: ProposeAdaptation,
): Promise<ProposeAdaptationOutcome> {
  const site = await requireSite(ctx, input.siteId, "site.adapt");
  const difference = await findDifference(ctx.database, { siteId: site.id, id: input.adaptationId });
  if (difference === null) throw notFound("adaptation");
  const note = input.note?.trim() ? input.note.trim() : null;
  if (note !== null && note.length > LONGEST)
    return refused(
      "PROPOSAL_NOTE_TOO_LONG",
      "note",
      "The note is longer than 2,000 characters. Say it more briefly.",
    );
  const { jurisdictionId, templateId, releaseId } = site;
  const change = {
    useCase: "proposeAdaptation",
    jurisdictionId,
    siteId: site.id,
    input,
    onBrokenConstraint: { contribution_is_proposed_once: proposedBefore },
  };
  return await write<ProposeAdaptationOutcome>(ctx, change, async (tx) => {
    const proposedBy = ctx.actor?.name ?? "";
    await insertContribution(tx.database, {
      ...difference,
      siteName: site.name,
      templateId,
      releaseId,
      note,
      proposedBy,
    });
    await tx.summarize({ section: difference.section, key: difference.key, field: difference.field });
    return { kind: "proposed", siteId: site.id };
  });
}

function proposedBefore(): ProposeAdaptationOutcome {
  const message = "This was proposed before and is not answered yet.";
  return refused("PROPOSED_BEFORE", "adaptation", message);
}

function refused(code: string, path: string, message: string): ProposeAdaptationOutcome {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}
