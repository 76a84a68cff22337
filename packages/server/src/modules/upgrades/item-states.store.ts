import type { ItemStatus } from "@frontstep/domain/onboarding";
import type { LocalizedText, PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** An item that is off a site's checklist and under which something is recorded. */
export interface RetiredItem {
  readonly key: string;
  /** As the release or the last design that had it calls it; null when neither is there. */
  readonly title: LocalizedText | null;
  readonly status: ItemStatus;
  readonly doneOn: PlainDate | null;
  readonly evidenceCount: number;
}

/** What was recorded under items that a release or the site took out: it is never deleted. */
export async function listRetiredItems(database: Reader, siteId: string): Promise<RetiredItem[]> {
  return await database.$queryRaw<RetiredItem[]>`
    select c.item_key as key, c.status, c.done_on::text as "doneOn", e.count as "evidenceCount", coalesce(
        (select p -> 'title' from release r, jsonb_array_elements(r.content -> 'checklistItems') p
          where r.id = s.release_id and p ->> 'key' = c.item_key limit 1),
        (select p -> 'title' from site_upgrade u, jsonb_array_elements(u.content_before -> 'checklistItems') p
          where u.jurisdiction_id = c.jurisdiction_id and u.site_id = c.site_id and p ->> 'key' = c.item_key
          order by u.upgraded_at desc limit 1),
        (select p -> 'title' from site_upgrade u, jsonb_array_elements(u.content_after -> 'checklistItems') p
          where u.jurisdiction_id = c.jurisdiction_id and u.site_id = c.site_id and p ->> 'key' = c.item_key
          order by u.upgraded_at desc limit 1)) as title
    from checklist_item c
    join site s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.site_id
    cross join lateral (select count(*)::int as count from evidence v
      where v.jurisdiction_id = c.jurisdiction_id and v.site_id = c.site_id and v.item_key = c.item_key and v.removed_at is null) e
    where c.site_id = ${siteId}::uuid and c.is_left_out and (c.status <> 'notStarted' or e.count > 0)
    order by c.position, c.item_key limit 500`;
}
