import { type Finding, todayIn } from "@frontstep/domain/shared";
import { asTaken } from "@frontstep/domain/sites";
import { type RollBack, rollBackRelease } from "@frontstep/domain/upgrades";

import type { RequestContext } from "#server/context.ts";
import {
  alignChecklist,
  findRelease,
  listLedger,
  replaceLedger,
  requireSiteWithContent,
  type SiteWithContent,
  updateSite,
} from "#server/modules/sites/index.ts";
import { indicatorCatalogue } from "#server/modules/templates/index.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { findUses } from "./part-uses.store.ts";
import { usesOf } from "./plan-upgrade.ts";
import { renameRows } from "./renamed-rows.store.ts";
import {
  findUpgradeStates,
  listUpgrades,
  type MadeUpgrade,
  markRolledBack,
  type UpgradeStates,
} from "./site-upgrade.store.ts";
import { renameEntries, upgradedLedger } from "./upgraded-ledger.ts";

/** The last upgrade of a site, to be taken back. */
export interface RollBackUpgrade {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

export type RollBackUpgradeOutcome =
  | { readonly kind: "rolledBack"; readonly siteId: string; readonly exceptionCount: number }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** What taking the last upgrade back would come to. */
export interface RollBackPlan {
  readonly site: SiteWithContent;
  readonly upgrade: MadeUpgrade;
  readonly states: UpgradeStates;
  readonly rollBack: RollBack;
}

/** Works out what taking the last upgrade back would come to; null when there is none to take back. */
export async function planRollBack(ctx: RequestContext, siteId: string): Promise<RollBackPlan | null> {
  const site = await requireSiteWithContent(ctx, siteId, "site.upgrade");
  const upgrades = await listUpgrades(ctx.database, siteId);
  const upgrade = upgrades.find(({ rolledBackAt }) => rolledBackAt === null);
  if (upgrade?.toReleaseId !== site.releaseId) return null;
  const [states, usesFor, catalogue] = await Promise.all([
    findUpgradeStates(ctx.database, siteId, upgrade.id),
    findUses(ctx.database, [siteId]),
    indicatorCatalogue(ctx),
  ]);
  if (states === null) throw notFound("upgrade");
  const rollBack = rollBackRelease({
    before: states.contentBefore,
    after: states.contentAfter,
    local: site.content,
    renames: states.renames,
    uses: usesOf(usesFor(siteId), site.content),
    catalogue,
  });
  return { site, upgrade, states, rollBack };
}

/** Takes the last upgrade of a site back, keeping everything that was entered since. */
export async function rollBackUpgrade(
  ctx: RequestContext,
  input: RollBackUpgrade,
): Promise<RollBackUpgradeOutcome> {
  const plan = await planRollBack(ctx, input.siteId);
  const refusal = refusalOf(plan, input);
  if (plan === null || refusal !== undefined) return { kind: "refused", findings: refusal ? [refusal] : [] };
  const { site, upgrade, states, rollBack } = plan;
  requireRevision(site, input.expectedRevision);
  const release = await findRelease(ctx.database, upgrade.fromReleaseId);
  if (release === null) throw notFound("release");
  const current = await listLedger(ctx.database, site.id);
  const ledger = upgradedLedger(asTaken(release.content, rollBack.content), rollBack.content, {
    decisions: [],
    ledgers: [renameEntries(current, rollBack.renames), states.ledgerBefore],
    on: todayIn(site.timeZone, new Date()),
  });
  const { jurisdictionId } = site;
  const change = {
    useCase: "rollBackUpgrade",
    jurisdictionId,
    siteId: site.id,
    reason: input.reason.trim(),
    input,
  };
  return await write<RollBackUpgradeOutcome>(ctx, change, async (tx) => {
    const saved = { content: rollBack.content, releaseId: upgrade.fromReleaseId };
    const isSaved = await updateSite(tx.database, site, saved);
    requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
    const ofSite = { jurisdictionId, siteId: site.id };
    await renameRows(tx.database, ofSite, rollBack.renames);
    await alignChecklist(tx.database, site, rollBack.content.checklistItems);
    await replaceLedger(tx.database, site, ledger);
    await markRolledBack(tx.database, ofSite, { id: upgrade.id, by: ctx.actor?.name ?? "" });
    await tx.summarize({
      from: upgrade.toRelease.version,
      to: upgrade.fromRelease.version,
      exceptionCount: rollBack.exceptions.length,
    });
    return { kind: "rolledBack", siteId: site.id, exceptionCount: rollBack.exceptions.length };
  });
}

function refusalOf(plan: RollBackPlan | null, { reason }: RollBackUpgrade): Finding | undefined {
  if (plan === null) {
    const message =
      "This site has no upgrade that could be taken back: only the last one can, and only once.";
    return { code: "NOTHING_TO_ROLL_BACK", severity: "error", path: "siteId", message };
  }
  if (reason.trim().length >= 10) return undefined;
  const message = "Say in a sentence why the upgrade is taken back.";
  return { code: "ROLL_BACK_REASON_MISSING", severity: "error", path: "reason", message };
}
