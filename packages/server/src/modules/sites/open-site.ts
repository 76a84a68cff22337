import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { type Change, newId, write } from "#server/persistence/write.ts";

import { makeSite, summaryOf } from "./make-site.ts";
import { type OpenSite, planSite } from "./plan-site.ts";
import { removeDraft } from "./site-draft.store.ts";

export type OpenSiteOutcome =
  | { readonly kind: "opened"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Opens a site: makes everything that the preview shows, in one transaction. */
export async function openSite(ctx: RequestContext, input: OpenSite): Promise<OpenSiteOutcome> {
  const planned = await planSite(ctx, input);
  if (!planned.canOpen) return { kind: "refused", findings: planned.findings };
  const siteId = newId();
  const change: Change<OpenSiteOutcome> = {
    useCase: "openSite",
    jurisdictionId: input.jurisdictionId,
    siteId,
    input,
    onBrokenConstraint: { site_jurisdiction_id_name_key: nameTaken },
  };
  return await write<OpenSiteOutcome>(ctx, change, async (tx) => {
    const site = await makeSite(tx, { planned, siteId });
    if (input.draftId && ctx.actor)
      await removeDraft(tx.database, { accountId: ctx.actor.accountId, id: input.draftId });
    await tx.summarize(summaryOf(planned));
    return { kind: "opened", siteId: site.id };
  });
}

function nameTaken(): OpenSiteOutcome {
  const message = "This jurisdiction already has a site of this name. Give this one another name.";
  return {
    kind: "refused",
    findings: [{ code: "SITE_NAME_TAKEN", severity: "error", path: "name", message }],
  };
}
