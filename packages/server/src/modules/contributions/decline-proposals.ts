import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { findOpen, listTemplates, saveAnswers } from "./contribution.store.ts";

/** Proposals that a template's owner does not take. */
export interface DeclineProposals {
  readonly idempotencyKey?: string | null;
  readonly proposalIds: readonly string[];
  /** Told to the cities that proposed it. */
  readonly answer: string;
}

export type DeclineProposalsOutcome =
  | { readonly kind: "declined"; readonly declinedCount: number }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const SHORTEST = 3;
const LONGEST = 2_000;
const MOST = 500;

/** Says no to proposals of one template, with an answer that their cities see. */
export async function declineProposals(
  ctx: RequestContext,
  input: DeclineProposals,
): Promise<DeclineProposalsOutcome> {
  authorize(ctx, "proposal.answer", "anywhere");
  const open = await findOpen(ctx.database, input.proposalIds.slice(0, MOST));
  const [template, second] = await listTemplates(ctx.database, [
    ...new Set(open.map(({ templateId }) => templateId)),
  ]);
  if (template === undefined) throw notFound("proposal");
  if (second !== undefined)
    return refused("PROPOSALS_OF_SEVERAL", "proposals", "Answer the proposals for one template at a time.");
  const organizationId = template.organizationId ?? undefined;
  authorize(ctx, "proposal.answer", { organizationId });
  const answer = input.answer.trim();
  if (answer.length < SHORTEST || answer.length > LONGEST)
    return refused("PROPOSAL_ANSWER_MISSING", "answer", "Say in 3 to 2,000 characters why it is not taken.");
  const change = {
    useCase: "declineProposals",
    jurisdictionId: PLATFORM,
    organizationId,
    reason: answer,
    input,
  };
  return await write<DeclineProposalsOutcome>(ctx, change, async (tx) => {
    const ids = open.map(({ id }) => id);
    const declinedCount = await saveAnswers(tx.database, ids, {
      status: "declined",
      answer,
      by: ctx.actor.name,
    });
    await tx.summarize({ template: template.key, declinedCount });
    return { kind: "declined", declinedCount };
  });
}

function refused(code: string, path: string, message: string): DeclineProposalsOutcome {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}
