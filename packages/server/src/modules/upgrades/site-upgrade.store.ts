import type { ContentParts, Renames } from "@frontstep/domain/templates";

import type { LedgerEntry } from "#server/modules/sites/index.ts";
import type { Reader } from "#server/persistence/database.ts";

/** How many parts an upgrade touched, by what it did to them. */
export type UpgradeCounts = Readonly<Record<string, number>>;

/** One upgrade of a site. */
export interface MadeUpgrade {
  readonly id: string;
  readonly fromReleaseId: string;
  readonly toReleaseId: string;
  readonly upgradedAt: Date;
  readonly upgradedBy: string;
  readonly counts: UpgradeCounts;
  readonly rolledBackAt: Date | null;
  readonly rolledBackBy: string | null;
  readonly fromRelease: { readonly version: string };
  readonly toRelease: { readonly version: string };
}

/** What taking an upgrade back needs. */
export interface UpgradeStates {
  readonly contentBefore: ContentParts;
  readonly contentAfter: ContentParts;
  readonly ledgerBefore: readonly LedgerEntry[];
  readonly renames: Renames;
}

interface OfSite {
  readonly jurisdictionId: string;
  readonly siteId: string;
}

const COLUMNS = {
  id: true,
  fromReleaseId: true,
  toReleaseId: true,
  upgradedAt: true,
  upgradedBy: true,
  counts: true,
  rolledBackAt: true,
  rolledBackBy: true,
  fromRelease: { select: { version: true } },
  toRelease: { select: { version: true } },
} as const;

/** The upgrades of a site, newest first. */
export async function listUpgrades(database: Reader, siteId: string): Promise<MadeUpgrade[]> {
  const rows = await database.siteUpgrade.findMany({
    where: { siteId },
    orderBy: [{ upgradedAt: "desc" }, { id: "desc" }],
    select: COLUMNS,
    take: 100,
  });
  return rows.map((row) => ({ ...row, counts: row.counts as UpgradeCounts }));
}

export async function findUpgradeStates(
  database: Reader,
  siteId: string,
  id: string,
): Promise<UpgradeStates | null> {
  const row = await database.siteUpgrade.findFirst({
    where: { siteId, id },
    select: { contentBefore: true, contentAfter: true, adaptationsBefore: true, renames: true },
  });
  if (row === null) return null;
  return {
    contentBefore: row.contentBefore as unknown as ContentParts,
    contentAfter: row.contentAfter as unknown as ContentParts,
    ledgerBefore: row.adaptationsBefore as unknown as LedgerEntry[],
    renames: readRenames(row.renames),
  };
}

export async function insertUpgrade(
  database: Reader,
  { jurisdictionId, siteId }: OfSite,
  made: Pick<MadeUpgrade, "id" | "fromReleaseId" | "toReleaseId" | "upgradedBy" | "counts"> & UpgradeStates,
): Promise<void> {
  const { contentBefore, contentAfter, ledgerBefore, renames, counts, ...columns } = made;
  await database.siteUpgrade.createMany({
    data: [
      {
        ...columns,
        jurisdictionId,
        siteId,
        contentBefore: contentBefore,
        contentAfter: contentAfter,
        adaptationsBefore: toJson(ledgerBefore),
        renames: writeRenames(renames),
        counts: { ...counts },
      },
    ],
  });
}

export async function markRolledBack(
  database: Reader,
  { jurisdictionId, siteId }: OfSite,
  rolledBack: { readonly id: string; readonly by: string },
): Promise<boolean> {
  const { count } = await database.siteUpgrade.updateMany({
    where: { jurisdictionId, siteId, id: rolledBack.id, rolledBackAt: null },
    data: { rolledBackAt: new Date(), rolledBackBy: rolledBack.by },
  });
  return count === 1;
}

function toJson(ledger: readonly LedgerEntry[]): object {
  return ledger.map((entry) => ({ ...entry }));
}

function writeRenames(renames: Renames): object {
  return Object.fromEntries([...renames].map(([section, keys]) => [section, Object.fromEntries(keys)]));
}

function readRenames(stored: unknown): Renames {
  const sections = Object.entries(stored as Record<string, Record<string, string>>);
  return new Map(sections.map(([section, keys]) => [section as "goals", new Map(Object.entries(keys))]));
}
