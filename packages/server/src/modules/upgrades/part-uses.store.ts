import type { PartUse } from "@frontstep/domain/upgrades";

import type { Reader } from "#server/persistence/database.ts";

interface UseRow {
  readonly name: string;
  readonly in_use: boolean;
}

/** What a site keeps under its parts, and the indicators for which it has figures. */
export interface SiteUses {
  readonly parts: ReadonlyMap<string, PartUse>;
  readonly measuredIndicators: ReadonlySet<string>;
}

/**
 * What a site keeps under the keys of its design: an officer in a position, an organization in a partner role, work on
 * an item. In use while it lasts; what is over or done is data that is kept.
 */
export async function findUses(
  database: Reader,
  { jurisdictionId, siteId }: { readonly jurisdictionId: string; readonly siteId: string },
): Promise<SiteUses> {
  const rows = await database.$queryRaw<UseRow[]>`
    select 'positions.' || a.position_key as name, bool_or(a.ended_on is null or a.ended_on >= current_date) as in_use
    from assignment a where a.jurisdiction_id = ${jurisdictionId}::uuid and a.site_id = ${siteId}::uuid group by 1
    union all
    select 'partnerRoles.' || p.partner_role_key, bool_or(p.ended_on is null or p.ended_on >= current_date)
    from partnership p where p.jurisdiction_id = ${jurisdictionId}::uuid and p.site_id = ${siteId}::uuid group by 1
    union all
    select 'checklistItems.' || c.item_key, c.status in ('planning', 'inProgress')
    from checklist_item c
    where c.jurisdiction_id = ${jurisdictionId}::uuid and c.site_id = ${siteId}::uuid and not c.is_left_out
      and (c.status <> 'notStarted' or exists (select 1 from evidence e
        where e.jurisdiction_id = c.jurisdiction_id and e.site_id = c.site_id and e.item_key = c.item_key and e.removed_at is null))
    union all
    select 'ownerRoles.' || o.owner_role_key, true
    from site_owner o where o.jurisdiction_id = ${jurisdictionId}::uuid and o.site_id = ${siteId}::uuid
    union all
    select 'trainings.' || t.training_key, false
    from training_completion t
    where t.jurisdiction_id = ${jurisdictionId}::uuid and t.officer_id in (select a.officer_id from assignment a
      where a.jurisdiction_id = ${jurisdictionId}::uuid and a.site_id = ${siteId}::uuid)
    group by 1`;
  const measured = await database.$queryRaw<{ code: string }[]>`
    select distinct o.indicator_code as code from observation o
    where o.jurisdiction_id = ${jurisdictionId}::uuid and o.place_id = ${siteId}::uuid and o.superseded_at is null`;
  return {
    parts: new Map(rows.map(({ name, in_use: isInUse }) => [name, isInUse ? "inUse" : "holdsData"])),
    measuredIndicators: new Set(measured.map(({ code }) => code)),
  };
}
