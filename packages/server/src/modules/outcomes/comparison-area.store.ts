import type { Reader } from "#server/persistence/database.ts";

/** An area that a site's change is held against. */
export interface ComparisonArea {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly id: string;
  readonly name: string;
  /** In what it is alike, and why it has no program of its own. */
  readonly chosenBecause: string;
  readonly revision: number;
}

/** The comparison areas of some sites: at most one each. */
export async function listComparisonAreas(
  database: Reader,
  siteIds: readonly string[],
): Promise<ComparisonArea[]> {
  if (siteIds.length === 0) return [];
  return await database.comparisonArea.findMany({ where: { siteId: { in: [...siteIds] } } });
}

export async function insertComparisonArea(database: Reader, area: ComparisonArea): Promise<void> {
  await database.comparisonArea.createMany({ data: [{ ...area }] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateComparisonArea(database: Reader, area: ComparisonArea): Promise<boolean> {
  const { jurisdictionId, siteId, id, revision, name, chosenBecause } = area;
  const { count } = await database.comparisonArea.updateMany({
    where: { jurisdictionId, siteId, id, revision },
    data: { name, chosenBecause, revision: revision + 1 },
  });
  return count === 1;
}

/** Whether a site of the jurisdiction has this name: a file could not tell the two apart. */
export async function isNameOfSite(database: Reader, jurisdictionId: string, name: string): Promise<boolean> {
  const found = await database.site.findFirst({
    where: { jurisdictionId, name: { equals: name, mode: "insensitive" } },
    select: { id: true },
  });
  return found !== null;
}
