import type { Reader } from "#server/persistence/database.ts";

/** Whom a city lets upgrade its sites when nothing needs a decision. */
export interface UpgradeConsent {
  readonly jurisdictionId: string;
  readonly allowsState: boolean;
  readonly allowsTemplateOwner: boolean;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly revision: number;
}

/** What the city decided; before it decides, nobody may. */
export async function findConsent(database: Reader, jurisdictionId: string): Promise<UpgradeConsent> {
  const found = await database.upgradeConsent.findFirst({ where: { jurisdictionId } });
  return (
    found ?? {
      jurisdictionId,
      allowsState: false,
      allowsTemplateOwner: false,
      decidedBy: null,
      decidedAt: null,
      revision: 0,
    }
  );
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function saveConsent(
  database: Reader,
  {
    jurisdictionId,
    revision,
    ...decided
  }: Omit<UpgradeConsent, "decidedAt" | "decidedBy"> & { decidedBy: string },
): Promise<boolean> {
  if (revision === 0) {
    await database.upgradeConsent.createMany({ data: [{ jurisdictionId, ...decided }] });
    return true;
  }
  const { count } = await database.upgradeConsent.updateMany({
    where: { jurisdictionId, revision },
    data: { ...decided, decidedAt: new Date(), revision: revision + 1 },
  });
  return count === 1;
}
