import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";

import { checkOwner } from "./check-site.ts";
import { kept } from "./make-site.ts";
import { requireSiteWithContent } from "./site.reads.ts";
import { replaceOwner, type SiteOwner } from "./site.store.ts";

/** Who fills an owner role at a site from now on. */
export interface NameSiteOwner extends SiteOwner {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
}

export type NameSiteOwnerOutcome =
  | { readonly kind: "named"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Names who fills an owner role at a site: the items of that role are then theirs. */
export async function nameSiteOwner(
  ctx: RequestContext,
  input: NameSiteOwner,
): Promise<NameSiteOwnerOutcome> {
  const site = await requireSiteWithContent(ctx, input.siteId, "checklist.update");
  const findings = checkOwner(input, site.content);
  if (findings.length > 0) return { kind: "refused", findings };
  const owner = { ownerRole: input.ownerRole, name: input.name.trim(), email: kept(input.email) };
  const { jurisdictionId } = site;
  return await write<NameSiteOwnerOutcome>(
    ctx,
    { useCase: "nameSiteOwner", jurisdictionId, siteId: site.id, input },
    async (tx) => {
      await replaceOwner(tx.database, site, owner);
      await tx.summarize({ ownerRole: owner.ownerRole, name: owner.name });
      return { kind: "named", siteId: site.id };
    },
  );
}
