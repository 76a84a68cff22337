import { hatsHeld, may, type MembershipScope, type Permission, placesWith } from "@frontstep/domain/access";
import {
  agreementReminders,
  itemReminder,
  type Reminder,
  reportReminder,
  slotReminders,
} from "@frontstep/domain/reminders";
import { plainDateOf, todayIn } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { deliveriesDue } from "#server/modules/deliveries/index.ts";
import { shownDueItems } from "#server/modules/onboarding/index.ts";
import { partnerships } from "#server/modules/partners/index.ts";
import { heldSlots, type HeldSlotOfSite } from "#server/modules/roster/index.ts";
import { LARGEST_PAGE, type Page } from "#server/paging.ts";
import type { Databases } from "#server/persistence/database.ts";
import { asReader } from "#server/reading-context.ts";

import type { Person } from "./person.store.ts";

/** How far ahead reminders look, in days. */
const HORIZON_DAYS = 366;

/** The most rows of one list that are looked at, the nearest first. */
const MOST_ROWS = 2_000;

/**
 * What comes for a person, from all that they may see. Each hat is read by itself, in a context of
 * its own; what a hat that the person no longer holds would show is left out.
 */
export async function remindersOfPerson(databases: Databases, person: Person): Promise<Reminder[]> {
  const byKey = new Map<string, Reminder>();
  for (const hat of hatsHeld(person.actor.memberships)) {
    const read = await asReader(databases, { ...person, hat }, remindersOf);
    for (const reminder of read ?? []) byKey.set(reminder.key, reminder);
  }
  return [...byKey.values()];
}

/** What comes for whoever asks, from what the hat worn now may see. */
async function remindersOf(ctx: RequestContext): Promise<Reminder[]> {
  return [
    ...(isAllowed(ctx, "roster.read") ? await ofSlots(ctx) : []),
    ...(isAllowed(ctx, "partner.read") ? await ofAgreements(ctx) : []),
    ...(isAllowed(ctx, "checklist.read") ? await ofItems(ctx) : []),
    ...(ctx.hat === "organization" && isAllowed(ctx, "delivery.report") ? await ofReports(ctx) : []),
  ];
}

function isAllowed(ctx: RequestContext, permission: Permission): boolean {
  return may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission, place: "anywhere" }).allowed;
}

async function ofSlots(ctx: RequestContext): Promise<Reminder[]> {
  const places = placesWith(ctx.actor?.memberships ?? [], ctx.hat, "roster.read");
  const found: Reminder[] = [];
  for (const { jurisdictionId, siteIds } of rostersAt(places)) {
    const slots = await heldSlots(ctx, jurisdictionId, siteIds);
    found.push(...slots.flatMap((slot) => slotReminders(withoutHolder(slot))));
  }
  return found;
}

/** Each jurisdiction once: all its sites, or those that are coordinated. */
function rostersAt(
  places: readonly MembershipScope[],
): { readonly jurisdictionId: string; readonly siteIds?: readonly string[] }[] {
  const whole = new Set<string>();
  const bySite = new Map<string, string[]>();
  for (const scope of places) {
    if (scope.kind === "jurisdiction") whole.add(scope.jurisdictionId);
    if (scope.kind === "site")
      bySite.set(scope.jurisdictionId, [...(bySite.get(scope.jurisdictionId) ?? []), scope.siteId]);
  }
  const single = [...bySite].filter(([jurisdictionId]) => !whole.has(jurisdictionId));
  return [
    ...[...whole].map((jurisdictionId) => ({ jurisdictionId })),
    ...single.map(([jurisdictionId, siteIds]) => ({ jurisdictionId, siteIds })),
  ];
}

/** A slot as a reminder may know it: the person in it stays here. */
function withoutHolder({ siteId, siteName, today, slotTitle, holder }: HeldSlotOfSite) {
  return {
    siteId,
    siteName,
    today,
    slotTitle,
    assignmentId: holder.id,
    commitmentEndsOn: holder.endedOn === null ? (holder.commitment?.endsOn ?? null) : null,
    trainings: holder.trainings,
  };
}

async function ofAgreements(ctx: RequestContext): Promise<Reminder[]> {
  const rows = await allOf((page) => partnerships(ctx, { lapsesWithinDays: HORIZON_DAYS }, page));
  return rows.flatMap(({ id, jurisdictionId, organization, siteName, timeZone, agreements }) =>
    agreementReminders({
      jurisdictionId,
      partnershipId: id,
      organizationName: organization.publicName,
      siteName,
      today: todayIn(timeZone, new Date()),
      agreements,
    }),
  );
}

/** A city is told of every item, whoever looks on only of those that hold up the launch. */
async function ofItems(ctx: RequestContext): Promise<Reminder[]> {
  const filter = { withinDays: HORIZON_DAYS, onlyGates: ctx.hat !== "city" };
  const rows = await allOf((page) => shownDueItems(ctx, filter, page));
  return rows.map((row) => itemReminder({ ...row, today: plainDateOf(row.today) }));
}

async function ofReports(ctx: RequestContext): Promise<Reminder[]> {
  const rows = await allOf((page) => deliveriesDue(ctx, page));
  return rows.map(reportReminder);
}

async function allOf<T>(
  read: (page: { readonly first: number; readonly after: string | null }) => Promise<Page<T>>,
): Promise<T[]> {
  const rows: T[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo }: Page<T> = await read({ first: LARGEST_PAGE, after });
    rows.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null && rows.length < MOST_ROWS);
  return rows;
}
