import type { Reader } from "#server/persistence/database.ts";

import type { UpgradeDecision } from "./upgrade-decision.ts";

/** Decisions that are kept until the upgrade is made. */
export interface UpgradeDraft {
  readonly decisions: readonly UpgradeDecision[];
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly revision: number;
}

interface DraftKey {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly releaseId: string;
}

export async function findUpgradeDraft(
  database: Reader,
  { siteId, releaseId }: Pick<DraftKey, "siteId" | "releaseId">,
): Promise<UpgradeDraft | null> {
  const row = await database.upgradeDraft.findFirst({
    where: { siteId, releaseId },
    select: { decisions: true, updatedAt: true, updatedBy: true, revision: true },
  });
  return row === null ? null : { ...row, decisions: row.decisions as unknown as UpgradeDecision[] };
}

/** Keeps decisions over the revision that was read; false when somebody else kept theirs meanwhile. */
export async function saveUpgradeDraft(
  database: Reader,
  key: DraftKey,
  draft: Pick<UpgradeDraft, "decisions" | "updatedBy" | "revision">,
): Promise<boolean> {
  const decisions = draft.decisions as unknown as object;
  if (draft.revision === 0) {
    await database.upgradeDraft.createMany({
      data: [{ ...key, decisions, updatedBy: draft.updatedBy }],
    });
    return true;
  }
  const { count } = await database.upgradeDraft.updateMany({
    where: { ...key, revision: draft.revision },
    data: { decisions, updatedBy: draft.updatedBy, updatedAt: new Date(), revision: draft.revision + 1 },
  });
  return count === 1;
}

/** Drafts of a site for any release: an upgrade makes them moot. */
export async function removeUpgradeDrafts(
  database: Reader,
  { jurisdictionId, siteId }: Pick<DraftKey, "jurisdictionId" | "siteId">,
): Promise<void> {
  await database.upgradeDraft.deleteMany({ where: { jurisdictionId, siteId } });
}
