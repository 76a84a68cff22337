import type { CurrentFigure, IncomingObservation, Reconciled } from "@frontstep/domain/imports";
import { observationKey, type ObservedFigure, type ReportingSystem } from "@frontstep/domain/outcomes";

import type { Reader } from "#server/persistence/database.ts";

import { subjectRows, subjectsOf } from "./subject-rows.store.ts";

/** What is held about the subjects of some observations. */
export interface HeldFigures {
  /** The figures that hold now, by the key of their subject. */
  readonly current: ReadonlyMap<string, CurrentFigure>;
  /** The last revision of each subject that ever had a figure. */
  readonly lastRevision: ReadonlyMap<string, number>;
  /** The subjects whose figure is a published reference. */
  readonly references: ReadonlySet<string>;
}

interface HeldRow {
  place: number;
  revision: number;
  holds: boolean;
  is_reference: boolean;
  value: number;
  numerator: number | null;
  denominator: number | null;
  months_covered: number | null;
  reporting_system: string | null;
  source: string;
  note: string | null;
}

/**
 * All revisions of each subject, in one statement; there are few, since only corrections make them. Each subject is
 * looked up by the primary key, also before the database has counted what a table that was just filled holds:
 * that is what the lateral subquery with an offset asks for.
 */
export async function findHeldFigures(
  database: Reader,
  incoming: readonly IncomingObservation[],
): Promise<HeldFigures> {
  const rows = await database.$queryRaw<HeldRow[]>`
    select s.n as place, o.*
    from (${subjectRows(incoming)}) s
    cross join lateral (
      select o.revision, o.superseded_at is null as holds, o.is_reference, o.value, o.numerator, o.denominator,
             o.months_covered, o.reporting_system, o.source, o.note
      from observation o
      where o.jurisdiction_id = s.jurisdiction_id and o.indicator_code = s.indicator_code
        and o.place_id = s.place_id and o.period = s.period
      offset 0) o`;
  const current = new Map<string, CurrentFigure>();
  const lastRevision = new Map<string, number>();
  const references = new Set<string>();
  for (const row of rows) {
    const observation = incoming[row.place];
    if (!observation) continue;
    const key = observationKey(observation);
    lastRevision.set(key, Math.max(row.revision, lastRevision.get(key) ?? 0));
    if (row.holds) current.set(key, { figure: toFigure(row), revision: row.revision });
    if (row.holds && row.is_reference) references.add(key);
  }
  return { current, lastRevision, references };
}

/** Which of the observations, by their position, a city keeps figures of its own for. Asked by stewards, who do not see them. */
export async function findKeptByCity(
  database: Reader,
  incoming: readonly IncomingObservation[],
): Promise<Set<number>> {
  const rows = await database.$queryRaw<
    { place: bigint }[]
  >`select place from sec.kept_by_city(${subjectsOf(incoming)}::jsonb)`;
  return new Set(rows.map(({ place }) => Number(place)));
}

/** Who records figures, and on whose behalf. */
export interface Recording {
  readonly importId: string;
  readonly changeSetId: string;
  readonly recordedBy: string;
  readonly isReference: boolean;
  /** The source of a figure that does not name its own. */
  readonly source: string;
}

type Written = Exclude<Reconciled, { kind: "leftAlone" }>;

/** Writes figures as next revisions, and closes the revisions whose place they take. */
export async function recordFigures(
  database: Reader,
  written: readonly Written[],
  recording: Recording,
): Promise<void> {
  if (written.length === 0) return;
  const changed = written.filter(({ kind }) => kind === "changed").map(({ incoming }) => incoming);
  if (changed.length > 0) {
    await database.$executeRaw`
      with closed as materialized (
        select o.row from (${subjectRows(changed)}) s
        cross join lateral (
          select o.ctid as row from observation o
          where o.jurisdiction_id = s.jurisdiction_id and o.indicator_code = s.indicator_code
            and o.place_id = s.place_id and o.period = s.period and o.superseded_at is null
          offset 0) o)
      update observation o set superseded_at = now() from closed where o.ctid = closed.row`;
  }
  const figures = written.map(({ figure, revision }, n) => ({ n, revision, ...figure }));
  await database.$executeRaw`
    insert into observation (jurisdiction_id, indicator_code, place_kind, place_id, period, revision, period_start, period_end,
      value, numerator, denominator, months_covered, reporting_system, source, note, is_reference, import_id, change_set_id, recorded_by)
    select s.jurisdiction_id, s.indicator_code, s.place_kind, s.place_id, s.period, f.revision, s.period_start, s.period_end,
      f.value, f.numerator, f.denominator, f."monthsCovered", f."reportingSystem", coalesce(f.source, ${recording.source}), f.note,
      ${recording.isReference}, ${recording.importId}::uuid, ${recording.changeSetId}::uuid, ${recording.recordedBy}
    from (${subjectRows(written.map(({ incoming }) => incoming))}) s
    join jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as f(n int, revision int, value float8, numerator float8,
      denominator float8, "monthsCovered" int, "reportingSystem" text, source text, note text) on f.n = s.n`;
}

/** What undoing an import came to. */
export interface UndoneFigures {
  readonly withdrawn: number;
  readonly setBack: number;
}

/**
 * Withdraws the figures of an import that still hold, and lets the figures that they had replaced hold again.
 * A figure that was corrected since is not touched.
 */
export async function withdrawFigures(database: Reader, importId: string): Promise<UndoneFigures> {
  const withdrawn = await database.$executeRaw`
    update observation set superseded_at = now() where import_id = ${importId}::uuid and superseded_at is null`;
  const setBack = await database.$executeRaw`
    with replaced as materialized (
      select b.row from observation i
      cross join lateral (
        select b.ctid as row from observation b
        where b.jurisdiction_id = i.jurisdiction_id and b.indicator_code = i.indicator_code and b.place_id = i.place_id
          and b.period = i.period and b.revision < i.revision and b.superseded_at = i.recorded_at
        offset 0) b
      where i.import_id = ${importId}::uuid and i.superseded_at = now())
    update observation b set superseded_at = null from replaced where b.ctid = replaced.row`;
  return { withdrawn, setBack };
}

/** A figure of an import that was corrected or withdrawn since. */
export interface TouchedFigure {
  readonly jurisdictionId: string;
  readonly indicatorCode: string;
  readonly placeName: string;
  readonly period: string;
}

/** The figures of an import that no longer hold, at most a thousand of them, with how many there are. */
export async function findTouchedFigures(
  database: Reader,
  importId: string,
): Promise<{ count: number; figures: TouchedFigure[] }> {
  const [counted] = await database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from observation where import_id = ${importId}::uuid and superseded_at is not null`;
  const figures = await database.$queryRaw<TouchedFigure[]>`
    select o.jurisdiction_id as "jurisdictionId", o.indicator_code as "indicatorCode", o.period,
           case o.place_kind when 'site' then 'a site of ' || j.name else j.name end as "placeName"
    from observation o
    join jurisdiction j on j.id = o.jurisdiction_id
    where o.import_id = ${importId}::uuid and o.superseded_at is not null
    order by o.indicator_code, o.period, o.place_id limit 1000`;
  return { count: counted?.count ?? 0, figures };
}

function toFigure(row: HeldRow): ObservedFigure {
  return {
    value: row.value,
    numerator: row.numerator ?? undefined,
    denominator: row.denominator ?? undefined,
    monthsCovered: row.months_covered ?? undefined,
    reportingSystem: (row.reporting_system as ReportingSystem | null) ?? undefined,
    source: row.source,
    note: row.note ?? undefined,
  };
}
