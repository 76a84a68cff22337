import type { RequestContext } from "#server/context.ts";
import { asJob, type Job } from "#server/job-context.ts";
import { requireSite } from "#server/modules/sites/index.ts";
import { forecastOf, forecastUpgrades, listReleases, upgradeSite } from "#server/modules/upgrades/index.ts";
import type { Databases } from "#server/persistence/database.ts";
import type { Transaction } from "#server/persistence/write.ts";

import type { RunTurn } from "./run-work.store.ts";
import type { RunResult } from "./upgrade-run.store.ts";

/** What a turn came to. */
export interface TurnResult {
  readonly result: RunResult;
  readonly questionCount: number | null;
}

/** A site, the release that it is to take, and in whose name. */
export interface Turn {
  readonly site: Pick<RunTurn, "jurisdictionId" | "siteId">;
  readonly releaseId: string;
  readonly actorName: string;
  readonly via: "job" | "cli";
  /** Written with the upgrade, or not at all. */
  readonly alongside?: (tx: Transaction) => Promise<void>;
}

/**
 * Brings one site to a release when nothing needs a decision: one transaction, one change set, under a grant that
 * reaches this one site and ends with it.
 */
export async function takeTurn(databases: Databases, turn: Turn): Promise<TurnResult> {
  return await asJob(databases, jobOf(turn), (ctx) => upgradeOne(ctx, turn));
}

/** Says what `takeTurn` would come to, and changes nothing. */
export async function forecastTurn(databases: Databases, turn: Turn): Promise<TurnResult> {
  const wanted = { siteId: turn.site.siteId, releaseId: turn.releaseId };
  const forecasts = await asJob(databases, jobOf(turn), (ctx) => forecastUpgrades(ctx, [wanted]));
  const forecast = forecasts.get(forecastOf(wanted));
  if (forecast === undefined) return { result: "alreadyThere", questionCount: null };
  const { questionCount } = forecast;
  return { result: questionCount === 0 ? "upgraded" : "needsPerson", questionCount };
}

function jobOf({ site: { jurisdictionId, siteId }, actorName, via }: Turn): Job {
  return {
    actorName,
    membership: { role: "siteCoordinator", scope: { kind: "site", jurisdictionId, siteId } },
    via,
  };
}

async function upgradeOne(
  ctx: RequestContext,
  { site: { siteId }, releaseId, alongside }: Turn,
): Promise<TurnResult> {
  const site = await requireSite(ctx, siteId, "site.upgrade");
  const releases = await listReleases(ctx.database, site.templateId);
  const place = (id: string) => releases.findIndex((release) => release.id === id);
  if (place(site.releaseId) >= place(releaseId)) return { result: "alreadyThere", questionCount: null };
  // Withdrawn since its turn began: the site stays as it is.
  if (releases.some(({ id, isWithdrawn }) => id === releaseId && isWithdrawn))
    return { result: "needsPerson", questionCount: 0 };
  const input = { siteId, releaseId, expectedRevision: site.revision, decisions: [] };
  const outcome = await upgradeSite(ctx, input, alongside);
  switch (outcome.kind) {
    case "upgraded":
      return { result: "upgraded", questionCount: 0 };
    case "conflicted":
      return { result: "needsPerson", questionCount: outcome.conflicts.length };
    case "refused":
      return { result: "needsPerson", questionCount: outcome.findings.length };
  }
}
