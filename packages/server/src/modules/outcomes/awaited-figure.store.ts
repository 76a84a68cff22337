import type { LocalizedText } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** An indicator with a goal whose latest whole period has no figure. */
export interface AwaitedFigure {
  readonly indicatorCode: string;
  readonly indicatorName: LocalizedText;
  /** The latest period of its cadence that is over. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** The end of the latest period with a figure; null when there never was one. */
  readonly lastPeriodEnd: string | null;
}

/** A site at which figures are not yet in. */
export interface SiteAwaitingFigures {
  readonly siteId: string;
  readonly siteName: string;
  readonly jurisdictionId: string;
  readonly awaitedCount: number;
  /** The first of them, by code. */
  readonly awaited: readonly AwaitedFigure[];
}

type Row = { [Name in keyof SiteAwaitingFigures]: SiteAwaitingFigures[Name] | null } & {
  readonly totalCount: number;
};

/** How many months a period of each cadence has; a survey and an event have no day on which they are due. */
const CADENCES = Prisma.sql`(values ('month', 1), ('quarter', 3), ('halfYear', 6), ('year', 12)) cadence(name, months)`;

/** Every indicator that a goal of an open site is judged by, with its latest whole period, where no figure reaches its end. */
const AWAITED = Prisma.sql`
  select s.jurisdiction_id, s.id, s.name, wanted.code, wanted.definition -> 'name' as indicator_name,
    due.starts, due.ends, held.last_end
  from site s
  cross join lateral (
    select distinct on (target ->> 'indicator') target ->> 'indicator' as code, coalesce(i.definition, own.definition) as definition
    from jsonb_array_elements(s.content -> 'goals') goal
    cross join lateral jsonb_array_elements(goal -> 'targets') target
    left join indicator i on i.code = target ->> 'indicator'
    left join lateral (
      select e as definition from jsonb_array_elements(s.content -> 'indicators') e where e ->> 'key' = target ->> 'indicator' limit 1
    ) own on true
  ) wanted
  join ${CADENCES} on cadence.name = wanted.definition ->> 'cadence'
  cross join lateral (select date_trunc('year', now() at time zone s.time_zone) as year_start,
    extract(month from now() at time zone s.time_zone)::int - 1 as months_gone) today
  cross join lateral (select (today.year_start + make_interval(months =>
    today.months_gone / cadence.months * cadence.months))::date as following) next
  cross join lateral (select (next.following - make_interval(months => cadence.months))::date as starts,
    next.following - 1 as ends) due
  cross join lateral (
    select max(o.period_end) as last_end from observation o
    where o.jurisdiction_id = s.jurisdiction_id and o.indicator_code = wanted.code and o.place_id = s.id and o.superseded_at is null
  ) held
  where s.closed_on is null and (held.last_end is null or held.last_end < due.ends)`;

/** One row more than the page asks for, by name of site, with the number of all; in one statement. */
export async function listSitesAwaitingFigures(
  database: Reader,
  { namedAtMost }: { readonly namedAtMost: number },
  page: PageRequest,
): Promise<{ rows: SiteAwaitingFigures[]; totalCount: number }> {
  const [name, siteId] = page.after ?? [];
  const beyond =
    name === undefined || siteId === undefined
      ? Prisma.empty
      : Prisma.sql`where (a.name, a.id) > (${name}, ${siteId}::uuid)`;
  const rows = await database.$queryRaw<Row[]>`
    with awaited as materialized (${AWAITED}),
    part as (
      select a.jurisdiction_id, a.id, a.name, count(*)::int as awaited_count,
        to_jsonb((array_agg(jsonb_build_object('indicatorCode', a.code, 'indicatorName', a.indicator_name, 'periodStart', a.starts,
          'periodEnd', a.ends, 'lastPeriodEnd', a.last_end) order by a.code))[1:${namedAtMost}::int]) as awaited
      from awaited a ${beyond}
      group by a.jurisdiction_id, a.id, a.name order by a.name, a.id limit ${page.first + 1}
    )
    select counted.total as "totalCount", part.jurisdiction_id as "jurisdictionId", part.id as "siteId", part.name as "siteName",
      part.awaited_count as "awaitedCount", part.awaited
    from (select count(distinct id)::int as total from awaited) counted
    left join part on true
    order by part.name, part.id`;
  return { rows: rows.filter(isSite), totalCount: rows[0]?.totalCount ?? 0 };
}

/** Beyond the last site there is only the number of all. */
function isSite(row: Row): row is SiteAwaitingFigures & Row {
  return row.siteId !== null;
}
