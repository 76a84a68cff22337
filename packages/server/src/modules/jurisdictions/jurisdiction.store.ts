import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { PLATFORM } from "#server/persistence/write.ts";

/** A city, county or state government. */
export interface Jurisdiction {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly stateCode: string;
  readonly ori: string | null;
  readonly geoid: string | null;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly populationSource: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly timeZone: string;
  readonly isParticipating: boolean;
  readonly revision: number;
}

/** Which jurisdictions of the directory are wanted. */
export interface JurisdictionFilter {
  /** Part of a name, or the start of an ORI. */
  readonly search?: string | null | undefined;
  readonly stateCode?: string | null | undefined;
  readonly isParticipating?: boolean | null | undefined;
}

const COLUMNS = {
  id: true,
  kind: true,
  name: true,
  stateCode: true,
  ori: true,
  geoid: true,
  population: true,
  populationYear: true,
  populationSource: true,
  latitude: true,
  longitude: true,
  timeZone: true,
  isParticipating: true,
  revision: true,
} as const;

export async function findJurisdiction(database: Reader, id: string): Promise<Jurisdiction | null> {
  return await database.jurisdiction.findFirst({ where: { id, NOT: { id: PLATFORM } }, select: COLUMNS });
}

/** One row more than the page asks for, by name, with the number of all. */
export async function listJurisdictions(
  database: Reader,
  filter: JurisdictionFilter,
  page: PageRequest,
): Promise<{ rows: Jurisdiction[]; totalCount: number }> {
  const where = conditions(filter);
  const [lastName, lastId] = page.after ?? [];
  const beyond =
    lastName === undefined || lastId === undefined
      ? {}
      : { OR: [{ name: { gt: lastName } }, { name: lastName, id: { gt: lastId } }] };
  const [rows, totalCount] = await Promise.all([
    database.jurisdiction.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: page.first + 1,
      select: COLUMNS,
    }),
    database.jurisdiction.count({ where }),
  ]);
  return { rows, totalCount };
}

function conditions({ search, stateCode, isParticipating }: JurisdictionFilter): object {
  const words = search?.trim();
  return {
    NOT: { id: PLATFORM },
    ...(stateCode ? { stateCode } : {}),
    ...(isParticipating === undefined || isParticipating === null ? {} : { isParticipating }),
    ...(words
      ? {
          OR: [
            { name: { contains: words, mode: "insensitive" } },
            { ori: { startsWith: words.toUpperCase() } },
          ],
        }
      : {}),
  };
}

export async function insertJurisdiction(database: Reader, jurisdiction: Jurisdiction): Promise<void> {
  await database.jurisdiction.createMany({ data: [jurisdiction] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateJurisdiction(
  database: Reader,
  { id, revision, ...changed }: Partial<Jurisdiction> & { id: string; revision: number },
): Promise<boolean> {
  const { count } = await database.jurisdiction.updateMany({
    where: { id, revision },
    data: { ...changed, revision: revision + 1 },
  });
  return count === 1;
}
