import type { Assignment, DaySpan, Leave, Position } from "@frontstep/domain/roster";
import type { PlainDate } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

/** An assignment with its person's name and the leaves from it. */
export interface NamedAssignment extends Assignment {
  readonly officerName: string;
  readonly leaves: readonly Leave[];
}

/** An open site with its positions and the assignments that touch the days asked for. */
export interface SiteOnBoard {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly launchOn: PlainDate;
  readonly positions: readonly Position[];
  readonly assignments: readonly NamedAssignment[];
}

/** Which sites, over which days. */
export interface BoardWanted {
  readonly jurisdictionId: string;
  readonly siteId: string | null;
  readonly span: DaySpan;
}

/** The open sites of a city by name, one more than asked for, with the number of all. One statement, whatever there is. */
export async function listSitesOnBoard(
  database: Reader,
  { jurisdictionId, siteId, span: { from, to } }: BoardWanted,
  page: PageRequest,
): Promise<{ rows: SiteOnBoard[]; totalCount: number }> {
  const [afterName = null, afterId = null] = page.after ?? [];
  const rows = await database.$queryRaw<(SiteOnBoard & { total: number })[]>`
    with open as (
      select s.jurisdiction_id, s.id, s.name, s.time_zone, s.launch_on, s.content
      from site s where s.jurisdiction_id = ${jurisdictionId}::uuid and s.closed_on is null
        and (${siteId}::uuid is null or s.id = ${siteId}::uuid)
    ), wanted as (
      select * from open s
      where ${afterName}::text is null or (s.name, s.id) > (${afterName}::text, ${afterId}::uuid)
      order by s.name, s.id limit ${page.first + 1}
    ), away as (
      select l.assignment_id, json_agg(json_build_object('kind', l.kind, 'startsOn', l.starts_on, 'endsOn', l.ends_on)
          order by l.starts_on) as leaves
      from leave l join wanted w on w.jurisdiction_id = l.jurisdiction_id and w.id = l.site_id
      group by l.assignment_id
    ), held as (
      select a.site_id, json_agg(json_build_object('id', a.id, 'siteId', a.site_id, 'officerId', a.officer_id,
          'officerName', o.name, 'positionKey', a.position_key, 'slot', a.slot, 'startsOn', a.starts_on,
          'expectedEndOn', a.expected_end_on, 'endedOn', a.ended_on, 'exitReason', a.exit_reason, 'share', a.share,
          'handOverDays', a.hand_over_days, 'leaves', coalesce(l.leaves, '[]')) order by a.starts_on, a.id) as assignments
      from assignment a
      join wanted w on w.jurisdiction_id = a.jurisdiction_id and w.id = a.site_id
      join officer o on o.jurisdiction_id = a.jurisdiction_id and o.id = a.officer_id
      left join away l on l.assignment_id = a.id
      where a.starts_on <= ${to}::date and (a.ended_on is null or a.ended_on >= ${from}::date)
      group by a.site_id
    )
    select w.id, w.name, w.time_zone as "timeZone", w.launch_on::text as "launchOn",
      coalesce(w.content -> 'positions', '[]') as positions, coalesce(h.assignments, '[]') as assignments,
      (select count(*)::int from open) as total
    from wanted w left join held h on h.site_id = w.id
    order by w.name, w.id`;
  return { rows, totalCount: rows[0]?.total ?? 0 };
}
