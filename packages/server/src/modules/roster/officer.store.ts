import type { PlainDate } from "@frontstep/domain/shared";
import { plainDateOf } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

/** A person who can hold a position. */
export interface Officer {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  readonly languages: readonly string[];
  readonly isPublished: boolean;
  readonly revision: number;
}

/** A training that an officer has done. */
export interface Completion {
  readonly officerId: string;
  readonly trainingKey: string;
  readonly completedOn: PlainDate;
}

/** Which officers are wanted. */
export interface OfficerFilter {
  readonly jurisdictionId: string;
  /** Part of a name. */
  readonly search?: string | null | undefined;
  /** Those assigned to this site, now or ever. */
  readonly siteId?: string | null | undefined;
  /** Whether they hold a slot on the day `asOf`. */
  readonly isAssigned?: boolean | null | undefined;
  /** Those whose commitment ends within this many days of `asOf`, or has passed. */
  readonly endingBy?: PlainDate | undefined;
  readonly asOf: PlainDate;
}

export const OFFICER_COLUMNS = {
  jurisdictionId: true,
  id: true,
  name: true,
  rank: true,
  languages: true,
  isPublished: true,
  revision: true,
} as const;

export async function findOfficer(
  database: Reader,
  jurisdictionId: string,
  id: string,
): Promise<Officer | null> {
  return await database.officer.findFirst({ where: { jurisdictionId, id }, select: OFFICER_COLUMNS });
}

/** One row more than the page asks for, by name, with the number of all. */
export async function listOfficers(
  database: Reader,
  filter: OfficerFilter,
  page: PageRequest,
): Promise<{ rows: Officer[]; totalCount: number }> {
  const where = conditions(filter);
  const [name, id] = page.after ?? [];
  const beyond =
    name === undefined || id === undefined ? {} : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] };
  const [rows, totalCount] = await Promise.all([
    database.officer.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: page.first + 1,
      select: OFFICER_COLUMNS,
    }),
    database.officer.count({ where }),
  ]);
  return { rows, totalCount };
}

function conditions({ jurisdictionId, search, siteId, isAssigned, endingBy, asOf }: OfficerFilter): object {
  const words = search?.trim();
  const day = new Date(asOf);
  const current = { startsOn: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gte: day } }] };
  const wanted = [
    ...(siteId ? [{ assignments: { some: { siteId } } }] : []),
    ...(isAssigned === true ? [{ assignments: { some: current } }] : []),
    ...(isAssigned === false ? [{ assignments: { none: current } }] : []),
    ...(endingBy
      ? [{ assignments: { some: { ...current, expectedEndOn: { lte: new Date(endingBy) } } } }]
      : []),
  ];
  return {
    jurisdictionId,
    ...(words ? { name: { contains: words, mode: "insensitive" } } : {}),
    AND: wanted,
  };
}

/** Officers of the jurisdiction whose name is the same but for case and accents; a few of them. */
export async function findNamesakes(
  database: Reader,
  jurisdictionId: string,
  name: string,
): Promise<Officer[]> {
  const found = await database.$queryRaw<{ id: string }[]>`
    select id from officer
    where jurisdiction_id = ${jurisdictionId}::uuid and lower(unaccent(name)) = lower(unaccent(${name}))
    order by id limit 10`;
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  return await database.officer.findMany({
    where: { jurisdictionId, id: { in: ids } },
    orderBy: { id: "asc" },
    select: OFFICER_COLUMNS,
  });
}

export async function insertOfficer(database: Reader, officer: Officer): Promise<void> {
  await database.officer.createMany({ data: [{ ...officer, languages: [...officer.languages] }] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateOfficer(database: Reader, officer: Officer): Promise<boolean> {
  const { jurisdictionId, id, revision, ...described } = officer;
  const { count } = await database.officer.updateMany({
    where: { jurisdictionId, id, revision },
    data: { ...described, languages: [...described.languages], revision: revision + 1 },
  });
  return count === 1;
}

/**
 * Lets one transaction at a time decide about the slots of a person: part-time shares add up, and
 * only who sees all of them can tell whether another fits.
 */
export async function lockOfficer(database: Reader, officerId: string): Promise<void> {
  await database.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${officerId}, 0))`;
}

export async function listCompletions(
  database: Reader,
  jurisdictionId: string,
  officerIds: readonly string[],
): Promise<Completion[]> {
  if (officerIds.length === 0) return [];
  const rows = await database.trainingCompletion.findMany({
    where: { jurisdictionId, officerId: { in: [...officerIds] } },
    orderBy: [{ completedOn: "desc" }],
  });
  return rows.map(({ officerId, trainingKey, completedOn }) => ({
    officerId,
    trainingKey,
    completedOn: plainDateOf(completedOn.toISOString().slice(0, 10)),
  }));
}

/** Adds a completion; what is already there stays as it is. */
export async function insertCompletion(
  database: Reader,
  jurisdictionId: string,
  completion: Completion,
): Promise<void> {
  const completedOn = new Date(completion.completedOn);
  await database.trainingCompletion.createMany({
    data: [{ ...completion, jurisdictionId, completedOn }],
    skipDuplicates: true,
  });
}

/** Takes a completion back; whether there was one. */
export async function deleteCompletion(
  database: Reader,
  jurisdictionId: string,
  completion: Completion,
): Promise<boolean> {
  const { count } = await database.trainingCompletion.deleteMany({
    where: { ...completion, jurisdictionId, completedOn: new Date(completion.completedOn) },
  });
  return count > 0;
}
