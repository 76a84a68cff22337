import type { LocalizedText } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** A figure that holds now, or one of its earlier revisions, with the names to show it by. */
export interface ListedObservation {
  readonly jurisdictionId: string;
  readonly indicatorCode: string;
  readonly indicatorName: LocalizedText;
  readonly placeKind: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly period: string;
  readonly revision: number;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly monthsCovered: number | null;
  readonly reportingSystem: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly isReference: boolean;
  readonly importId: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
}

/** Which figures are wanted. */
export interface ObservationFilter {
  readonly jurisdictionId: string;
  readonly siteId?: string | null | undefined;
  readonly indicatorCode?: string | null | undefined;
}

/** What there is one figure of. */
export interface ObservationIdentity {
  readonly jurisdictionId: string;
  readonly indicatorCode: string;
  readonly placeId: string;
  readonly period: string;
}

const COLUMNS = Prisma.sql`
  o.jurisdiction_id as "jurisdictionId", o.indicator_code as "indicatorCode",
  coalesce(i.definition -> 'name', jsonb_build_object('en', o.indicator_code)) as "indicatorName",
  o.place_kind as "placeKind", o.place_id as "placeId", coalesce(s.name, a.name, j.name) as "placeName", o.period, o.revision,
  o.value, o.numerator, o.denominator, o.months_covered as "monthsCovered", o.reporting_system as "reportingSystem",
  o.source, o.note, o.is_reference as "isReference", o.import_id as "importId", o.recorded_by as "recordedBy",
  o.recorded_at as "recordedAt", o.superseded_at as "supersededAt"`;

const NAMED = Prisma.sql`
  observation o
  join jurisdiction j on j.id = o.jurisdiction_id
  left join site s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.place_id
  left join comparison_area a on a.jurisdiction_id = o.jurisdiction_id and a.id = o.place_id
  left join indicator i on i.code = o.indicator_code`;

/** One row more than the page asks for: the figures that hold now, newest period first. */
export async function listObservations(
  database: Reader,
  filter: ObservationFilter,
  page: PageRequest,
): Promise<{ rows: ListedObservation[]; totalCount: number }> {
  const where = conditions(filter);
  const [start, code, place, period] = page.after ?? [];
  const beyond =
    start === undefined || code === undefined || place === undefined || period === undefined
      ? Prisma.empty
      : Prisma.sql`and (o.period_start < ${start}::date or (o.period_start = ${start}::date
          and (o.indicator_code, o.place_id, o.period) > (${code}, ${place}::uuid, ${period})))`;
  const rows = await database.$queryRaw<ListedObservation[]>`
    select ${COLUMNS} from ${NAMED} where ${where} ${beyond}
    order by o.period_start desc, o.indicator_code, o.place_id, o.period limit ${page.first + 1}`;
  const [counted] = await database.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from observation o where ${where}`;
  return { rows, totalCount: counted?.count ?? 0 };
}

/** Every revision of one figure, the latest first. */
export async function listRevisions(
  database: Reader,
  identity: ObservationIdentity,
): Promise<ListedObservation[]> {
  return await database.$queryRaw`
    select ${COLUMNS} from ${NAMED}
    where o.jurisdiction_id = ${identity.jurisdictionId}::uuid and o.indicator_code = ${identity.indicatorCode}
      and o.place_id = ${identity.placeId}::uuid and o.period = ${identity.period}
    order by o.revision desc limit 100`;
}

function conditions({ jurisdictionId, siteId, indicatorCode }: ObservationFilter): Prisma.Sql {
  return Prisma.sql`o.jurisdiction_id = ${jurisdictionId}::uuid and o.superseded_at is null
    ${siteId ? Prisma.sql`and o.place_id = ${siteId}::uuid` : Prisma.empty}
    ${indicatorCode ? Prisma.sql`and o.indicator_code = ${indicatorCode}` : Prisma.empty}`;
}
