import type { Hat } from "@frontstep/domain/access";
import type { LocalizedText, PlainDate } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import { containing } from "#server/persistence/containing.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

import { type SiteDesign, withDesign } from "./site-design.store.ts";

/** The stages of a site that lists are filtered by. */
export const SITE_STAGES = ["preparing", "heldAtGates", "launched"] as const;

/** A site as lists and its own page show it, with what is counted from its checklist. */
export interface SiteOverview {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly name: string;
  readonly kind: string;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly residentPopulation: number | null;
  readonly residentPopulationYear: number | null;
  readonly residentPopulationSource: string | null;
  readonly launchOn: PlainDate;
  readonly openedOn: PlainDate;
  readonly timeZone: string;
  readonly today: PlainDate;
  readonly releaseId: string;
  readonly releaseVersion: string;
  readonly templateId: string;
  readonly templateKey: string;
  readonly templateName: LocalizedText;
  readonly jurisdictionName: string;
  readonly stateCode: string;
  readonly phases: readonly {
    readonly key: string;
    readonly label: LocalizedText;
    readonly fromDay: number;
  }[];
  readonly stage: (typeof SITE_STAGES)[number];
  readonly itemCount: number;
  readonly doneCount: number;
  readonly notApplicableCount: number;
  readonly overdueCount: number;
  readonly gateCount: number;
  readonly gatesMet: number;
  readonly gatesAwaitingSignOff: number;
  readonly gatesFailing: number;
  readonly adaptationCount: number;
  readonly revision: number;
}

/** Which sites are wanted. */
export interface SiteFilter {
  readonly id?: string | null | undefined;
  readonly jurisdictionId?: string | null | undefined;
  readonly stateCode?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly templateKey?: string | null | undefined;
  readonly stage?: string | null | undefined;
  /** Part of the name of the site or of its jurisdiction. */
  readonly search?: string | null | undefined;
}

/** In which order sites are listed. */
export type SiteOrder = "name" | "launchOn";

const NOTHING = Prisma.empty;

function matches({ id, jurisdictionId, stateCode, kind, templateKey, search }: SiteFilter): Prisma.Sql {
  const pattern = containing(search);
  return Prisma.sql`s.closed_on is null
    ${id ? Prisma.sql`and s.id = ${id}::uuid` : NOTHING}
    ${jurisdictionId ? Prisma.sql`and s.jurisdiction_id = ${jurisdictionId}::uuid` : NOTHING}
    ${stateCode ? Prisma.sql`and j.state_code = ${stateCode}` : NOTHING}
    ${kind ? Prisma.sql`and s.kind = ${kind}` : NOTHING}
    ${templateKey ? Prisma.sql`and t.key = ${templateKey}` : NOTHING}
    ${pattern ? Prisma.sql`and (s.name ilike ${pattern} or j.name ilike ${pattern})` : NOTHING}`;
}

/** The sites themselves, without what is counted from their checklists. */
function matching(filter: SiteFilter): Prisma.Sql {
  return Prisma.sql`
    from site s
    join jurisdiction j on j.id = s.jurisdiction_id
    join template t on t.id = s.template_id
    where ${matches(filter)}`;
}

/** Sites with the counts of their checklists; everything that filters and sorts stands in it. */
function counted(chosen: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select s.*, days.today, c.*,
      case when s.launch_on > days.today then 'preparing'
           when c.gate_count > c.gates_met then 'heldAtGates'
           else 'launched' end as stage
    from (${chosen}) s
    cross join lateral (select (now() at time zone s.time_zone)::date as today) days
    cross join lateral (
      select count(*)::int as item_count,
        count(*) filter (where i.status = 'done')::int as done_count,
        count(*) filter (where i.status = 'notApplicable')::int as not_applicable_count,
        count(*) filter (where i.status not in ('done', 'notApplicable') and i.due_on < days.today)::int as overdue_count,
        count(*) filter (where i.is_launch_gate)::int as gate_count,
        count(*) filter (where i.is_launch_gate and i.status = 'done' and i.signed_off_at is not null)::int as gates_met,
        count(*) filter (where i.is_launch_gate and i.status = 'done' and i.signed_off_at is null)::int as gates_awaiting,
        count(*) filter (where i.is_launch_gate and i.status <> 'done' and (i.due_on < days.today or i.due_on > s.launch_on))::int as gates_failing
      from checklist_item i
      where i.jurisdiction_id = s.jurisdiction_id and i.site_id = s.id and not i.is_left_out
    ) c`;
}

/** All of a site, so that what is shown of it is read once; a column kept apart is only fetched when it is used. */
const CHOSEN = Prisma.sql`
    select s.*, j.name as jurisdiction_name, j.state_code, t.key as template_key, t.name as template_name`;

function shown(rows: Prisma.Sql, more: Prisma.Sql = NOTHING): Prisma.Sql {
  return Prisma.sql`
    select s.id, s.jurisdiction_id as "jurisdictionId", s.name, s.kind, s.address, s.latitude, s.longitude,
      s.resident_population as "residentPopulation", s.resident_population_year as "residentPopulationYear",
      s.resident_population_source as "residentPopulationSource", s.launch_on::text as "launchOn",
      s.opened_on::text as "openedOn", s.time_zone as "timeZone", s.today::text as "today",
      s.release_id as "releaseId", r.version as "releaseVersion", s.template_id as "templateId",
      s.template_key as "templateKey", s.template_name as "templateName", s.jurisdiction_name as "jurisdictionName",
      s.state_code as "stateCode", s.outline -> 'phases' as "phases", s.stage,
      s.item_count as "itemCount", s.done_count as "doneCount", s.not_applicable_count as "notApplicableCount",
      s.overdue_count as "overdueCount", s.gate_count as "gateCount", s.gates_met as "gatesMet",
      s.gates_awaiting as "gatesAwaitingSignOff", s.gates_failing as "gatesFailing", s.revision,
      (select count(*)::int from adaptation a where a.jurisdiction_id = s.jurisdiction_id and a.site_id = s.id) as "adaptationCount"${more}
    from (${rows}) s
    join release r on r.id = s.release_id`;
}

function beyond(order: SiteOrder, page: PageRequest): Prisma.Sql {
  const [value, id] = page.after ?? [];
  if (value === undefined || id === undefined) return NOTHING;
  return order === "name"
    ? Prisma.sql`and (s.name, s.id) > (${value}, ${id}::uuid)`
    : Prisma.sql`and (s.launch_on, s.id) > (${value}::date, ${id}::uuid)`;
}

interface Wanted {
  readonly filter: SiteFilter;
  readonly order: SiteOrder;
}

/** One page of sites. A stage is known only once the checklist is counted; without one, only the page's are. */
function pageOf({ filter, order }: Wanted, page: PageRequest): Prisma.Sql {
  const column = order === "name" ? Prisma.sql`s.name` : Prisma.sql`s.launch_on`;
  const part = Prisma.sql`${beyond(order, page)} order by ${column}, s.id limit ${page.first + 1}`;
  if (!filter.stage) return counted(Prisma.sql`${CHOSEN} ${matching(filter)} ${part}`);
  const all = counted(Prisma.sql`${CHOSEN} ${matching(filter)}`);
  return Prisma.sql`select s.* from (${all}) s where s.stage = ${filter.stage} ${part}`;
}

function numberOf(filter: SiteFilter): Prisma.Sql {
  if (!filter.stage) return Prisma.sql`select count(*)::int as count ${matching(filter)}`;
  const all = counted(Prisma.sql`${CHOSEN} ${matching(filter)}`);
  return Prisma.sql`select count(*)::int as count from (${all}) s where s.stage = ${filter.stage}`;
}

/** One row more than the page asks for, with the number of all. */
export async function listSites(
  database: Reader,
  wanted: Wanted,
  page: PageRequest,
): Promise<{ rows: SiteOverview[]; totalCount: number }> {
  const column = wanted.order === "name" ? Prisma.sql`s.name` : Prisma.sql`s.launch_on`;
  const found = await database.$queryRaw<{ count: number; rows: SiteOverview[] }[]>`
    select (${numberOf(wanted.filter)}) as count, coalesce((
      select json_agg(row_to_json(x)) from (${shown(pageOf(wanted, page))} order by ${column}, s.id) x), '[]') as rows`;
  return { rows: found[0]?.rows ?? [], totalCount: found[0]?.count ?? 0 };
}

/** One site as its own page shows it, with its design. */
export async function findSiteOverview(
  database: Reader,
  { siteId, hat }: { readonly siteId: string; readonly hat: Hat | null },
): Promise<(SiteOverview & { readonly design: SiteDesign }) | null> {
  const rows = await database.$queryRaw<
    (SiteOverview & { design: SiteDesign })[]
  >`${shown(counted(Prisma.sql`${CHOSEN} ${matching({ id: siteId })}`), withDesign(hat))}`;
  return rows[0] ?? null;
}
