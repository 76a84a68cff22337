import { randomUUID } from "node:crypto";
import pg from "pg";

/** A figure as a city or the steward would have brought it in. */
export interface PlantedFigure {
  readonly jurisdictionId: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: number;
  readonly placeKind?: "jurisdiction" | "site" | "comparisonArea";
  readonly placeId?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly monthsCovered?: number;
  readonly reportingSystem?: "SRS" | "NIBRS";
  readonly isReference?: boolean;
  readonly note?: string;
}

/** Puts figures in place as their import would, for tests of what is read from them. */
export async function plantFigures(databaseUrl: string, figures: readonly PlantedFigure[]): Promise<void> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  await owner.query("begin");
  const changeSetId = randomUUID();
  await owner.query(
    "insert into change_set (jurisdiction_id, id, use_case, actor_name, via) values ($1, $2, 'importObservations', 'Planted', 'import')",
    [figures[0]?.jurisdictionId, changeSetId],
  );
  await owner.query("select set_config('app.change_set', $1, true)", [changeSetId]);
  await owner.query(INSERT, [JSON.stringify(figures.map(asRow)), changeSetId]);
  await owner.query("commit");
  await owner.end();
}

const INSERT = `
  insert into observation (jurisdiction_id, indicator_code, place_kind, place_id, period, revision, period_start, period_end, value,
    numerator, denominator, months_covered, reporting_system, source, note, is_reference, change_set_id, recorded_by)
  select f.jurisdiction_id, f.indicator_code, f.place_kind, f.place_id, f.period, 1, f.period_start, (f.period_start + make_interval(months => f.months) - interval '1 day')::date, f.value,
    f.numerator, f.denominator, f.months_covered, f.reporting_system, 'Test source', f.note, f.is_reference, $2, 'Planted'
  from jsonb_to_recordset($1) f(jurisdiction_id uuid, indicator_code text, place_kind text, place_id uuid, period text,
    period_start date, months integer, value double precision, numerator double precision, denominator double precision,
    months_covered integer, reporting_system text, note text, is_reference boolean)`;

function asRow(planted: PlantedFigure): object {
  const {
    placeKind = "jurisdiction",
    placeId = planted.jurisdictionId,
    isReference = false,
    ...figure
  } = planted;
  return {
    jurisdiction_id: figure.jurisdictionId,
    indicator_code: figure.indicator,
    place_kind: placeKind,
    place_id: placeId,
    period: figure.period,
    ...monthsOf(figure.period),
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    months_covered: figure.monthsCovered,
    reporting_system: figure.reportingSystem,
    note: figure.note,
    is_reference: isReference,
  };
}

function monthsOf(period: string): { period_start: string; months: number } {
  const [year = "", part] = period.split("-");
  if (part === undefined) return { period_start: `${year}-01-01`, months: 12 };
  if (!part.startsWith("Q")) return { period_start: `${period}-01`, months: 1 };
  return { period_start: `${year}-${String(Number(part.slice(1)) * 3 - 2).padStart(2, "0")}-01`, months: 3 };
}
