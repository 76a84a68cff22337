import { type ProposedChange, takeChange } from "@frontstep/domain/contributions";
import type { Finding } from "@frontstep/domain/shared";
import type { DraftConflict } from "@frontstep/domain/template-drafts";

import { authorize, type RequestContext } from "#server/context.ts";
import { changeDraftAlongside, draftToChange } from "#server/modules/template-drafts/index.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { nameOfProposal } from "./contribution.reads.ts";
import {
  type Contribution,
  findOpen,
  listTemplates,
  type NamedTemplate,
  saveAnswers,
} from "./contribution.store.ts";

/** Proposals of one change that the template's owner takes. */
export interface TakeProposals {
  readonly idempotencyKey?: string | null;
  readonly proposalIds: readonly string[];
  /** Told to the cities that proposed it. */
  readonly answer?: string | null;
}

export type TakeProposalsOutcome =
  | { readonly kind: "taken"; readonly takenCount: number; readonly draftId: string | null }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const LONGEST = 2_000;
const MOST = 500;

/**
 * Takes a proposed change into the draft of the template's next release, and answers its proposals so: one change
 * set. Where nobody has begun a draft it begins one. When cities that made the change come to the release, their
 * difference dissolves.
 */
export async function takeProposals(
  ctx: RequestContext,
  input: TakeProposals,
): Promise<TakeProposalsOutcome> {
  authorize(ctx, "proposal.answer", "anywhere");
  const open = await findOpen(ctx.database, input.proposalIds.slice(0, MOST));
  const [first, ...others] = open.toSorted(
    (one, other) => one.proposedAt.getTime() - other.proposedAt.getTime(),
  );
  if (first === undefined) throw notFound("proposal");
  const isOneChange = others.every(
    (other) => other.templateId === first.templateId && nameOfProposal(other) === nameOfProposal(first),
  );
  if (!isOneChange)
    return refused("PROPOSALS_DIFFER", "proposals", "Take one change into the draft at a time.");
  const [template] = await listTemplates(ctx.database, [first.templateId]);
  if (template === undefined) throw notFound("template");
  const answer = input.answer?.trim() ? input.answer.trim() : null;
  if (answer !== null && answer.length > LONGEST)
    return refused("PROPOSAL_ANSWER_TOO_LONG", "answer", "The answer is longer than 2,000 characters.");
  return await takeInto(ctx, { input, open, proposed: changeOf(first), template, answer });
}

interface Taking {
  readonly input: TakeProposals;
  readonly open: readonly Contribution[];
  readonly proposed: ProposedChange;
  readonly template: NamedTemplate;
  readonly answer: string | null;
}

async function takeInto(
  ctx: RequestContext,
  { input, open, proposed, template, answer }: Taking,
): Promise<TakeProposalsOutcome> {
  const { organizationId, key: templateKey } = template;
  authorize(ctx, "proposal.answer", { organizationId: organizationId ?? undefined });
  if (organizationId === null) return refused("PROPOSAL_OF_PLATFORM", "proposals", withoutDraft);
  const draft = await draftToChange(ctx, { templateKey, organizationId });
  const change = {
    useCase: "takeProposals",
    jurisdictionId: PLATFORM,
    organizationId,
    ...(answer === null ? {} : { reason: answer }),
    input,
    onBrokenConstraint: { template_draft_template_key_key: begunMeanwhile },
  };
  return await write<TakeProposalsOutcome>(ctx, change, async (tx) => {
    const by = ctx.actor.name;
    const { draftId, conflicts, findings } = await changeDraftAlongside(tx, draft, {
      by,
      change: (held) => takeChange(held, proposed),
    });
    if (findings.length > 0) return { kind: "refused", findings };
    if (conflicts.length > 0) return { kind: "refused", findings: conflicts.map(inConflict) };
    const ids = open.map(({ id }) => id);
    const takenCount = await saveAnswers(tx.database, ids, {
      status: "taken",
      answer,
      by,
      takenInto: draftId,
    });
    await tx.summarize({ template: templateKey, takenCount, section: proposed.section, key: proposed.key });
    return { kind: "taken", takenCount, draftId };
  });
}

const withoutDraft =
  "This template came with Frontstep and has no draft here. Give it into the care of an organization, whose authors then take the change, or decline with an answer.";

function changeOf({ section, key, field, change, fromRelease, toLocal }: Contribution): ProposedChange {
  return {
    section,
    key,
    field,
    change,
    fromRelease: fromRelease ?? undefined,
    toLocal: toLocal ?? undefined,
  };
}

const sentences: Readonly<Record<DraftConflict["kind"], string>> = {
  bothChanged:
    "The draft says something else here by now. Decide in the draft which it is to be; once it says what the cities do, take the proposal again.",
  partChanged:
    "The draft changes the part that the cities left out. Take it out in the draft if it is to go, and take the proposal again.",
  partGone:
    "The draft does not have this part any longer. Decline with that as the answer, or put it back there.",
};

function inConflict({ kind, section, key, field }: DraftConflict): Finding {
  const path = [section, key, field].filter((step) => step !== undefined).join(".");
  return { code: "PROPOSAL_AGAINST_DRAFT", severity: "error", path, message: sentences[kind] };
}

function begunMeanwhile(): TakeProposalsOutcome {
  const message = "Somebody began a draft of this template just now. Take the proposal again.";
  return refused("DRAFT_BEGUN_BEFORE", "proposals", message);
}

function refused(code: string, path: string, message: string): TakeProposalsOutcome {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}
