import { agreementInTheWay, checkAgreement } from "@frontstep/domain/partners";
import { todayIn, type Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { newId, type Transaction, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { agreementOf, type SignedAgreement } from "./check-partnership.ts";
import type { DescribedPartnership } from "./describe-partnership.ts";
import { currentPartnership, requirePartneredSite, requirePartnership } from "./partner.reads.ts";
import { recordStage } from "./partnership-terms.store.ts";
import {
  insertAgreement,
  type KeptAgreement,
  type KeptPartnership,
  updatePartnership,
} from "./partnership.store.ts";

export interface SignAgreement extends SignedAgreement {
  readonly jurisdictionId: string;
  readonly partnershipId: string;
  readonly idempotencyKey?: string | null;
}

/** Why an agreement is not on the record. */
export type NotSigned =
  | { readonly kind: "overlaps"; readonly other: KeptAgreement }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

export type SignAgreementOutcome =
  { readonly kind: "signed"; readonly partnership: DescribedPartnership } | NotSigned;

/** Records what was signed: the first agreement of a partnership, or a renewal. */
export async function signAgreement(
  ctx: RequestContext,
  input: SignAgreement,
): Promise<SignAgreementOutcome> {
  const { jurisdictionId, partnershipId } = input;
  const partnership = await requirePartnership(ctx, jurisdictionId, { id: partnershipId });
  authorize(ctx, "partner.manage", { jurisdictionId, siteId: partnership.siteId });
  const agreement: KeptAgreement = { ...agreementOf(input), id: newId(), revision: 1 };
  const obstacle = await obstacleTo(ctx, partnership, agreement);
  if (obstacle) return obstacle;
  const writing = { useCase: "signAgreement", kind: "signed", input, partnership, agreement } as const;
  return await writeAgreement(ctx, writing, async (tx) => {
    await insertAgreement(tx.database, partnership, agreement);
    if (!isOnTheWay(partnership)) return;
    const done = await updatePartnership(tx.database, { ...partnership, stage: "agreed" });
    requireRevision({ revision: done ? partnership.revision : -1 }, partnership.revision);
    const { timeZone } = await requirePartneredSite({ ...ctx, database: tx.database }, partnership.siteId);
    await recordStage(tx.database, partnership, { stage: "agreed", since: todayIn(timeZone, new Date()) });
  });
}

/** A partnership that was still being talked about is agreed once something is signed. */
function isOnTheWay({ stage }: KeptPartnership): boolean {
  return stage === "identified" || stage === "inTalks";
}

/** What stands against an agreement of a partnership; `undefined` when nothing does. */
export async function obstacleTo(
  ctx: RequestContext,
  partnership: KeptPartnership,
  agreement: KeptAgreement,
): Promise<NotSigned | undefined> {
  if (partnership.stage === "ended") return { kind: "refused", findings: [ended] };
  const site = await requirePartneredSite(ctx, partnership.siteId);
  const findings = checkAgreement(agreement, todayIn(site.timeZone, new Date()));
  if (findings.length > 0) return { kind: "refused", findings };
  const others = partnership.agreements.filter(({ id }) => id !== agreement.id);
  const other = agreementInTheWay(agreement, others);
  return other ? { kind: "overlaps", other } : undefined;
}

/** What writing an agreement came to. */
type Written<Kind extends string> =
  { readonly kind: Kind; readonly partnership: DescribedPartnership } | NotSigned;

interface Writing<Kind extends string> {
  readonly useCase: string;
  readonly kind: Kind;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly partnership: KeptPartnership;
  readonly agreement: KeptAgreement;
}

/** Writes an agreement; when another request was a moment earlier, tells which agreement is in the way. */
export async function writeAgreement<Kind extends string>(
  ctx: RequestContext,
  { useCase, kind, input, partnership, agreement }: Writing<Kind>,
  act: (tx: Transaction) => Promise<void>,
): Promise<Written<Kind>> {
  const { jurisdictionId, siteId, id, organization } = partnership;
  const tell = async (): Promise<NotSigned> => {
    const now = await requirePartnership(ctx, jurisdictionId, { id });
    return (await obstacleTo(ctx, now, agreement)) ?? { kind: "refused", findings: [moved] };
  };
  const onBrokenConstraint = { agreement_one_at_a_time: tell };
  const change = {
    useCase,
    jurisdictionId,
    siteId,
    organizationId: organization.id,
    input,
    onBrokenConstraint,
  };
  return await write<Written<Kind>>(ctx, change, async (tx) => {
    await act(tx);
    const { kind: agreed, startsOn, endsOn } = agreement;
    await tx.summarize({ organization: organization.publicName, agreement: agreed, startsOn, endsOn });
    const inside = { ...ctx, database: tx.database };
    return { kind, partnership: await currentPartnership(inside, jurisdictionId, id) };
  });
}

const ended: Finding = {
  code: "PARTNERSHIP_ENDED",
  severity: "error",
  path: "partnershipId",
  message: "This partnership has ended. Begin a new one and record the agreement there.",
};

const moved: Finding = {
  code: "AGREEMENT_MOVED",
  severity: "error",
  path: "startsOn",
  message: "Someone changed the agreements at the same moment. Try once more.",
};
