import { explainDifference } from "@frontstep/domain/sites";
import { type Finding, hasErrors, todayIn } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { findAdaptationPlace, listLedger, placeOf, replaceLedger } from "./adaptation.store.ts";
import { recordOf, type SaidReason } from "./said-reason.ts";
import { requireSiteWithContent } from "./site.reads.ts";
import { updateSite } from "./site.store.ts";

/** What is said about a difference that a site has, in the place of what was said before. */
export interface ExplainAdaptation extends SaidReason {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly adaptationId: string;
  readonly expectedRevision: number;
}

export type ExplainAdaptationOutcome =
  | { readonly kind: "explained"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Says why a site does something differently, who decided, and when the steering committee did. */
export async function explainAdaptation(
  ctx: RequestContext,
  input: ExplainAdaptation,
): Promise<ExplainAdaptationOutcome> {
  const site = await requireSiteWithContent(ctx, input.siteId, "site.adapt");
  requireRevision(site, input.expectedRevision);
  const place = await findAdaptationPlace(ctx.database, site, input.adaptationId);
  if (place === null) throw notFound("difference");
  const held = await listLedger(ctx.database, site.id);
  const today = todayIn(site.timeZone, new Date());
  const { record, findings } = explainDifference(place, { said: recordOf(input), today });
  if (hasErrors(findings)) return { kind: "refused", findings };
  const { jurisdictionId } = site;
  const change = {
    useCase: "explainAdaptation",
    jurisdictionId,
    siteId: site.id,
    reason: record.reason,
    input,
  };
  return await write<ExplainAdaptationOutcome>(ctx, change, async (tx) => {
    const isSaved = await updateSite(tx.database, site, {});
    requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
    const entries = held.map((entry) =>
      placeOf(entry) === placeOf(place) ? { ...entry, ...record } : entry,
    );
    await replaceLedger(tx.database, site, entries);
    await tx.summarize({ key: place.key, section: place.section });
    return { kind: "explained", siteId: site.id };
  });
}
