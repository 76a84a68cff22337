import { type Certificate, type CertificateKind, checkCertificate } from "@frontstep/domain/partners";
import { type Finding, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import type { DescribedPartnership } from "./describe-partnership.ts";
import { currentPartnership, requirePartneredSite, requirePartnership } from "./partner.reads.ts";
import { deleteCertificate, insertCertificate } from "./partnership-terms.store.ts";

export interface RecordCertificate {
  readonly jurisdictionId: string;
  readonly partnershipId: string;
  readonly kind: CertificateKind;
  /** The last day on which it holds. */
  readonly validThrough: string;
  /** Takes one back that was recorded by mistake. */
  readonly isMistake?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export type RecordCertificateOutcome =
  | { readonly kind: "recorded"; readonly partnership: DescribedPartnership }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Records until when a paper of the organization holds. The paper itself and what it says of people are not kept. */
export async function recordCertificate(
  ctx: RequestContext,
  input: RecordCertificate,
): Promise<RecordCertificateOutcome> {
  const { jurisdictionId, partnershipId } = input;
  const partnership = await requirePartnership(ctx, jurisdictionId, { id: partnershipId });
  const { siteId, organization } = partnership;
  authorize(ctx, "partner.manage", { jurisdictionId, siteId });
  const { timeZone } = await requirePartneredSite(ctx, siteId);
  const certificate: Certificate = { kind: input.kind, validThrough: input.validThrough as PlainDate };
  const findings = input.isMistake ? [] : checkCertificate(certificate, todayIn(timeZone, new Date()));
  if (findings.length > 0) return { kind: "refused", findings };
  const change = {
    useCase: "recordCertificate",
    jurisdictionId,
    siteId,
    organizationId: organization.id,
    input,
  };
  return await write<RecordCertificateOutcome>(ctx, change, async (tx) => {
    if (!input.isMistake) await insertCertificate(tx.database, partnership, certificate);
    else if (!(await deleteCertificate(tx.database, partnership, certificate))) throw notFound("certificate");
    await tx.summarize({
      organization: organization.publicName,
      certificate: input.kind,
      isMistake: input.isMistake === true,
    });
    const inside = { ...ctx, database: tx.database };
    return {
      kind: "recorded",
      partnership: await currentPartnership(inside, jurisdictionId, partnershipId),
    };
  });
}
