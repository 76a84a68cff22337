import { commitmentEnd, shareOfSlot } from "@frontstep/domain/roster";
import type { PlainDate } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";

import { insertAssignment, type KeptAssignment } from "./assignment.store.ts";
import { checkPlacement, findObstacle, onOverlap, type Placement } from "./place-assignment.ts";
import { describeOne, requireOfficer, requireStaffedSite } from "./roster.reads.ts";
import type { StaffedSite } from "./staffed-site.store.ts";

export interface AssignOfficer {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly officerId: string;
  readonly positionKey: string;
  readonly slot: number;
  readonly startsOn: string;
  /** The share of full time; what the position asks for, unless said. */
  readonly share?: number | null;
  /** The last day of the commitment; as long as the position asks for, unless said. */
  readonly expectedEndOn?: string | null;
  /** The first days on which whoever leaves the slot may still hold it; none unless said. */
  readonly handOverDays?: number | null;
  readonly idempotencyKey?: string | null;
}

export type AssignOfficerOutcome = Placement<"assigned">;

/** Puts a person into a slot from a day on, with the commitment that the position asks for. */
export async function assignOfficer(
  ctx: RequestContext,
  input: AssignOfficer,
): Promise<AssignOfficerOutcome> {
  const { jurisdictionId, siteId } = input;
  authorize(ctx, "roster.manage", { jurisdictionId, siteId });
  const [site, officer] = await Promise.all([
    requireStaffedSite(ctx, { jurisdictionId, id: siteId }),
    requireOfficer(ctx, jurisdictionId, input.officerId),
  ]);
  const startsOn = input.startsOn as PlainDate;
  const proposed: KeptAssignment = {
    id: newId(),
    jurisdictionId,
    siteId,
    officerId: officer.id,
    officer,
    positionKey: input.positionKey,
    slot: input.slot,
    startsOn,
    endedOn: null,
    exitReason: null,
    expectedEndOn: (input.expectedEndOn as PlainDate | null | undefined) ?? null,
    share: input.share ?? usualShare(site, input.positionKey),
    handOverDays: input.handOverDays ?? 0,
    leaves: [],
    revision: 1,
  };
  const findings = checkPlacement(proposed, site);
  if (findings.length > 0) return { kind: "refused", findings };
  const assignment = {
    ...proposed,
    expectedEndOn: proposed.expectedEndOn ?? usualEnd(site, input.positionKey, startsOn),
  };
  const change = {
    useCase: "assignOfficer",
    jurisdictionId,
    siteId,
    input,
    onBrokenConstraint: onOverlap(ctx, assignment),
  };
  return await write<AssignOfficerOutcome>(ctx, change, async (tx) => {
    const inside = { ...ctx, database: tx.database };
    const obstacle = await findObstacle(inside, assignment);
    if (obstacle) return obstacle;
    await insertAssignment(tx.database, assignment);
    await tx.summarize({ position: assignment.positionKey, slot: assignment.slot, startsOn });
    return { kind: "assigned", assignment: await describeOne(inside, assignment) };
  });
}

function usualShare(site: StaffedSite, positionKey: string): number {
  const position = site.positions.find(({ key }) => key === positionKey);
  return position ? shareOfSlot(position) : 1;
}

function usualEnd(site: StaffedSite, positionKey: string, startsOn: PlainDate): PlainDate | null {
  const months = site.positions.find(({ key }) => key === positionKey)?.commitmentMonths;
  return months === undefined ? null : commitmentEnd(startsOn, months);
}
