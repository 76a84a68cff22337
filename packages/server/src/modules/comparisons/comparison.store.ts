import type { Measure } from "@frontstep/domain/outcomes";

import type { PageRequest } from "#server/paging.ts";
import { containing } from "#server/persistence/containing.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** What is known of one place for one year; the sums of its periods are made by the database. */
export interface YearOfPlace {
  readonly placeId: string;
  readonly name: string;
  readonly siteKind: string | null;
  /** Null on the one row of a place that has no figure for any of the years. */
  readonly year: number | null;
  /** `protected` when any part of the year is: what is left would give it away. */
  readonly state: "shown" | "protected" | "missing";
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly monthsCovered: number | null;
  /** `mixed` when parts of the year were counted by different systems. */
  readonly reportingSystem: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly isReference: boolean | null;
  /** Whether the population is the one that the site states, not one that came with the figure. */
  readonly isStatedPopulation: boolean | null;
  readonly recordedAt: Date | null;
}

/** Which figures are set side by side. */
export interface ComparisonChoice {
  readonly indicator: string;
  readonly places: readonly string[];
  readonly years: readonly number[];
}

const sumsOf: Record<Measure["kind"], Prisma.Sql> = {
  count: Prisma.sql`sum(f.value)`,
  rate: Prisma.sql`case when count(*) = 1 then max(f.value) end`,
  share: Prisma.sql`coalesce(100 * sum(f.numerator) / nullif(sum(f.denominator), 0), case when count(*) = 1 then max(f.value) end)`,
  mean: Prisma.sql`case when count(*) = 1 then max(f.value) end`,
  difference: Prisma.sql`case when count(*) = 1 then max(f.value) end`,
  ratio: Prisma.sql`case when count(*) = 1 then max(f.value) end`,
  median: Prisma.sql`case when count(*) = 1 then max(f.value) end`,
  amount: Prisma.sql`sum(f.value)`,
};

/**
 * Figures of places for years, in one statement; years without any are left out. A year is the year's own figure, else the sum of its quarters, else of
 * its months. Populations are averaged over the year and answers added up. A year with protected months is told by the
 * database itself where that gives none of them away.
 */
export async function listYearsOfPlaces(
  database: Reader,
  choice: ComparisonChoice,
  measure: Measure,
): Promise<YearOfPlace[]> {
  return await database.$queryRaw<YearOfPlace[]>`
    with place as materialized (
      select a.id, coalesce(s.jurisdiction_id, j.id) as jurisdiction_id, s.kind as site_kind,
        ${measure.kind === "count" ? Prisma.sql`s.resident_population` : Prisma.sql`null::integer`} as residents,
        case when s.id is null then j.name || ', ' || j.state_code else s.name || ', ' || j.name end as name
      from unnest(${[...choice.places]}::uuid[]) a(id)
      left join site s on s.id = a.id
      join jurisdiction j on j.id = coalesce(s.jurisdiction_id, a.id)
    ), figure as (${figuresOf(choice)}
    ), part as (${partsOf(measure)}
    ), best as (
      select distinct on (id, year) part.*, bool_or(is_suppressed) over (partition by id, year) as is_protected
      from part order by id, year, months_each desc
    ), told as (
      select s.* from sec.year_sums(${choice.indicator}, ${[...choice.places]}::uuid[], ${Math.min(...choice.years)}::int, ${Math.max(...choice.years)}::int) s
      where ${measure.kind === "count"} and exists (select 1 from best where is_protected)
    )
    select p.id as "placeId", p.name, p.site_kind as "siteKind", b.year,
      case when b.id is null or (b.value is null and not b.is_protected) then 'missing'
        when b.is_protected and t.value is null then 'protected' else 'shown' end as state,
      case when b.is_protected then t.value else b.value end as value, case when not b.is_protected then b.numerator end as numerator,
      coalesce(b.denominator, p.residents) as denominator, (b.denominator is null and p.residents is not null) as "isStatedPopulation",
      b.months_covered as "monthsCovered", b.reporting_system as "reportingSystem", b.source, b.note,
      b.is_reference as "isReference", b.recorded_at as "recordedAt"
    from place p
    left join best b on b.id = p.id
    left join told t on t.place_id = p.id and t.year = b.year
    order by p.name, p.id, b.year`;
}

/** The figures of the chosen places in the chosen years, as they are kept. */
function figuresOf({ indicator, years }: ComparisonChoice): Prisma.Sql {
  return Prisma.sql`
      select p.id, extract(year from f.period_start)::int as year, f.period, f.value, f.numerator, f.denominator, f.months_covered,
        f.is_suppressed, f.is_reference, f.reporting_system, f.source, f.note, f.recorded_at
      from place p
      join comparison_figure f on f.jurisdiction_id = p.jurisdiction_id and f.indicator_code = ${indicator} and f.place_id = p.id
      where f.period_start >= make_date(${Math.min(...years)}::int, 1, 1) and f.period_start < make_date(${Math.max(...years)}::int + 1, 1, 1)`;
}

/** Years as they are kept, and the sums of quarters and of months. */
function partsOf(measure: Measure): Prisma.Sql {
  const answers = measure.kind === "share" || measure.kind === "mean";
  return Prisma.sql`
      select f.id, f.year, 12 as months_each, f.value, f.numerator, f.denominator, f.months_covered, f.is_suppressed, f.is_reference,
        f.reporting_system, f.source, f.note, f.recorded_at
      from figure f where length(f.period) = 4
      union all
      select f.id, f.year, case when f.period like '%Q%' then 3 else 1 end as months_each,
        ${sumsOf[measure.kind]}, case when count(f.numerator) = count(*) then sum(f.numerator) end, ${answers ? Prisma.sql`sum(f.denominator)` : Prisma.sql`avg(f.denominator)`},
        sum(coalesce(f.months_covered, case when f.period like '%Q%' then 3 else 1 end))::int, bool_or(f.is_suppressed), bool_and(f.is_reference),
        case when count(distinct f.reporting_system) > 1 then 'mixed' else max(f.reporting_system) end,
        string_agg(distinct f.source, '; '), string_agg(distinct f.note, '; '), max(f.recorded_at)
      from figure f where length(f.period) > 4
      group by f.id, f.year, months_each`;
}

/** A place that has figures of an indicator. */
export interface PlaceWithFigures {
  readonly id: string;
  readonly name: string;
  readonly siteKind: string | null;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Which places are offered. */
export interface PlaceFilter {
  readonly indicator: string;
  readonly search?: string | null | undefined;
  /** `city` or the kind of a site. */
  readonly kind?: string | null | undefined;
  readonly stateCode?: string | null | undefined;
}

/** Places that have figures of an indicator, by name: one row more than the page asks for, with the number of all. */
export async function listPlacesWithFigures(
  database: Reader,
  filter: PlaceFilter,
  page: PageRequest,
): Promise<{ rows: PlaceWithFigures[]; totalCount: number }> {
  const [lastName, lastId] = page.after ?? [];
  const beyond =
    lastName === undefined || lastId === undefined
      ? Prisma.empty
      : Prisma.sql`where (f.name, f.id) > (${lastName}, ${lastId}::uuid)`;
  const found = await database.$queryRaw<(PlaceWithFigures & { totalCount: number })[]>`
    with known as materialized (
      select f.place_id, f.jurisdiction_id, f.place_kind, min(f.period_start) as first, max(f.period_end) as last
      from comparison_figure f where f.indicator_code = ${filter.indicator} and f.place_kind <> 'comparisonArea' group by 1, 2, 3
    ), named as (
      select k.place_id as id, case when s.id is null then j.name || ', ' || j.state_code else s.name || ', ' || j.name end as name,
        s.kind as site_kind, j.state_code, extract(year from k.first)::int as first_year, extract(year from k.last)::int as last_year
      from known k
      join jurisdiction j on j.id = k.jurisdiction_id
      left join site s on s.jurisdiction_id = k.jurisdiction_id and s.id = k.place_id
      where k.place_kind = 'jurisdiction' or s.id is not null
    ), fitting as (
      select * from named f where ${fits(filter)}
    )
    select f.id, f.name, f.site_kind as "siteKind", f.first_year as "firstYear", f.last_year as "lastYear",
      (select count(*)::int from fitting) as "totalCount"
    from fitting f ${beyond} order by f.name, f.id limit ${page.first + 1}`;
  return { rows: found, totalCount: found[0]?.totalCount ?? 0 };
}

function fits({ search, kind, stateCode }: PlaceFilter): Prisma.Sql {
  const pattern = containing(search);
  return Prisma.sql`true
    ${pattern ? Prisma.sql`and f.name ilike ${pattern}` : Prisma.empty}
    ${stateCode ? Prisma.sql`and f.state_code = ${stateCode}` : Prisma.empty}
    ${kind === "city" ? Prisma.sql`and f.site_kind is null` : Prisma.empty}
    ${kind && kind !== "city" ? Prisma.sql`and f.site_kind = ${kind}` : Prisma.empty}`;
}

/** Where one figure of a year comes from. */
export interface FigureOrigin {
  readonly period: string;
  readonly isProtected: boolean;
  readonly value: number | null;
  readonly revision: number;
  readonly source: string;
  readonly note: string | null;
  readonly isReference: boolean;
  readonly importFileName: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** The entries behind a figure of one place and one year, in order. */
export async function listOrigins(
  database: Reader,
  of: { indicator: string; placeId: string; year: number },
): Promise<FigureOrigin[]> {
  const rows = await database.comparisonFigure.findMany({
    where: {
      indicatorCode: of.indicator,
      placeId: of.placeId,
      periodStart: { gte: new Date(Date.UTC(of.year, 0, 1)), lt: new Date(Date.UTC(of.year + 1, 0, 1)) },
    },
    orderBy: { period: "asc" },
    take: 20,
  });
  return rows.map(({ isSuppressed, ...row }) => ({ ...row, isProtected: isSuppressed }));
}

/** The indicators that have figures to compare, by code. */
export async function listIndicatorsWithFigures(database: Reader): Promise<string[]> {
  const rows = await database.$queryRaw<{ code: string }[]>`
    select i.code from indicator i where exists (select 1 from comparison_figure f where f.indicator_code = i.code) order by i.position`;
  return rows.map(({ code }) => code);
}
