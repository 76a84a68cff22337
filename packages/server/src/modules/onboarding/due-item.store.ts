import type { LocalizedText, PlainDate } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** An unfinished item that is overdue or due soon, with the site that it belongs to. */
export interface DueItem {
  readonly siteId: string;
  readonly siteName: string;
  readonly jurisdictionName: string;
  readonly itemKey: string;
  readonly title: LocalizedText;
  readonly status: string;
  readonly dueOn: PlainDate;
  readonly today: PlainDate;
  readonly isLaunchGate: boolean;
}

/** Which items are wanted: those due within so many days, overdue ones included. */
export interface DueFilter {
  readonly withinDays: number;
  readonly siteId?: string | null | undefined;
  readonly onlyGates?: boolean | null | undefined;
}

function due({ withinDays, siteId, onlyGates }: DueFilter): Prisma.Sql {
  const now = new Date().toISOString();
  return Prisma.sql`
    select i.jurisdiction_id, i.site_id, i.item_key, i.status, i.due_on, i.is_launch_gate, s.name, s.content, days.today, j.name as jurisdiction_name
    from checklist_item i
    join site s on s.jurisdiction_id = i.jurisdiction_id and s.id = i.site_id
    join jurisdiction j on j.id = s.jurisdiction_id
    cross join lateral (select (${now}::timestamptz at time zone s.time_zone)::date as today) days
    where not i.is_left_out and s.closed_on is null and i.status not in ('done', 'notApplicable')
      and i.due_on <= days.today + ${withinDays}::int
      ${siteId ? Prisma.sql`and i.site_id = ${siteId}::uuid` : Prisma.empty}
      ${onlyGates ? Prisma.sql`and i.is_launch_gate` : Prisma.empty}`;
}

/** One row more than the page asks for, earliest due first, with the number of all. */
export async function listDueItems(
  database: Reader,
  filter: DueFilter,
  page: PageRequest,
): Promise<{ rows: DueItem[]; totalCount: number }> {
  const [dueOn, siteId, itemKey] = page.after ?? [];
  const beyond =
    dueOn === undefined || siteId === undefined || itemKey === undefined
      ? Prisma.empty
      : Prisma.sql`where (d.due_on, d.site_id, d.item_key) > (${dueOn}::date, ${siteId}::uuid, ${itemKey})`;
  const [rows, total] = await Promise.all([
    database.$queryRaw<DueItem[]>`
      select p.site_id as "siteId", p.name as "siteName", p.jurisdiction_name as "jurisdictionName", p.item_key as "itemKey",
        p.status, p.due_on::text as "dueOn", p.today::text as "today", p.is_launch_gate as "isLaunchGate",
        (select e -> 'title' from jsonb_array_elements(p.content -> 'checklistItems') e where e ->> 'key' = p.item_key limit 1) as "title"
      from (select d.* from (${due(filter)}) d ${beyond} order by d.due_on, d.site_id, d.item_key limit ${page.first + 1}) p
      order by p.due_on, p.site_id, p.item_key`,
    database.$queryRaw<{ count: number }[]>`select count(*)::int as count from (${due(filter)}) d`,
  ]);
  return { rows, totalCount: total[0]?.count ?? 0 };
}
