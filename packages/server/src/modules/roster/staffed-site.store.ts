import type { Position, StaffingFloor, Training } from "@frontstep/domain/roster";
import { plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** What the roster needs of a site: its calendar and the part of its design that names people's work. */
export interface StaffedSite {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly launchOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly positions: readonly Position[];
  readonly trainings: readonly Training[];
  readonly staffingFloors: readonly StaffingFloor[];
}

interface Row extends Omit<StaffedSite, "launchOn" | "closedOn"> {
  readonly launchOn: string;
  readonly closedOn: string | null;
}

/** The most sites whose roster is looked at together. */
const MOST_SITES = 1_000;

/** The sites of a jurisdiction, all or those named, by name. */
export async function listStaffedSites(
  database: Reader,
  jurisdictionId: string,
  ids?: readonly string[],
): Promise<StaffedSite[]> {
  if (ids?.length === 0) return [];
  const rows = await database.$queryRaw<Row[]>`
    select jurisdiction_id as "jurisdictionId", id, name, time_zone as "timeZone",
        launch_on::text as "launchOn", closed_on::text as "closedOn",
        coalesce(content -> 'positions', '[]') as positions,
        coalesce(content -> 'trainings', '[]') as trainings,
        coalesce(content -> 'staffingFloors', '[]') as "staffingFloors"
    from site
    where jurisdiction_id = ${jurisdictionId}::uuid and (${ids === undefined} or id = any (${ids ?? []}::uuid[]))
    order by name, id limit ${MOST_SITES}`;
  return rows.map((row) => ({
    ...row,
    launchOn: plainDateOf(row.launchOn),
    closedOn: row.closedOn === null ? null : plainDateOf(row.closedOn),
  }));
}
