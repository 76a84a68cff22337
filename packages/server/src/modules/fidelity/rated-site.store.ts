import type { LocalizedText } from "@frontstep/domain/shared";
import { type PlainDate, plainDateOf } from "@frontstep/domain/shared";

import { SITE_STAGE } from "#server/modules/sites/index.ts";
import type { PageRequest } from "#server/paging.ts";
import { containing } from "#server/persistence/containing.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** A site as it stands beside others. */
export interface RatedSite {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly jurisdictionName: string;
  readonly stateCode: string;
  readonly name: string;
  readonly kind: string;
  readonly stage: string;
  readonly launchOn: PlainDate;
  readonly templateKey: string;
  readonly templateName: LocalizedText;
  readonly releaseId: string;
  readonly version: string;
}

/** Which sites are wanted. */
export interface RatedSiteFilter {
  readonly kind?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly jurisdictionId?: string | null | undefined;
  /** Part of the name of the site or of its city. */
  readonly search?: string | null | undefined;
}

const NOTHING = Prisma.empty;

function matching({ kind, stage, jurisdictionId, search }: RatedSiteFilter): Prisma.Sql {
  const pattern = containing(search);
  return Prisma.sql`
    select * from (
      select s.id, s.jurisdiction_id as "jurisdictionId", j.name as "jurisdictionName", j.state_code as "stateCode", s.name, s.kind,
        ${SITE_STAGE} as stage,
        s.launch_on::text as "launchOn", t.key as "templateKey", t.name as "templateName", s.release_id as "releaseId", r.version
      from site s
      join jurisdiction j on j.id = s.jurisdiction_id
      join template t on t.id = s.template_id
      join release r on r.id = s.release_id
      where s.closed_on is null
        ${kind ? Prisma.sql`and s.kind = ${kind}` : NOTHING}
        ${jurisdictionId ? Prisma.sql`and s.jurisdiction_id = ${jurisdictionId}::uuid` : NOTHING}
        ${pattern ? Prisma.sql`and (s.name ilike ${pattern} or j.name ilike ${pattern})` : NOTHING}
    ) f where true ${stage ? Prisma.sql`and f.stage = ${stage}` : NOTHING}`;
}

function beyond({ after }: PageRequest): Prisma.Sql {
  const [city, name, id] = after ?? [];
  if (city === undefined || name === undefined || id === undefined) return NOTHING;
  return Prisma.sql`where (w."jurisdictionName", w.name, w.id) > (${city}, ${name}, ${id}::uuid)`;
}

/** One row more than the page asks for, by city and name, with the number of all. */
export async function listRatedSites(
  database: Reader,
  filter: RatedSiteFilter,
  page: PageRequest,
): Promise<{ rows: RatedSite[]; totalCount: number }> {
  const rows = await database.$queryRaw<
    (Omit<RatedSite, "launchOn"> & { launchOn: string; total: number })[]
  >`
    with w as materialized (${matching(filter)})
    select w.*, (select count(*)::int from w) as total from w ${beyond(page)}
    order by w."jurisdictionName", w.name, w.id limit ${page.first + 1}`;
  return {
    rows: rows.map((row) => ({ ...row, launchOn: plainDateOf(row.launchOn) })),
    totalCount: rows[0]?.total ?? 0,
  };
}
