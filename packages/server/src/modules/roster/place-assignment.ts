import {
  assignmentInTheWay,
  checkAssignment,
  claimSameDays,
  isOnRoster,
  slotsOf,
} from "@frontstep/domain/roster";
import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { type KeptAssignment, listAssignments, OVERLAP_CONSTRAINTS } from "./assignment.store.ts";
import type { DescribedAssignment } from "./describe-assignment.ts";
import { lockOfficer } from "./officer.store.ts";
import { describeOne, today } from "./roster.reads.ts";
import type { StaffedSite } from "./staffed-site.store.ts";

/** Why an assignment cannot be placed: each names what is in the way, or what to put right. */
export type NotPlaced =
  | { readonly kind: "overlaps"; readonly other: DescribedAssignment }
  | { readonly kind: "slotHeld"; readonly other: DescribedAssignment }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** What placing an assignment came to. */
export type Placement<Kind extends string> =
  { readonly kind: Kind; readonly assignment: DescribedAssignment } | NotPlaced;

/** What is wrong with an assignment in itself and with the slot that it names. */
export function checkPlacement(assignment: KeptAssignment, site: StaffedSite): Finding[] {
  return [
    ...checkAssignment(assignment, today(site.timeZone)),
    ...checkSlot(assignment, site),
    ...checkOpen(site),
  ];
}

function checkSlot({ positionKey, slot }: KeptAssignment, site: StaffedSite): Finding[] {
  const position = site.positions.find(({ key }) => key === positionKey);
  if (position === undefined) {
    return [error("POSITION_UNKNOWN", "positionKey", "Choose a position that this site's design has.")];
  }
  if (!isOnRoster(position)) {
    const message =
      "People in this position work for a partner organization. Record the partnership; their names are not kept here.";
    return [error("POSITION_OF_PARTNER", "positionKey", message)];
  }
  if (!Number.isInteger(slot) || slot < 1 || slot > slotsOf(position)) {
    return [error("SLOT_UNKNOWN", "slot", `Choose a slot from 1 to ${String(slotsOf(position))}.`)];
  }
  return [];
}

function checkOpen({ closedOn }: StaffedSite): Finding[] {
  return closedOn === null
    ? []
    : [error("SITE_CLOSED", "siteId", "This site is closed. Choose an open site.")];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

/** What an open transaction finds in the way of an assignment; `undefined` when it has room. */
export async function findObstacle(
  ctx: RequestContext,
  assignment: KeptAssignment,
): Promise<NotPlaced | undefined> {
  await lockOfficer(ctx.database, assignment.officerId);
  return await obstacleTo(ctx, assignment);
}

/**
 * The same question after the database refused, because another request was a moment earlier.
 * Reading again shows what that one did.
 */
export function onOverlap(
  ctx: RequestContext,
  assignment: KeptAssignment,
): Readonly<Record<string, () => Promise<NotPlaced>>> {
  const tell = async (): Promise<NotPlaced> =>
    (await obstacleTo(ctx, assignment)) ?? { kind: "refused", findings: [tryAgain] };
  return Object.fromEntries(OVERLAP_CONSTRAINTS.map((constraint) => [constraint, tell]));
}

const tryAgain = error(
  "ASSIGNMENT_MOVED",
  "startsOn",
  "Someone changed this slot at the same moment. Try once more.",
);

async function obstacleTo(ctx: RequestContext, assignment: KeptAssignment): Promise<NotPlaced | undefined> {
  const { jurisdictionId, officerId, siteId, positionKey, slot } = assignment;
  const ofPerson = await listAssignments(ctx.database, { jurisdictionId, officerIds: [officerId] });
  const other = assignmentInTheWay(assignment, ofPerson);
  if (other) return { kind: "overlaps", other: await describeOne(ctx, other) };
  const ofSlot = await listAssignments(ctx.database, { jurisdictionId, slot: { siteId, positionKey, slot } });
  const holder = ofSlot.find((held) => held.id !== assignment.id && claimSameDays(held, assignment));
  return holder && { kind: "slotHeld", other: await describeOne(ctx, holder) };
}
