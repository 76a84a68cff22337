import type { FoundPlace, PlaceClaim } from "@frontstep/domain/imports";

import type { Reader } from "#server/persistence/database.ts";

/** A place that a claim may mean. */
export interface PlaceCandidate extends FoundPlace {
  /** What kind of jurisdiction it is; a site is of none. */
  readonly government: string | null;
  readonly ori: string | null;
}

type ClaimBy<By extends PlaceClaim["by"]> = PlaceClaim & { by: By };

const JURISDICTION = { id: true, name: true, ori: true, kind: true } as const;

/** The jurisdictions whose identifier is one of these, or begins with one of seven characters. */
export async function findByOri(
  database: Reader,
  claims: readonly ClaimBy<"ori">[],
): Promise<PlaceCandidate[]> {
  const whole = claims.map(({ ori }) => ori).filter(({ length }) => length === 9);
  const short = claims.map(({ ori }) => ori).filter(({ length }) => length === 7);
  const rows = await database.$queryRaw<{ id: string; name: string; ori: string; kind: string }[]>`
    select id, name, ori, kind from jurisdiction where ori = any(${whole}::text[]) or left(ori, 7) = any(${short}::text[])`;
  return rows.map(toCandidate);
}

/** The jurisdictions of these states with one of these names. */
export async function findByName(
  database: Reader,
  claims: readonly ClaimBy<"name">[],
): Promise<(PlaceCandidate & { state: string })[]> {
  const rows = await database.$queryRaw<
    { id: string; name: string; ori: string | null; kind: string; state: string }[]
  >`
    select j.id, j.name, j.ori, j.kind, j.state_code as state
    from jurisdiction j join jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as c(name text, state text)
      on j.state_code = c.state and lower(j.name) = lower(c.name)`;
  return rows.map((row) => ({ ...toCandidate(row), state: row.state }));
}

/** The sites and the comparison areas of a jurisdiction with one of these names. */
export async function findSitesByName(
  database: Reader,
  jurisdictionId: string,
  names: readonly string[],
): Promise<PlaceCandidate[]> {
  const wanted = names.map((name) => name.toLowerCase());
  const rows = await database.$queryRaw<{ id: string; name: string; kind: "site" | "comparisonArea" }[]>`
    select id, name, 'site' as kind from site
    where jurisdiction_id = ${jurisdictionId}::uuid and lower(name) = any(${wanted}::text[])
    union all
    select id, name, 'comparisonArea' as kind from comparison_area
    where jurisdiction_id = ${jurisdictionId}::uuid and lower(name) = any(${wanted}::text[])`;
  return rows.map(({ id, name, kind }) => ({
    kind,
    id,
    name,
    jurisdictionId,
    government: null,
    ori: null,
  }));
}

/** The places with these ids. */
export async function findByIds(
  database: Reader,
  claims: readonly ClaimBy<"fixed">[],
): Promise<PlaceCandidate[]> {
  const ids = (kind: string) => claims.filter((claim) => claim.kind === kind).map(({ id }) => id);
  const jurisdictions = await database.jurisdiction.findMany({
    where: { id: { in: ids("jurisdiction") } },
    select: JURISDICTION,
  });
  const sites = await database.site.findMany({
    where: { id: { in: ids("site") } },
    select: { id: true, name: true, jurisdictionId: true },
  });
  const areas = await database.comparisonArea.findMany({
    where: { id: { in: ids("comparisonArea") } },
    select: { id: true, name: true, jurisdictionId: true },
  });
  return [
    ...jurisdictions.map(toCandidate),
    ...areas.map((area): PlaceCandidate => ({
      ...area,
      kind: "comparisonArea",
      government: null,
      ori: null,
    })),
    ...sites.map((site): PlaceCandidate => ({ ...site, kind: "site", government: null, ori: null })),
  ];
}

function toCandidate({
  id,
  name,
  ori,
  kind,
}: {
  id: string;
  name: string;
  ori: string | null;
  kind: string;
}): PlaceCandidate {
  return { kind: "jurisdiction", id, name, jurisdictionId: id, government: kind, ori };
}
