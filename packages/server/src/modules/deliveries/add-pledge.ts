import { checkPledge, type Pledge } from "@frontstep/domain/partners";
import { type Finding, type PeriodKind, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { requirePartneredSite, requirePartnership } from "#server/modules/partners/index.ts";
import { newId, write } from "#server/persistence/write.ts";

import { requirePledge, type ShownPledge, showPledge } from "./pledge.reads.ts";
import { insertPledge } from "./pledge.store.ts";

/** What is promised, as a person says it; the API has already read the days. */
export interface PledgeWords {
  readonly title: string;
  readonly unit: string;
  readonly amountPerPeriod: number;
  readonly periodKind: PeriodKind;
  readonly startsOn: string;
  readonly endsOn?: string | null;
}

export interface AddPledge extends PledgeWords {
  readonly jurisdictionId: string;
  readonly partnershipId: string;
  readonly idempotencyKey?: string | null;
}

export type AddPledgeOutcome =
  | { readonly kind: "added"; readonly pledge: ShownPledge }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Records what the organization of a partnership promises for each period. */
export async function addPledge(ctx: RequestContext, input: AddPledge): Promise<AddPledgeOutcome> {
  const { jurisdictionId, partnershipId } = input;
  const { siteId, stage, organization } = await requirePartnership(ctx, jurisdictionId, {
    id: partnershipId,
  });
  authorize(ctx, "partner.manage", { jurisdictionId, siteId });
  const site = await requirePartneredSite(ctx, siteId);
  const pledge = pledgeOf(input);
  const findings = checkPledge(pledge, todayIn(site.timeZone, new Date()));
  if (stage === "ended") findings.push(partnershipEnded);
  if (findings.length > 0) return { kind: "refused", findings };
  const id = newId();
  const change = { useCase: "addPledge", jurisdictionId, siteId, organizationId: organization.id, input };
  return await write<AddPledgeOutcome>(ctx, change, async (tx) => {
    await insertPledge(tx.database, { jurisdictionId, siteId, partnershipId, id }, pledge);
    await tx.summarize({ organization: organization.publicName, title: pledge.title });
    const added = await requirePledge({ ...ctx, database: tx.database }, jurisdictionId, { id });
    return { kind: "added", pledge: showPledge(added) };
  });
}

/** A pledge as the domain knows it. */
export function pledgeOf({
  title,
  unit,
  amountPerPeriod,
  periodKind,
  startsOn,
  endsOn,
}: PledgeWords): Pledge {
  return {
    title: title.normalize("NFC").trim(),
    unit: unit.normalize("NFC").trim(),
    amountPerPeriod,
    periodKind,
    startsOn: startsOn as PlainDate,
    endsOn: (endsOn as PlainDate | null | undefined) ?? null,
  };
}

const partnershipEnded: Finding = {
  code: "PARTNERSHIP_ENDED",
  severity: "error",
  path: "partnershipId",
  message: "This partnership has ended. Begin a new one and record the promise there.",
};
