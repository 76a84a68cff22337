import { addDays, invariant, todayIn, type PlainDate } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { ownJurisdiction } from "#server/own-jurisdiction.ts";
import { type Page, type PageRequest, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import { type KeptAssignment, listAssignments } from "./assignment.store.ts";
import { describeAssignment, type DescribedAssignment, type Surroundings } from "./describe-assignment.ts";
import { describeRoster, type DescribedRoster, type DescribedSlot } from "./describe-roster.ts";
import {
  type Completion,
  findOfficer,
  listCompletions,
  listOfficers,
  type Officer,
} from "./officer.store.ts";
import { listStaffedSites, type StaffedSite } from "./staffed-site.store.ts";

/** A part of a list, as the caller names it. */
interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A site, as far as the roster needs to know it. */
export interface SiteKey {
  readonly id: string;
  readonly jurisdictionId: string;
}

/** An officer with what is shown of one. */
export interface DescribedOfficer extends Officer {
  readonly assignments: readonly DescribedAssignment[];
  readonly completions: readonly Completion[];
}

/** One site with its design, refused when it is not there or not open to the actor. */
export async function requireStaffedSite(
  ctx: RequestContext,
  { id, jurisdictionId }: SiteKey,
): Promise<StaffedSite> {
  const [site] = await listStaffedSites(ctx.database, jurisdictionId, [id]);
  if (!site) throw notFound("site");
  return site;
}

/** The rosters of some sites of one jurisdiction on a day; each site's own today where none is given. */
export async function rostersOf(
  ctx: RequestContext,
  jurisdictionId: string,
  wanted: { readonly siteIds?: readonly string[]; readonly asOf?: string | null },
): Promise<DescribedRoster[]> {
  const { siteIds, asOf } = wanted;
  const [sites, assignments] = await Promise.all([
    listStaffedSites(ctx.database, jurisdictionId, siteIds),
    listAssignments(ctx.database, { jurisdictionId, ...(siteIds ? { siteIds } : {}) }),
  ]);
  const completions = await listCompletions(ctx.database, jurisdictionId, officersOf(assignments));
  const bySite = Map.groupBy(assignments, ({ siteId }) => siteId);
  return sites.map((site) => {
    const around = {
      sites,
      completions,
      asOf: dayAsked(asOf) ?? today(site.timeZone),
      language: ctx.language,
    };
    return describeRoster(site, bySite.get(site.id) ?? [], around);
  });
}

/** A slot of an open site, and which site. */
export interface SiteSlot extends DescribedSlot {
  readonly siteId: string;
  readonly siteName: string;
}

/** The vacant slots of a jurisdiction on a day, those vacant longest first. */
export async function vacancies(
  ctx: RequestContext,
  question: { jurisdictionId?: string | null; asOf?: string | null },
  page: PageArgs,
): Promise<Page<SiteSlot>> {
  const request = pageRequest(page);
  const slots = await slotsOfOpenSites(ctx, question);
  const rows = slots.filter(({ holder }) => holder === null).sort(longestFirst);
  return pageOf(rows, request);
}

/** The slots of a jurisdiction whose holder's commitment ends within 180 days, or has ended: the nearest end first. */
export async function endingCommitments(
  ctx: RequestContext,
  question: { jurisdictionId?: string | null },
  page: PageArgs,
): Promise<Page<SiteSlot>> {
  const request = pageRequest(page);
  const slots = await slotsOfOpenSites(ctx, question);
  const ending = slots.filter(({ holder }) => typeof holder?.commitment?.within === "number");
  return pageOf(ending.sort(nearestFirst), request);
}

/** The slots of all open sites of a jurisdiction, each site's as of its own today unless said. */
async function slotsOfOpenSites(
  ctx: RequestContext,
  question: { jurisdictionId?: string | null; asOf?: string | null },
): Promise<SiteSlot[]> {
  const jurisdictionId = question.jurisdictionId ?? ownJurisdiction(ctx);
  authorize(ctx, "roster.read", { jurisdictionId });
  const [sites, rosters] = await Promise.all([
    listStaffedSites(ctx.database, jurisdictionId),
    rostersOf(ctx, jurisdictionId, { asOf: question.asOf ?? null }),
  ]);
  const open = new Map(sites.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => [id, name]));
  return rosters.flatMap(({ siteId, slots }) => {
    const siteName = open.get(siteId);
    return siteName === undefined ? [] : slots.map((slot) => ({ ...slot, siteId, siteName }));
  });
}

function longestFirst(one: SiteSlot, other: SiteSlot): number {
  return other.daysVacant - one.daysVacant || byPlace(one, other);
}

function nearestFirst(one: SiteSlot, other: SiteSlot): number {
  return daysLeft(one) - daysLeft(other) || byPlace(one, other);
}

function daysLeft({ holder }: SiteSlot): number {
  return holder?.commitment?.daysLeft ?? 0;
}

function byPlace(one: SiteSlot, other: SiteSlot): number {
  return one.siteName + one.id < other.siteName + other.id ? -1 : 1;
}

/** A page of a list that is short enough to be made whole. */
function pageOf<T extends { readonly id: string }>(rows: readonly T[], request: PageRequest): Page<T> {
  const [lastId] = request.after ?? [];
  const start = lastId === undefined ? 0 : rows.findIndex(({ id }) => id === lastId) + 1;
  const found = { rows: rows.slice(start, start + request.first + 1), totalCount: rows.length };
  return toPage(request, found, ({ id }) => [id]);
}

/** Which officers a person asks for. */
export interface OfficersQuestion {
  readonly jurisdictionId?: string | null;
  readonly siteId?: string | null;
  readonly search?: string | null;
  readonly isAssigned?: boolean | null;
  readonly endsWithinDays?: number | null;
}

/** A part of the officers of a jurisdiction, by name. */
export async function officers(
  ctx: RequestContext,
  question: OfficersQuestion,
  page: PageArgs,
): Promise<Page<DescribedOfficer>> {
  const jurisdictionId = question.jurisdictionId ?? ownJurisdiction(ctx);
  authorizeRead(ctx, { jurisdictionId, siteId: question.siteId });
  const request = pageRequest(page);
  const asOf = today("UTC");
  const { endsWithinDays } = question;
  const endingBy = endsWithinDays ? addDays(asOf, Math.min(endsWithinDays, 3_650)) : undefined;
  const found = await listOfficers(ctx.database, { ...question, jurisdictionId, endingBy, asOf }, request);
  const described = await describeOfficers(ctx, jurisdictionId, found.rows);
  return toPage(request, { ...found, rows: described }, ({ name, id }) => [name, id]);
}

/**
 * A city's people see all its officers. A site's coordinator asks in the name of the site, and
 * sees the same list, because a slot may be filled from anywhere in the city.
 */
function authorizeRead(
  ctx: RequestContext,
  { jurisdictionId, siteId }: { jurisdictionId: string; siteId?: string | null | undefined },
): void {
  authorize(ctx, "roster.read", { jurisdictionId, siteId: siteId ?? coordinatedSite(ctx, jurisdictionId) });
}

function coordinatedSite(ctx: RequestContext, jurisdictionId: string): string | undefined {
  const scopes = ctx.actor?.memberships.map(({ scope }) => scope) ?? [];
  const own = scopes.find((scope) => scope.kind === "site" && scope.jurisdictionId === jurisdictionId);
  return own?.kind === "site" ? own.siteId : undefined;
}

/** One officer; null when there is none here. */
export async function officer(
  ctx: RequestContext,
  jurisdictionId: string,
  id: string,
): Promise<DescribedOfficer | null> {
  authorizeRead(ctx, { jurisdictionId });
  const found = await findOfficer(ctx.database, jurisdictionId, id);
  if (found === null) return null;
  return await describeOfficer(ctx, found);
}

/** One officer, refused when there is none here. */
export async function requireOfficer(
  ctx: RequestContext,
  jurisdictionId: string,
  id: string,
): Promise<Officer> {
  const found = await findOfficer(ctx.database, jurisdictionId, id);
  if (found === null) throw notFound("officer");
  return found;
}

/** Officers with their assignments and trainings. */
export async function describeOfficers(
  ctx: RequestContext,
  jurisdictionId: string,
  found: readonly Officer[],
): Promise<DescribedOfficer[]> {
  const officerIds = found.map(({ id }) => id);
  if (officerIds.length === 0) return [];
  // One after the other: a use case describes inside its transaction, which has one connection.
  const assignments = await listAssignments(ctx.database, { jurisdictionId, officerIds });
  const completions = await listCompletions(ctx.database, jurisdictionId, officerIds);
  const described = await describeAssignments(ctx, assignments, completions);
  const byOfficer = Map.groupBy(described, ({ officerId }) => officerId);
  const doneBy = Map.groupBy(completions, ({ officerId }) => officerId);
  return found.map((one) => ({
    ...one,
    assignments: byOfficer.get(one.id) ?? [],
    completions: doneBy.get(one.id) ?? [],
  }));
}

/** One officer with assignments and trainings. */
export async function describeOfficer(ctx: RequestContext, found: Officer): Promise<DescribedOfficer> {
  const [described] = await describeOfficers(ctx, found.jurisdictionId, [found]);
  return described ?? { ...found, assignments: [], completions: [] };
}

/** Assignments of one jurisdiction in the words of their sites' designs. */
export async function describeAssignments(
  ctx: RequestContext,
  assignments: readonly KeptAssignment[],
  known?: readonly Completion[],
): Promise<DescribedAssignment[]> {
  const [first] = assignments;
  if (!first) return [];
  const siteIds = [...new Set(assignments.map(({ siteId }) => siteId))];
  const sites = await listStaffedSites(ctx.database, first.jurisdictionId, siteIds);
  const completions =
    known ?? (await listCompletions(ctx.database, first.jurisdictionId, officersOf(assignments)));
  return assignments.map((assignment) => {
    const zone = sites.find(({ id }) => id === assignment.siteId)?.timeZone ?? "UTC";
    const around: Surroundings = { sites, completions, asOf: today(zone), language: ctx.language };
    return describeAssignment(assignment, around);
  });
}

/** One assignment in the words of its site's design. */
export async function describeOne(
  ctx: RequestContext,
  assignment: KeptAssignment,
): Promise<DescribedAssignment> {
  const [described] = await describeAssignments(ctx, [assignment]);
  invariant(described !== undefined, "an assignment is described as long as there is one");
  return described;
}

function officersOf(assignments: readonly KeptAssignment[]): string[] {
  return [...new Set(assignments.map(({ officerId }) => officerId))];
}

function dayAsked(asOf: string | null | undefined): PlainDate | undefined {
  return asOf ? (asOf as PlainDate) : undefined;
}

/** Today in a time zone. */
export function today(timeZone: string): PlainDate {
  return todayIn(timeZone, new Date());
}
