import { authorize, type RequestContext } from "#server/context.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { agreementOf, type SignedAgreement } from "./check-partnership.ts";
import type { DescribedPartnership } from "./describe-partnership.ts";
import { requirePartnership } from "./partner.reads.ts";
import { type KeptAgreement, updateAgreement } from "./partnership.store.ts";
import { type NotSigned, obstacleTo, writeAgreement } from "./sign-agreement.ts";

export interface CorrectAgreement extends SignedAgreement {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  readonly idempotencyKey?: string | null;
}

export type CorrectAgreementOutcome =
  { readonly kind: "corrected"; readonly partnership: DescribedPartnership } | NotSigned;

/** Puts right an agreement that was recorded wrongly, or ends it early. */
export async function correctAgreement(
  ctx: RequestContext,
  input: CorrectAgreement,
): Promise<CorrectAgreementOutcome> {
  const { jurisdictionId, id } = input;
  const partnership = await requirePartnership(ctx, jurisdictionId, { agreementId: id });
  authorize(ctx, "partner.manage", { jurisdictionId, siteId: partnership.siteId });
  const current = partnership.agreements.find((agreement) => agreement.id === id);
  if (!current) throw notFound("agreement");
  requireRevision(current, input.expectedRevision);
  const agreement: KeptAgreement = { ...agreementOf(input), id, revision: current.revision };
  const obstacle = await obstacleTo(ctx, partnership, agreement);
  if (obstacle) return obstacle;
  const writing = { useCase: "correctAgreement", kind: "corrected", input, partnership, agreement } as const;
  return await writeAgreement(ctx, writing, async (tx) => {
    const done = await updateAgreement(tx.database, jurisdictionId, agreement);
    requireRevision({ revision: done ? current.revision : -1 }, current.revision);
  });
}
