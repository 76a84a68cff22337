import type { Leave } from "@frontstep/domain/roster";

import type { Reader } from "#server/persistence/database.ts";

/** The assignment that a leave belongs to. */
export interface LeaveOwner {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly id: string;
}

/** The constraints that keep an assignment from having two leaves on one day. */
export const LEAVE_CONSTRAINTS = ["leave_one_at_a_time", "leave_pkey"] as const;

export async function insertLeave(database: Reader, owner: LeaveOwner, leave: Leave): Promise<void> {
  const { jurisdictionId, siteId, id } = owner;
  const { kind } = leave;
  const days = { startsOn: new Date(leave.startsOn), endsOn: new Date(leave.endsOn) };
  await database.leave.createMany({ data: [{ jurisdictionId, siteId, assignmentId: id, kind, ...days }] });
}

/** Takes a leave back; whether there was one. */
export async function deleteLeave(database: Reader, owner: LeaveOwner, leave: Leave): Promise<boolean> {
  const { jurisdictionId, siteId, id } = owner;
  const days = { startsOn: new Date(leave.startsOn), endsOn: new Date(leave.endsOn) };
  const where = { jurisdictionId, siteId, assignmentId: id, ...days };
  const { count } = await database.leave.deleteMany({ where });
  return count > 0;
}
