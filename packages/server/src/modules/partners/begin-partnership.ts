import { checkStageDay, type PartnershipStage } from "@frontstep/domain/partners";
import { type Finding, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";

import {
  agreementOf,
  checkDeliverable,
  findingsOf,
  type SignedAgreement,
  tidiedDeliverable,
} from "./check-partnership.ts";
import type { DescribedPartnership } from "./describe-partnership.ts";
import { currentPartnership, requireOrganization, requirePartneredSite } from "./partner.reads.ts";
import {
  insertAgreement,
  insertPartnership,
  type KeptPartnership,
  listPartnerships,
} from "./partnership.store.ts";
import type { PartneredSite } from "./partnered-site.store.ts";
import { recordStage } from "./partnership-terms.store.ts";

export interface BeginPartnership {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly organizationId: string;
  readonly partnerRoleKey: string;
  readonly stage: PartnershipStage;
  /** The first day of the stage; today at the site unless said. */
  readonly since?: string | null;
  readonly deliverable?: string | null;
  /** What is signed already, if anything. */
  readonly agreement?: SignedAgreement | null;
  readonly idempotencyKey?: string | null;
}

export type BeginPartnershipOutcome =
  | { readonly kind: "begun"; readonly partnership: DescribedPartnership }
  | { readonly kind: "alreadyBegun"; readonly partnership: DescribedPartnership }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Gives an organization a role at a site, with what is signed already. */
export async function beginPartnership(
  ctx: RequestContext,
  input: BeginPartnership,
): Promise<BeginPartnershipOutcome> {
  const { jurisdictionId, siteId } = input;
  authorize(ctx, "partner.manage", { jurisdictionId, siteId });
  const [site, organization] = await Promise.all([
    requirePartneredSite(ctx, siteId),
    requireOrganization(ctx, input.organizationId),
  ]);
  const since = (input.since as PlainDate | null | undefined) ?? todayIn(site.timeZone, new Date());
  const findings = check(input, site);
  if (findings.length > 0) return { kind: "refused", findings };
  const partnership: KeptPartnership = {
    id: newId(),
    jurisdictionId,
    siteId,
    organizationId: organization.id,
    organization,
    partnerRoleKey: input.partnerRoleKey,
    stage: input.stage,
    agreements: input.agreement ? [{ ...agreementOf(input.agreement), id: newId(), revision: 1 }] : [],
    deliverable: tidiedDeliverable(input.deliverable),
    endedOn: null,
    stages: [{ stage: input.stage, since }],
    certificates: [],
    revision: 1,
  };
  const of = { jurisdictionId, siteId, organizationId: organization.id };
  const onBrokenConstraint = { partnership_is_begun_once: () => alreadyBegun(ctx, partnership) };
  const change = { useCase: "beginPartnership", ...of, input, onBrokenConstraint };
  return await write<BeginPartnershipOutcome>(ctx, change, async (tx) => {
    await insertPartnership(tx.database, partnership);
    for (const stage of partnership.stages) await recordStage(tx.database, partnership, stage);
    for (const agreement of partnership.agreements)
      await insertAgreement(tx.database, partnership, agreement);
    await tx.summarize({
      organization: organization.publicName,
      role: input.partnerRoleKey,
      stage: input.stage,
    });
    const inside = { ...ctx, database: tx.database };
    return { kind: "begun", partnership: await currentPartnership(inside, jurisdictionId, partnership.id) };
  });
}

async function alreadyBegun(ctx: RequestContext, wanted: KeptPartnership): Promise<BeginPartnershipOutcome> {
  const there = await listPartnerships(ctx.database, { siteIds: [wanted.siteId] });
  const same = there.find(
    ({ organizationId, partnerRoleKey, stage }) =>
      organizationId === wanted.organizationId &&
      partnerRoleKey === wanted.partnerRoleKey &&
      stage !== "ended",
  );
  return {
    kind: "alreadyBegun",
    partnership: await currentPartnership(ctx, wanted.jurisdictionId, same?.id ?? wanted.id),
  };
}

function check(input: BeginPartnership, site: PartneredSite): Finding[] {
  const today = todayIn(site.timeZone, new Date());
  const isNamed = site.partnerRoles.some(({ key }) => key === input.partnerRoleKey);
  return [
    ...(isNamed
      ? []
      : [error("PARTNER_ROLE_UNKNOWN", "partnerRoleKey", "Choose a role that this site's design has.")]),
    ...(site.isClosed ? [error("SITE_CLOSED", "siteId", "This site is closed. Choose an open site.")] : []),
    ...(input.stage === "ended"
      ? [error("PARTNERSHIP_ENDED", "stage", "Choose a stage before the end.")]
      : []),
    ...(input.since ? checkStageDay([], input.since as PlainDate, today) : []),
    ...checkDeliverable(input.deliverable),
    ...(input.agreement ? findingsOf(input.agreement, today) : []),
  ];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
