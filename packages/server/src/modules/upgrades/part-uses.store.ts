import type { PartUse } from "@frontstep/domain/upgrades";

import type { Reader } from "#server/persistence/database.ts";

interface UseRow {
  readonly siteId: string;
  readonly name: string;
  readonly isInUse: boolean;
}

/** What a site keeps under its parts, and the indicators for which it has figures. */
export interface SiteUses {
  readonly parts: ReadonlyMap<string, PartUse>;
  readonly measuredIndicators: ReadonlySet<string>;
}

/** How the database names the indicators for which a site has figures, among the parts. */
const FIGURES = "figures.";

/**
 * What sites keep under the keys of their designs: an officer in a position, an organization in a partner role, work
 * on an item. In use while it lasts; what is over or done is data that is kept. The database says which and never
 * who, so that a state and a template's owner count the same questions as the city itself.
 */
export async function findUses(
  database: Reader,
  siteIds: readonly string[],
): Promise<(siteId: string) => SiteUses> {
  const rows = await database.$queryRaw<UseRow[]>`
    select site_id as "siteId", name, in_use as "isInUse" from sec.part_uses(${[...siteIds]}::uuid[])`;
  const bySite = Map.groupBy(rows, ({ siteId }) => siteId);
  return (siteId) => usesFrom(bySite.get(siteId) ?? []);
}

function usesFrom(rows: readonly UseRow[]): SiteUses {
  const parts = rows.filter(({ name }) => !name.startsWith(FIGURES));
  const figures = rows.filter(({ name }) => name.startsWith(FIGURES));
  return {
    parts: new Map(parts.map(({ name, isInUse }) => [name, isInUse ? "inUse" : "holdsData"])),
    measuredIndicators: new Set(figures.map(({ name }) => name.slice(FIGURES.length))),
  };
}
