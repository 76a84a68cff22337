import type { LocalizedText, PlainDate } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** A figure that a site's goals need and that is not in for the last period that is over. */
export interface MissingFigure {
  readonly siteId: string;
  readonly siteName: string;
  readonly jurisdictionId: string;
  readonly indicatorCode: string;
  readonly indicatorName: LocalizedText;
  /** The last day of the period. */
  readonly periodEnd: PlainDate;
  /** The last day for which there is a figure; null when there is none at all. */
  readonly lastHeldOn: PlainDate | null;
}

/**
 * Of sites that have launched: for each indicator of a goal that is collected by month, quarter, half year or year,
 * the last period that is over at the site and began after launch, where no figure reaches it. Figures collected by
 * survey or by event have no period of their own and are not asked for, nor what the product itself counts.
 */
const MISSING = Prisma.sql`
  select s.id as site_id, s.name as site_name, s.jurisdiction_id, i.code, i.definition -> 'name' as indicator_name,
    (d.begun - 1) as period_end, h.held_on
  from site s
  cross join lateral (select (now() at time zone s.time_zone)::date as today) n
  cross join lateral (
    select distinct t ->> 'indicator' as code
    from jsonb_array_elements(s.content -> 'goals') g, jsonb_array_elements(g -> 'targets') t) w
  join indicator i on i.code = w.code
  cross join lateral (select case i.definition ->> 'cadence'
    when 'month' then 1 when 'quarter' then 3 when 'halfYear' then 6 when 'year' then 12 end as months) c
  cross join lateral (select (date_trunc('year', n.today) + make_interval(months =>
    ((extract(month from n.today)::int - 1) / c.months) * c.months))::date as begun) d
  cross join lateral (
    select max(o.period_end) as held_on from observation o
    where o.jurisdiction_id = s.jurisdiction_id and o.indicator_code = i.code and o.place_id = s.id and o.superseded_at is null) h
  where s.closed_on is null and s.launch_on <= n.today and c.months is not null
    and left(i.code, 3) not in ('FD-', 'IM-')
    and (d.begun - make_interval(months => c.months))::date >= s.launch_on
    and (h.held_on is null or h.held_on < d.begun - 1)`;

/** One row more than the page asks for, by site and indicator, with the number of all. */
export async function listMissingFigures(
  database: Reader,
  jurisdictionId: string,
  page: PageRequest,
): Promise<{ rows: MissingFigure[]; totalCount: number }> {
  const [siteName, siteId, code] = page.after ?? [];
  const beyond =
    siteName === undefined || siteId === undefined || code === undefined
      ? Prisma.empty
      : Prisma.sql`where (m.site_name, m.site_id, m.code) > (${siteName}, ${siteId}::uuid, ${code})`;
  const found = await database.$queryRaw<{ count: number; rows: MissingFigure[] }[]>`
    with missing as materialized (${MISSING} and s.jurisdiction_id = ${jurisdictionId}::uuid)
    select (select count(*)::int from missing) as count, coalesce((
      select json_agg(json_build_object('siteId', p.site_id, 'siteName', p.site_name, 'jurisdictionId', p.jurisdiction_id,
        'indicatorCode', p.code, 'indicatorName', p.indicator_name, 'periodEnd', p.period_end, 'lastHeldOn', p.held_on)
        order by p.site_name, p.site_id, p.code)
      from (select m.* from missing m ${beyond} order by m.site_name, m.site_id, m.code limit ${page.first + 1}) p), '[]') as rows`;
  return { rows: found[0]?.rows ?? [], totalCount: found[0]?.count ?? 0 };
}
