import type { LocalizedText } from "@frontstep/domain/shared";

import { SITE_STAGE } from "#server/modules/sites/index.ts";
import type { PageRequest } from "#server/paging.ts";
import { containing } from "#server/persistence/containing.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** A site beside the releases of its template. */
export interface FleetSite {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly name: string;
  readonly jurisdictionName: string;
  readonly stateCode: string;
  readonly templateKey: string;
  readonly templateName: LocalizedText;
  readonly stage: string;
  readonly releaseId: string;
  readonly version: string;
  /** Whether the release that it has is out of use. */
  readonly isWithdrawn: boolean;
  readonly newestId: string;
  readonly newestVersion: string;
  readonly releasesBehind: number;
  /** Since the first newer release was published; 0 when there is none. */
  readonly daysBehind: number;
  readonly offers: readonly FleetOffer[];
  /** The city's latest no to a release that it does not have yet, where nobody has offered it anew. */
  readonly declined: FleetDecline | null;
  readonly adaptations: Readonly<Record<string, number>>;
  readonly allowsState: boolean;
  readonly allowsTemplateOwner: boolean;
}

/** An offer that nobody has answered. */
export interface FleetOffer {
  readonly id: string;
  readonly releaseId: string;
  readonly version: string;
}

/** An offer that a city declined, and why. */
export interface FleetDecline {
  readonly version: string;
  readonly by: string;
  readonly reason: string;
}

/** Which sites are wanted. */
export interface FleetFilter {
  readonly templateKey?: string | null | undefined;
  readonly jurisdictionId?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly version?: string | null | undefined;
  readonly isBehind?: boolean | null | undefined;
  /** Part of the name of the site or of its city. */
  readonly search?: string | null | undefined;
  /** The sites of the reader's own templates alone, wherever they are. */
  readonly isOwned?: boolean | undefined;
  readonly siteIds?: readonly string[] | null | undefined;
}

/** In which order: by city and name, or those that are furthest or least behind first. */
export type FleetOrder = "name" | "behind" | "leastBehind";

const NOTHING = Prisma.empty;

function matches(filter: FleetFilter): Prisma.Sql {
  const { templateKey, jurisdictionId, version, isOwned, siteIds } = filter;
  const pattern = containing(filter.search);
  return Prisma.sql`s.closed_on is null
    ${isOwned ? Prisma.sql`and s.template_id = any ((select sec.owned_templates())::uuid[])` : NOTHING}
    ${siteIds ? Prisma.sql`and s.id = any (${[...siteIds]}::uuid[])` : NOTHING}
    ${templateKey ? Prisma.sql`and t.key = ${templateKey}` : NOTHING}
    ${jurisdictionId ? Prisma.sql`and s.jurisdiction_id = ${jurisdictionId}::uuid` : NOTHING}
    ${version ? Prisma.sql`and r.version = ${version}` : NOTHING}
    ${pattern ? Prisma.sql`and (s.name ilike ${pattern} or j.name ilike ${pattern})` : NOTHING}`;
}

/** Every site that is asked for, with how far it is behind. */
function placed(filter: FleetFilter): Prisma.Sql {
  const { stage, isBehind } = filter;
  return Prisma.sql`
    select * from (
      select s.jurisdiction_id, s.id, s.name, j.name as city, j.state_code, t.id as template_id, t.key as template_key,
        t.name as template_name, r.id as release_id, r.version,
        ${SITE_STAGE} as stage,
        newer.releases::int as behind, coalesce(extract(day from now() - newer.since), 0)::int as days
      from site s
      join jurisdiction j on j.id = s.jurisdiction_id
      join template t on t.id = s.template_id
      join release r on r.id = s.release_id
      cross join lateral (select count(*) as releases, min(n.published_at) as since from offered_release n
        where n.template_id = s.template_id and sec.version_order(n.version) > sec.version_order(r.version)) newer
      where ${matches(filter)}
    ) f
    where true ${stage ? Prisma.sql`and f.stage = ${stage}` : NOTHING} ${isBehind ? Prisma.sql`and f.behind > 0` : NOTHING}`;
}

function signOf(order: FleetOrder): number {
  return order === "leastBehind" ? 1 : -1;
}

/** What rows are put in order by, of the rows of `w` or of the page `p`. */
function keyOf(order: FleetOrder, rows: "w" | "p"): Prisma.Sql {
  const of = Prisma.raw(rows);
  return order === "name"
    ? Prisma.sql`${of}.city, ${of}.name, ${of}.id`
    : Prisma.sql`${signOf(order)}::int * ${of}.behind, ${of}.name, ${of}.id`;
}

function beyond(order: FleetOrder, page: PageRequest): Prisma.Sql {
  const [first, second, id] = page.after ?? [];
  if (first === undefined || second === undefined || id === undefined) return NOTHING;
  const place = order === "name" ? Prisma.sql`${first}` : Prisma.sql`${signOf(order) * Number(first)}::int`;
  return Prisma.sql`where (${keyOf(order, "w")}) > (${place}, ${second}, ${id}::uuid)`;
}

/** The rows of a page in one statement, one more than it asks for, with the number of all. */
export async function listFleet(
  database: Reader,
  { filter, order }: { readonly filter: FleetFilter; readonly order: FleetOrder },
  page: PageRequest,
): Promise<{ rows: FleetSite[]; totalCount: number }> {
  const rows = await database.$queryRaw<(FleetSite & { total: number })[]>`
    with w as materialized (${placed(filter)}),
    p as (select w.* from w ${beyond(order, page)} order by ${keyOf(order, "w")} limit ${page.first + 1})
    select p.id, p.jurisdiction_id as "jurisdictionId", p.name, p.city as "jurisdictionName", p.state_code as "stateCode",
      p.template_key as "templateKey", p.template_name as "templateName", p.stage, p.release_id as "releaseId", p.version,
      not exists (select 1 from offered_release o where o.id = p.release_id) as "isWithdrawn",
      coalesce(newest.id, p.release_id) as "newestId", coalesce(newest.version, p.version) as "newestVersion", p.behind as "releasesBehind", p.days as "daysBehind",
      coalesce(offers.open, '[]') as "offers", declined.last as "declined", coalesce(own.adaptations, '{}') as "adaptations",
      coalesce(c.allows_state, false) as "allowsState", coalesce(c.allows_template_owner, false) as "allowsTemplateOwner",
      (select count(*)::int from w) as total
    from p
    left join lateral (select n.id, n.version from offered_release n where n.template_id = p.template_id
      order by sec.version_order(n.version) desc limit 1) newest on true
    left join upgrade_consent c on c.jurisdiction_id = p.jurisdiction_id
    cross join lateral (select jsonb_agg(jsonb_build_object('id', o.id, 'releaseId', o.release_id, 'version', n.version)
        order by sec.version_order(n.version) desc) as open
      from site_offer o join offered_release n on n.id = o.release_id
      where o.jurisdiction_id = p.jurisdiction_id and o.site_id = p.id and o.withdrawn_at is null and o.declined_at is null
        and sec.version_order(n.version) > sec.version_order(p.version)) offers
    left join lateral (select jsonb_build_object('version', n.version, 'by', o.declined_by, 'reason', o.decline_reason) as last
      from site_offer o join release n on n.id = o.release_id
      where o.jurisdiction_id = p.jurisdiction_id and o.site_id = p.id and o.declined_at is not null and offers.open is null
        and sec.version_order(n.version) > sec.version_order(p.version)
      order by o.declined_at desc limit 1) declined on true
    cross join lateral (select jsonb_object_agg(a.part_kind, a.count) as adaptations from (select part_kind, count(*) from adaptation
        where jurisdiction_id = p.jurisdiction_id and site_id = p.id group by 1) a) own
    order by ${keyOf(order, "p")}`;
  return { rows, totalCount: rows[0]?.total ?? 0 };
}

/** How many sites have a release. */
export interface ReleaseSpread {
  readonly templateKey: string;
  readonly templateName: LocalizedText;
  readonly version: string;
  readonly newestVersion: string;
  readonly isWithdrawn: boolean;
  readonly siteCount: number;
}

/** How many sites have which release, template by template, the newest release first. */
export async function listReleaseSpread(database: Reader, filter: FleetFilter): Promise<ReleaseSpread[]> {
  return await database.$queryRaw<ReleaseSpread[]>`
    with w as materialized (${placed(filter)})
    select t.key as "templateKey", t.name as "templateName", r.version, coalesce(newest.version, r.version) as "newestVersion",
      not exists (select 1 from offered_release o where o.id = r.id) as "isWithdrawn",
      (select count(*)::int from w where w.release_id = r.id) as "siteCount"
    from template t
    join release r on r.template_id = t.id
    left join lateral (select n.version from offered_release n where n.template_id = t.id
      order by sec.version_order(n.version) desc limit 1) newest on true
    where t.id in (select w.template_id from w)
      and (r.version = newest.version or r.id in (select w.release_id from w))
    order by t.key, sec.version_order(r.version) desc
    limit 200`;
}

/** The sites on a release's template that are below it, among those that are asked for. */
export async function listSitesBelow(
  database: Reader,
  filter: FleetFilter,
  { releaseId, atMost }: { readonly releaseId: string; readonly atMost: number },
): Promise<{ readonly jurisdictionId: string; readonly siteId: string }[]> {
  return await database.$queryRaw`
    with w as materialized (${placed(filter)})
    select w.jurisdiction_id as "jurisdictionId", w.id as "siteId" from w
    join offered_release n on n.id = ${releaseId}::uuid and n.template_id = w.template_id
    where sec.version_order(w.version) < sec.version_order(n.version)
    order by w.city, w.name, w.id
    limit ${atMost + 1}`;
}

/** A release with whose template it is. */
export interface OwnedRelease {
  readonly id: string;
  readonly version: string;
  readonly templateId: string;
  readonly organizationId: string | null;
  /** Out of use: nobody is brought to it. */
  readonly isWithdrawn: boolean;
}

export async function findOwnedRelease(database: Reader, id: string): Promise<OwnedRelease | null> {
  const row = await database.release.findFirst({
    where: { id },
    select: {
      id: true,
      version: true,
      templateId: true,
      template: { select: { organizationId: true } },
      withdrawals: { where: { endedAt: null }, select: { id: true } },
    },
  });
  if (row === null) return null;
  const { template, withdrawals, ...release } = row;
  return { ...release, organizationId: template.organizationId, isWithdrawn: withdrawals.length > 0 };
}
