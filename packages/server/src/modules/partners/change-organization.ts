import { checkOrganization } from "@frontstep/domain/partners";
import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { type OrganizationDescription, profileOf } from "./add-organization.ts";
import { type Organization, updateOrganization } from "./organization.store.ts";
import { keeperOf, requireOrganization } from "./partner.reads.ts";

export interface ChangeOrganization extends OrganizationDescription {
  readonly id: string;
  readonly expectedRevision: number;
  readonly idempotencyKey?: string | null;
}

export type ChangeOrganizationOutcome =
  | { readonly kind: "changed"; readonly organization: Organization }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Changes the record of an organization: by its own people, or by the city that recorded it until they come. */
export async function changeOrganization(
  ctx: RequestContext,
  input: ChangeOrganization,
): Promise<ChangeOrganizationOutcome> {
  const current = await requireOrganization(ctx, input.id);
  authorize(ctx, "organization.manage", keeperOf(current));
  requireRevision(current, input.expectedRevision);
  const profile = profileOf(input);
  const findings = checkOrganization(profile);
  if (findings.length > 0) return { kind: "refused", findings };
  const jurisdictionId =
    ctx.hat === "organization" ? PLATFORM : (current.createdByJurisdictionId ?? PLATFORM);
  const change = { useCase: "changeOrganization", jurisdictionId, organizationId: current.id, input };
  return await write<ChangeOrganizationOutcome>(ctx, change, async (tx) => {
    const done = await updateOrganization(tx.database, {
      id: current.id,
      revision: current.revision,
      profile,
    });
    requireRevision({ revision: done ? current.revision : -1 }, current.revision);
    await tx.summarize({ organization: profile.publicName });
    return { kind: "changed", organization: { ...current, ...profile, revision: current.revision + 1 } };
  });
}
