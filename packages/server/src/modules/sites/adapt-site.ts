import { adaptContent, findCoreTouched, type AdaptationRequest } from "@frontstep/domain/sites";
import { hasErrors, todayIn, type Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { listLedger, replaceLedger } from "./adaptation.store.ts";
import { keptLedger } from "./kept-ledger.ts";
import { alignChecklist } from "./planned-checklist.store.ts";
import { requireSiteWithContent } from "./site.reads.ts";
import { findRelease, updateSite } from "./site.store.ts";

/** Parts of its design that a site leaves out or changes after it was opened. */
export interface AdaptSite {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly expectedRevision: number;
  readonly adaptations: readonly AdaptationRequest[];
}

export type AdaptSiteOutcome =
  | { readonly kind: "adapted"; readonly siteId: string; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Records what a site does differently from its release, each with its reason, and changes its design so. */
export async function adaptSite(ctx: RequestContext, input: AdaptSite): Promise<AdaptSiteOutcome> {
  const site = await requireSiteWithContent(ctx, input.siteId, "site.adapt");
  requireRevision(site, input.expectedRevision);
  const adapted = adaptContent(site.content, input.adaptations);
  const findings = [...adapted.findings, ...findCoreTouched(adapted.adaptations)];
  if (hasErrors(findings)) return { kind: "refused", findings };
  const [release, held] = await Promise.all([
    findRelease(ctx.database, site.releaseId),
    listLedger(ctx.database, site.id),
  ]);
  if (release === null) throw notFound("release");
  const { jurisdictionId } = site;
  const change = {
    useCase: "adaptSite",
    jurisdictionId,
    siteId: site.id,
    reason: input.adaptations[0]?.reason,
    input,
  };
  const today = todayIn(site.timeZone, new Date());
  return await write<AdaptSiteOutcome>(ctx, change, async (tx) => {
    const isSaved = await updateSite(tx.database, site, { content: adapted.content });
    requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
    const recorded = adapted.adaptations.map((adaptation) => ({ ...adaptation, decidedOn: today }));
    const sources = { ledgers: [recorded, held], on: today };
    await replaceLedger(tx.database, site, keptLedger(release.content, adapted.content, sources));
    await alignChecklist(tx.database, site, adapted.content.checklistItems);
    await tx.summarize({
      parts: adapted.adaptations.map(({ key, change: kind, touchesCore }) => ({
        key,
        change: kind,
        touchesCore,
      })),
    });
    return { kind: "adapted", siteId: site.id, findings };
  });
}
