import type { RosterSite } from "@frontstep/domain/imports";

import type { Reader } from "#server/persistence/database.ts";

import {
  countTouchedSince,
  findAllNamesakes,
  findByNumbers,
  insertRosterAddition,
  listHeldAssignments,
  removeRosterAddition,
  type RosterAddition,
} from "./imported-roster.store.ts";
import { today } from "./roster.reads.ts";
import { listStaffedSites } from "./staffed-site.store.ts";

export {
  countTouchedSince,
  findAllNamesakes,
  findByNumbers,
  insertRosterAddition,
  listHeldAssignments,
  removeRosterAddition,
  type RosterAddition,
};

/** The sites of a city whose slots a file may fill, each with the day that it is there. */
export async function listRosterSites(database: Reader, jurisdictionId: string): Promise<RosterSite[]> {
  const sites = await listStaffedSites(database, jurisdictionId);
  return sites.map((site) => ({ ...site, today: today(site.timeZone) }));
}
