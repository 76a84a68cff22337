import { type Finding, todayIn } from "@frontstep/domain/shared";
import { revertDifference } from "@frontstep/domain/upgrades";

import type { RequestContext } from "#server/context.ts";
import {
  alignChecklist,
  findAdaptationPlace,
  findRelease,
  keptLedger,
  listLedger,
  placeOf,
  replaceLedger,
  requireSiteWithContent,
  updateSite,
} from "#server/modules/sites/index.ts";
import { indicatorCatalogue } from "#server/modules/templates/index.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { findUses } from "./part-uses.store.ts";
import { usesOf } from "./plan-upgrade.ts";

/** A difference of a site that goes back to what the release has. */
export interface RevertAdaptation {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly adaptationId: string;
  readonly expectedRevision: number;
}

export type RevertAdaptationOutcome =
  | { readonly kind: "reverted"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Takes one difference of a site back to its release. What was recorded under a part that goes is kept; a part that
 * is in use stays until it is no longer.
 */
export async function revertAdaptation(
  ctx: RequestContext,
  input: RevertAdaptation,
): Promise<RevertAdaptationOutcome> {
  const site = await requireSiteWithContent(ctx, input.siteId, "site.adapt");
  requireRevision(site, input.expectedRevision);
  const place = await findAdaptationPlace(ctx.database, site, input.adaptationId);
  if (place === null) throw notFound("difference");
  const [release, held, usesFor, catalogue] = await Promise.all([
    findRelease(ctx.database, site.releaseId),
    listLedger(ctx.database, site.id),
    findUses(ctx.database, [site.id]),
    indicatorCatalogue(ctx),
  ]);
  if (release === null) throw notFound("release");
  const entry = held.find((one) => placeOf(one) === placeOf(place));
  const isInUse = usesOf(usesFor(site.id), site.content).get(`${place.section}.${place.key}`) === "inUse";
  if (entry?.change === "added" && isInUse) return { kind: "refused", findings: [inUse(place)] };
  const outcome = revertDifference(release.content, site.content, { place, catalogue });
  if (outcome.kind === "refused") return outcome;
  const { jurisdictionId } = site;
  const change = { useCase: "revertAdaptation", jurisdictionId, siteId: site.id, input };
  const today = todayIn(site.timeZone, new Date());
  return await write<RevertAdaptationOutcome>(ctx, change, async (tx) => {
    const isSaved = await updateSite(tx.database, site, { content: outcome.content });
    requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
    const sources = { ledgers: [held], on: today };
    await replaceLedger(tx.database, site, keptLedger(release.content, outcome.content, sources));
    await alignChecklist(tx.database, site, outcome.content.checklistItems);
    await tx.summarize({ key: place.key, section: place.section, field: place.field ?? null });
    return { kind: "reverted", siteId: site.id };
  });
}

function inUse({ section, key }: { readonly section: string; readonly key: string }): Finding {
  return {
    code: "ADAPTATION_IN_USE",
    severity: "error",
    path: `${section}.${key}`,
    message: `"${key}" is in use here. End what is kept under it first: assignments, partnerships or work under way.`,
  };
}
