import { type Finding, hasErrors, todayIn } from "@frontstep/domain/shared";
import { type AdaptableSection, explainDifference, ledger, writeOwnPart } from "@frontstep/domain/sites";

import type { RequestContext } from "#server/context.ts";
import { indicatorCatalogue } from "#server/modules/templates/index.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { type LedgerEntry, listLedger, replaceLedger } from "./adaptation.store.ts";
import { keptLedger } from "./kept-ledger.ts";
import { alignChecklist } from "./planned-checklist.store.ts";
import { recordOf, type SaidReason } from "./said-reason.ts";
import { requireSiteWithContent } from "./site.reads.ts";
import { findRelease, updateSite } from "./site.store.ts";

/** A part that the template does not have, with why the site has it. */
export interface SaveOwnPart extends SaidReason {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly expectedRevision: number;
  readonly section: AdaptableSection;
  /** Of a part of its own that is written anew. */
  readonly key?: string | null;
  readonly value: Readonly<Record<string, unknown>>;
}

export type SaveOwnPartOutcome =
  | { readonly kind: "saved"; readonly siteId: string; readonly key: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Writes a part of its own into a site's design: it is on the checklist, the roster or among the goals at once. */
export async function saveOwnPart(ctx: RequestContext, input: SaveOwnPart): Promise<SaveOwnPartOutcome> {
  const site = await requireSiteWithContent(ctx, input.siteId, "site.adapt");
  requireRevision(site, input.expectedRevision);
  const [release, held, catalogue] = await Promise.all([
    findRelease(ctx.database, site.releaseId),
    listLedger(ctx.database, site.id),
    indicatorCatalogue(ctx),
  ]);
  if (release === null) throw notFound("release");
  const own = { section: input.section, key: input.key ?? undefined, value: input.value };
  const outcome = writeOwnPart(site.content, own, { release: release.content, catalogue });
  if (outcome.kind === "refused") return outcome;
  const { content, part } = outcome;
  const today = todayIn(site.timeZone, new Date());
  const place = { section: input.section, key: part.key, field: undefined };
  const { record, findings } = explainDifference(place, { said: recordOf(input), today });
  if (hasErrors(findings)) return { kind: "refused", findings };
  const { jurisdictionId } = site;
  const change = {
    useCase: "saveOwnPart",
    jurisdictionId,
    siteId: site.id,
    reason: record.reason,
    input,
  };
  return await write<SaveOwnPartOutcome>(ctx, change, async (tx) => {
    const isSaved = await updateSite(tx.database, site, { content });
    requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
    const said = ledger(release.content, content)
      .filter(({ section, key }) => section === place.section && key === part.key)
      .map((difference): LedgerEntry => ({ ...difference, ...record, decidedOn: today }));
    const sources = { ledgers: [said, held], on: today };
    await replaceLedger(tx.database, site, keptLedger(release.content, content, sources));
    await alignChecklist(tx.database, site, content.checklistItems);
    await tx.summarize({ section: place.section, key: part.key });
    return { kind: "saved", siteId: site.id, key: part.key };
  });
}
