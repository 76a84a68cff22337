import {
  followedStays,
  medianMonths,
  monthsOfHolders,
  type MonthOfSlots,
  staysOf,
  stillThere,
  type StillThere,
  strengthByMonth,
} from "@frontstep/domain/roster";
import type { PlainDate } from "@frontstep/domain/shared";
import { kaplanMeier, type SurvivalStep } from "@frontstep/domain/statistics";

import { authorize, type RequestContext } from "#server/context.ts";
import { ownJurisdiction } from "#server/own-jurisdiction.ts";

import { listAssignments } from "./assignment.store.ts";
import { today } from "./roster.reads.ts";
import { listStaffedSites, type StaffedSite } from "./staffed-site.store.ts";

/** The establishment of a site or a whole city against its strength, without a name. */
export interface RosterStrength {
  readonly id: string;
  readonly asOf: PlainDate;
  readonly months: readonly MonthOfSlots[];
  readonly tenureMonths: readonly number[];
  readonly medianMonths: number | null;
  readonly stillThere: StillThere;
  readonly followedCount: number;
  readonly stayedCurve: readonly SurvivalStep[];
}

/** How many months of slots are shown. */
const MONTHS = 24;

/** Slots planned and held by month, how long people have stayed, and how many are still there; of open sites. */
export async function rosterStrength(
  ctx: RequestContext,
  question: { readonly jurisdictionId?: string | null; readonly siteId?: string | null },
): Promise<RosterStrength> {
  const jurisdictionId = question.jurisdictionId ?? ownJurisdiction(ctx);
  const { siteId } = question;
  authorize(ctx, "roster.read", siteId ? { jurisdictionId, siteId } : { jurisdictionId });
  const wanted = siteId ? [siteId] : undefined;
  const [all, assignments] = await Promise.all([
    listStaffedSites(ctx.database, jurisdictionId, wanted),
    listAssignments(ctx.database, { jurisdictionId, ...(wanted ? { siteIds: wanted } : {}) }),
  ]);
  const sites = siteId ? all : all.filter(({ closedOn }) => closedOn === null);
  const asOf = dayOf(sites);
  const bySite = Map.groupBy(assignments, (assignment) => assignment.siteId);
  const ofSite = (site: StaffedSite) => bySite.get(site.id) ?? [];
  const stays = staysOf(sites.flatMap(ofSite));
  const tenureMonths = monthsOfHolders(stays, asOf);
  const followed = followedStays(stays, asOf);
  const curve = kaplanMeier(followed);
  const slots = sites.map((site) => ({
    positions: site.positions,
    assignments: ofSite(site),
    plannedFrom: site.launchOn,
  }));
  return {
    id: `${siteId ?? jurisdictionId}.${asOf}`,
    asOf,
    months: strengthByMonth(slots, { asOf, months: MONTHS }),
    tenureMonths,
    medianMonths: medianMonths(tenureMonths),
    stillThere: stillThere(stays, asOf),
    followedCount: followed.length,
    stayedCurve: curve.kind === "curve" ? curve.steps : [],
  };
}

/** Today at the sites; where they lie in several time zones, the earliest, whose day is over nowhere yet. */
function dayOf(sites: readonly StaffedSite[]): PlainDate {
  const days = sites.map(({ timeZone }) => today(timeZone)).sort();
  return days[0] ?? today("UTC");
}
