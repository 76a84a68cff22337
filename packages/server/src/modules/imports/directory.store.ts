import type { ListedJurisdiction, ReconciledEntry } from "@frontstep/domain/imports";

import type { Reader } from "#server/persistence/database.ts";
import { newId } from "#server/persistence/write.ts";

type ListedRow = Omit<ListedJurisdiction, "latitude" | "longitude"> & {
  latitude: number | null;
  longitude: number | null;
};

/** The jurisdictions with these identifiers, by identifier. */
export async function findListed(
  database: Reader,
  identifiers: readonly string[],
): Promise<Map<string, ListedJurisdiction>> {
  const rows = await database.$queryRaw<ListedRow[]>`
    select id, ori, name, kind, latitude, longitude, is_participating as "isParticipating"
    from jurisdiction where ori = any(${[...identifiers]}::text[])`;
  return new Map(
    rows.map((row) => [
      row.ori,
      { ...row, latitude: row.latitude ?? undefined, longitude: row.longitude ?? undefined },
    ]),
  );
}

/** Writes what was added and changed, each in one statement. */
export async function writeListed(database: Reader, outcomes: readonly ReconciledEntry[]): Promise<void> {
  const added = outcomes.filter((outcome) => outcome.kind === "added");
  const changed = outcomes.filter((outcome) => outcome.kind === "changed");
  if (added.length > 0) {
    const rows = added.map(({ entry, jurisdictionKind }) => ({
      ...entry,
      id: newId(),
      kind: jurisdictionKind,
    }));
    await database.$executeRaw`
      insert into jurisdiction (id, kind, name, state_code, ori, latitude, longitude)
      select r.id, r.kind, r.name, r."stateCode", r.ori, r.latitude, r.longitude
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, kind text, name text, "stateCode" text, ori text, latitude float8, longitude float8)`;
  }
  if (changed.length > 0) {
    await database.$executeRaw`
      update jurisdiction j set kind = r.kind, name = r.name, latitude = r.latitude, longitude = r.longitude, revision = j.revision + 1
      from jsonb_to_recordset(${JSON.stringify(changed.map(({ after }) => after))}::jsonb)
        as r(id uuid, kind text, name text, latitude float8, longitude float8)
      where j.id = r.id`;
  }
}
