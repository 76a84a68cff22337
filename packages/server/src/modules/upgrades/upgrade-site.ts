import { type Finding, hasErrors, todayIn } from "@frontstep/domain/shared";
import type { MergeConflict } from "@frontstep/domain/upgrades";

import type { RequestContext } from "#server/context.ts";
import {
  alignChecklist,
  type LedgerEntry,
  listLedger,
  replaceLedger,
  updateSite,
} from "#server/modules/sites/index.ts";
import { newId, type Transaction, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { planUpgrade, type UpgradePlan } from "./plan-upgrade.ts";
import { renameRows } from "./renamed-rows.store.ts";
import { insertUpgrade, type UpgradeCounts } from "./site-upgrade.store.ts";
import type { UpgradeDecision } from "./upgrade-decision.ts";
import { removeUpgradeDrafts } from "./upgrade-draft.store.ts";
import { renameEntries, upgradedLedger } from "./upgraded-ledger.ts";

/** The release that a site is to take, with what was decided about its questions. */
export interface UpgradeSite {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly expectedRevision: number;
  readonly releaseId: string;
  readonly decisions: readonly UpgradeDecision[];
}

export type UpgradeSiteOutcome =
  | { readonly kind: "upgraded"; readonly siteId: string; readonly counts: UpgradeCounts }
  | { readonly kind: "conflicted"; readonly siteId: string; readonly conflicts: readonly MergeConflict[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Brings a site to a newer release of its template, keeping what the site adapted. What is written `alongside` is
 * written with the upgrade or not at all.
 */
export async function upgradeSite(
  ctx: RequestContext,
  input: UpgradeSite,
  alongside?: (tx: Transaction) => Promise<void>,
): Promise<UpgradeSiteOutcome> {
  const plan = await planUpgrade(ctx, input);
  const { site, merge, from, to } = plan;
  requireRevision(site, input.expectedRevision);
  if (merge.conflicts.length > 0) return { kind: "conflicted", siteId: site.id, conflicts: merge.conflicts };
  const before = await listLedger(ctx.database, site.id);
  const ledger = upgradedLedger(merge.release, merge.content, {
    decisions: input.decisions,
    ledgers: [renameEntries(before, merge.renames)],
    on: todayIn(site.timeZone, new Date()),
  });
  const findings = findUndecidedCore(ledger, input.decisions);
  if (hasErrors(findings)) return { kind: "refused", findings };
  const counts = countChanges(plan);
  const { jurisdictionId } = site;
  const change = { useCase: "upgradeSite", jurisdictionId, siteId: site.id, input };
  return await write<UpgradeSiteOutcome>(ctx, change, async (tx) => {
    await saveDesign(tx, plan, ledger);
    await insertUpgrade(
      tx.database,
      { jurisdictionId, siteId: site.id },
      {
        id: newId(),
        fromReleaseId: from.id,
        toReleaseId: to.id,
        upgradedBy: ctx.actor?.name ?? "",
        counts,
        contentBefore: site.content,
        contentAfter: merge.content,
        ledgerBefore: before,
        renames: merge.renames,
      },
    );
    await removeUpgradeDrafts(tx.database, { jurisdictionId, siteId: site.id });
    await alongside?.(tx);
    await tx.summarize({ from: from.version, to: to.version, ...counts });
    return { kind: "upgraded", siteId: site.id, counts };
  });
}

async function saveDesign(
  { database }: Transaction,
  { site, merge, to }: UpgradePlan,
  ledger: readonly LedgerEntry[],
): Promise<void> {
  const isSaved = await updateSite(database, site, { content: merge.content, releaseId: to.id });
  requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
  await renameRows(database, { jurisdictionId: site.jurisdictionId, siteId: site.id }, merge.renames);
  await alignChecklist(database, site, merge.content.checklistItems);
  await replaceLedger(database, site, ledger);
}

/** A core component is touched by decision of the steering committee only; what was so before is asked for in the ledger. */
function findUndecidedCore(ledger: readonly LedgerEntry[], decisions: readonly UpgradeDecision[]): Finding[] {
  return decisions.flatMap((decision): Finding[] => {
    if (decision.choice === "takeIncoming") return [];
    const entry = ledger.find(
      ({ section, key, field }) =>
        section === decision.section && key === decision.key && (field ?? null) === (decision.field ?? null),
    );
    if (entry?.touchesCore !== true || entry.steeringDecidedOn !== undefined) return [];
    return [
      {
        code: "ADAPTATION_STEERING_DECISION_MISSING",
        severity: "error",
        path: [decision.section, decision.key, decision.field].filter(Boolean).join("."),
        message: `"${decision.key}" touches a core component. Say when the steering committee decided to keep it different, or take the release's.`,
      },
    ];
  });
}

/** How many changes there are of each kind, and how many questions were decided which way. */
export function countChanges({ merge }: Pick<UpgradePlan, "merge">): UpgradeCounts {
  const counts = new Map<string, number>();
  for (const { kind } of merge.changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts);
}
