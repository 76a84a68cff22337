import type { Assignment, ExitReason } from "@frontstep/domain/roster";
import { plainDateOf } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

import type { Officer } from "./officer.store.ts";

/** A number that an agency gave to a person. */
export interface PersonNumber {
  readonly issuer: string;
  readonly number: string;
  readonly officerId: string;
}

/** What a file adds to a roster. */
export interface RosterAddition {
  readonly officers: readonly Pick<Officer, "id" | "name" | "rank" | "languages">[];
  readonly numbers: readonly PersonNumber[];
  readonly assignments: readonly Assignment[];
}

/** Which import of which city. */
export interface RosterImportKey {
  readonly jurisdictionId: string;
  readonly id: string;
}

/** The most assignments of a city that a file is set beside. */
const MOST_HELD = 200_000;

/** Every assignment of a city, without the names of people. */
export async function listHeldAssignments(database: Reader, jurisdictionId: string): Promise<Assignment[]> {
  const rows = await database.assignment.findMany({
    where: { jurisdictionId },
    orderBy: { id: "asc" },
    take: MOST_HELD,
    omit: { jurisdictionId: true, revision: true, importId: true },
  });
  return rows.map((row) => ({
    ...row,
    startsOn: dayOf(row.startsOn),
    expectedEndOn: row.expectedEndOn && dayOf(row.expectedEndOn),
    endedOn: row.endedOn && dayOf(row.endedOn),
    exitReason: row.exitReason as ExitReason | null,
  }));
}

function dayOf(date: Date) {
  return plainDateOf(date.toISOString().slice(0, 10));
}

/** The people who have these numbers of an agency. */
export async function findByNumbers(
  database: Reader,
  { jurisdictionId, issuer }: { readonly jurisdictionId: string; readonly issuer: string },
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.officerIdentifier.findMany({
    where: { jurisdictionId, issuer, number: { in: [...numbers] } },
    select: { number: true, officerId: true },
  });
  return new Map(rows.map(({ number, officerId }) => [number, officerId]));
}

/** The people of each of these names, whatever the case and the accents. */
export async function findAllNamesakes(
  database: Reader,
  jurisdictionId: string,
  names: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await database.$queryRaw<{ name: string; id: string }[]>`
    select wanted.name, o.id
    from unnest(${[...new Set(names)]}::text[]) as wanted(name)
    join officer o on o.jurisdiction_id = ${jurisdictionId}::uuid
        and lower(unaccent(o.name)) = lower(unaccent(wanted.name))
    order by wanted.name, o.id limit 10000`;
  const found = new Map<string, string[]>();
  for (const { name, id } of rows) found.set(name, [...(found.get(name) ?? []), id]);
  return found;
}

const CHUNK = 500;

/** Writes what a file adds, each row marked with its import. */
export async function insertRosterAddition(
  database: Reader,
  { jurisdictionId, id: importId }: RosterImportKey,
  { officers, numbers, assignments }: RosterAddition,
): Promise<void> {
  for (const some of chunks(officers)) {
    const data = some.map((officer) => ({
      ...officer,
      languages: [...officer.languages],
      jurisdictionId,
      importId,
    }));
    await database.officer.createMany({ data });
  }
  for (const some of chunks(numbers))
    await database.officerIdentifier.createMany({
      data: some.map((number) => ({ ...number, jurisdictionId, importId })),
    });
  for (const some of chunks(assignments)) {
    const data = some.map((assignment) => ({
      ...assignment,
      jurisdictionId,
      importId,
      startsOn: new Date(assignment.startsOn),
      expectedEndOn: assignment.expectedEndOn && new Date(assignment.expectedEndOn),
      endedOn: assignment.endedOn && new Date(assignment.endedOn),
    }));
    await database.assignment.createMany({ data });
  }
}

function* chunks<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let from = 0; from < values.length; from += CHUNK) yield values.slice(from, from + CHUNK);
}

/** How many people and assignments of an import somebody has changed or built upon since. */
export async function countTouchedSince(
  database: Reader,
  { jurisdictionId, id: importId }: RosterImportKey,
): Promise<number> {
  const ofImport = { jurisdictionId, importId };
  const [assignments, officers] = await Promise.all([
    database.assignment.count({
      where: { ...ofImport, OR: [{ revision: { gt: 1 } }, { leaves: { some: {} } }] },
    }),
    database.officer.count({
      where: {
        ...ofImport,
        OR: [
          { revision: { gt: 1 } },
          { trainings: { some: {} } },
          { assignments: { some: { OR: [{ importId: null }, { importId: { not: importId } }] } } },
          { identifiers: { some: { OR: [{ importId: null }, { importId: { not: importId } }] } } },
        ],
      },
    }),
  ]);
  return assignments + officers;
}

/** Takes away what an import added; answers how many rows that was. */
export async function removeRosterAddition(
  database: Reader,
  { jurisdictionId, id: importId }: RosterImportKey,
): Promise<number> {
  const where = { jurisdictionId, importId };
  const assignments = await database.assignment.deleteMany({ where });
  const numbers = await database.officerIdentifier.deleteMany({ where });
  const officers = await database.officer.deleteMany({ where });
  return assignments.count + numbers.count + officers.count;
}
