import type { PartnerRole } from "@frontstep/domain/partners";

import type { Reader } from "#server/persistence/database.ts";

/** What partnerships need of a site: where it is, its calendar, and the roles that its design names. */
export interface PartneredSite {
  readonly jurisdictionId: string;
  readonly jurisdictionName: string;
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isClosed: boolean;
  readonly partnerRoles: readonly PartnerRole[];
}

/** The sites named that are open to the reader, by name. */
export async function listPartneredSites(database: Reader, ids: readonly string[]): Promise<PartneredSite[]> {
  if (ids.length === 0) return [];
  return await database.$queryRaw<PartneredSite[]>`
    select s.jurisdiction_id as "jurisdictionId", j.name as "jurisdictionName", s.id, s.name,
        s.time_zone as "timeZone", s.closed_on is not null as "isClosed",
        coalesce(s.content -> 'partnerRoles', '[]') as "partnerRoles"
    from site s join jurisdiction j on j.id = s.jurisdiction_id
    where s.id = any (${ids}::uuid[])
    order by s.name, s.id`;
}
