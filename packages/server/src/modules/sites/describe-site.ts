import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { type Change, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { checkDescription, type SiteDescription } from "./check-site.ts";
import { describedSite } from "./make-site.ts";
import { requireSite } from "./site.reads.ts";
import { updateSite } from "./site.store.ts";

/** What a site is called, where it is and who lives there. */
export interface DescribeSite extends SiteDescription {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly expectedRevision: number;
}

export type DescribeSiteOutcome =
  | { readonly kind: "described"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Changes what a site is called, where it is, or how many people live there. */
export async function describeSite(ctx: RequestContext, input: DescribeSite): Promise<DescribeSiteOutcome> {
  const site = await requireSite(ctx, input.siteId, "site.plan");
  requireRevision(site, input.expectedRevision);
  const findings = checkDescription(input);
  if (findings.length > 0) return { kind: "refused", findings };
  const change: Change<DescribeSiteOutcome> = {
    useCase: "describeSite",
    jurisdictionId: site.jurisdictionId,
    siteId: site.id,
    input,
    onBrokenConstraint: { site_jurisdiction_id_name_key: nameTaken },
  };
  return await write<DescribeSiteOutcome>(ctx, change, async (tx) => {
    const isSaved = await updateSite(tx.database, site, describedSite(input));
    requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
    await tx.summarize({ name: input.name.trim() });
    return { kind: "described", siteId: site.id };
  });
}

function nameTaken(): DescribeSiteOutcome {
  const message = "This jurisdiction already has a site of this name. Give this one another name.";
  return {
    kind: "refused",
    findings: [{ code: "SITE_NAME_TAKEN", severity: "error", path: "name", message }],
  };
}
