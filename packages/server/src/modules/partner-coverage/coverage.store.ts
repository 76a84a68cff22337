import type { CoveringPartnership, PartnerRole } from "@frontstep/domain/partners";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

/** A partnership as coverage looks at it, with the name of its organization. */
export interface NamedPartnership extends CoveringPartnership {
  readonly organizationName: string;
}

/** An open site with the roles of its design and the partnerships that last. */
export interface SiteToCover {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly roles: readonly PartnerRole[];
  readonly partnerships: readonly NamedPartnership[];
}

/** The open sites of a city by name, one more than asked for, with the number of all. One statement, whatever there is. */
export async function listSitesToCover(
  database: Reader,
  jurisdictionId: string,
  page: PageRequest,
): Promise<{ rows: SiteToCover[]; totalCount: number }> {
  const [afterName = null, afterId = null] = page.after ?? [];
  const rows = await database.$queryRaw<(SiteToCover & { total: number })[]>`
    with wanted as (
      select s.jurisdiction_id, s.id, s.name, s.time_zone, s.content
      from site s where s.jurisdiction_id = ${jurisdictionId}::uuid and s.closed_on is null
        and (${afterName}::text is null or (s.name, s.id) > (${afterName}::text, ${afterId}::uuid))
      order by s.name, s.id limit ${page.first + 1}
    ), delivered as (
      select d.pledge_id, max(d.period) as period
      from delivery d join wanted w on w.jurisdiction_id = d.jurisdiction_id and w.id = d.site_id
      where d.status = 'confirmed' and d.amount > 0
      group by d.pledge_id
    ), promised as (
      select l.partnership_id, json_agg(json_build_object('periodKind', l.period_kind, 'startsOn', l.starts_on,
          'endsOn', l.ends_on, 'lastDelivered', c.period)) as pledges
      from pledge l join wanted w on w.jurisdiction_id = l.jurisdiction_id and w.id = l.site_id
      left join delivered c on c.pledge_id = l.id
      group by l.partnership_id
    ), signed as (
      select a.partnership_id, json_agg(json_build_object('kind', a.kind, 'startsOn', a.starts_on,
          'endsOn', a.ends_on, 'noticeDays', a.notice_days, 'renewalMonths', a.renewal_months)) as agreements
      from agreement a join wanted w on w.jurisdiction_id = a.jurisdiction_id and w.id = a.site_id
      group by a.partnership_id
    ), held as (
      select p.site_id, json_agg(json_build_object('id', p.id, 'siteId', p.site_id,
          'organizationId', p.organization_id, 'organizationName', o.public_name,
          'partnerRoleKey', p.partner_role_key, 'stage', p.stage,
          'agreements', coalesce(g.agreements, '[]'), 'pledges', coalesce(l.pledges, '[]'))
          order by o.public_name, p.id) as partnerships
      from partnership p join wanted w on w.jurisdiction_id = p.jurisdiction_id and w.id = p.site_id
      join partner_organization o on o.id = p.organization_id
      left join signed g on g.partnership_id = p.id
      left join promised l on l.partnership_id = p.id
      where p.stage <> 'ended'
      group by p.site_id
    )
    select w.id, w.name, w.time_zone as "timeZone", coalesce(w.content -> 'partnerRoles', '[]') as roles,
      coalesce(h.partnerships, '[]') as partnerships,
      (select count(*)::int from site s
        where s.jurisdiction_id = ${jurisdictionId}::uuid and s.closed_on is null) as total
    from wanted w left join held h on h.site_id = w.id
    order by w.name, w.id`;
  return { rows, totalCount: rows[0]?.total ?? 0 };
}
