import { checkLeave, type Leave, type LeaveKind, leaveOverlaps } from "@frontstep/domain/roster";
import type { Finding, PlainDate } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { findAssignment, type KeptAssignment } from "./assignment.store.ts";
import type { DescribedAssignment } from "./describe-assignment.ts";
import { deleteLeave, insertLeave, LEAVE_CONSTRAINTS } from "./leave.store.ts";
import { describeOne, requireStaffedSite, today } from "./roster.reads.ts";

export interface RecordLeave {
  readonly jurisdictionId: string;
  readonly assignmentId: string;
  readonly startsOn: string;
  /** The last day away. */
  readonly endsOn: string;
  readonly kind: LeaveKind;
  /** Takes a leave back that was recorded by mistake, or whose days changed. */
  readonly isMistake?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export type RecordLeaveOutcome =
  | { readonly kind: "recorded"; readonly assignment: DescribedAssignment }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Records days away from a slot that stays held: from, to and a code, without a remark. */
export async function recordLeave(ctx: RequestContext, input: RecordLeave): Promise<RecordLeaveOutcome> {
  const { jurisdictionId, assignmentId, kind } = input;
  const assignment = await findAssignment(ctx.database, jurisdictionId, assignmentId);
  if (assignment === null) throw notFound("assignment");
  const { siteId, positionKey, slot } = assignment;
  authorize(ctx, "roster.manage", { jurisdictionId, siteId });
  const leave: Leave = { kind, startsOn: input.startsOn as PlainDate, endsOn: input.endsOn as PlainDate };
  const findings = input.isMistake ? [] : await findingsOf(ctx, assignment, leave);
  if (findings.length > 0) return { kind: "refused", findings };
  const refuse = () => ({ kind: "refused" as const, findings: [leaveOverlaps] });
  const onBrokenConstraint = Object.fromEntries(LEAVE_CONSTRAINTS.map((name) => [name, refuse]));
  const change = { useCase: "recordLeave", jurisdictionId, siteId, input, onBrokenConstraint };
  return await write<RecordLeaveOutcome>(ctx, change, async (tx) => {
    if (!input.isMistake) await insertLeave(tx.database, assignment, leave);
    else if (!(await deleteLeave(tx.database, assignment, leave))) throw notFound("leave");
    await tx.summarize({ position: positionKey, slot, isMistake: input.isMistake === true });
    const inside = { ...ctx, database: tx.database };
    const saved = (await findAssignment(tx.database, jurisdictionId, assignmentId)) ?? assignment;
    return { kind: "recorded", assignment: await describeOne(inside, saved) };
  });
}

async function findingsOf(ctx: RequestContext, assignment: KeptAssignment, leave: Leave): Promise<Finding[]> {
  const { jurisdictionId, siteId } = assignment;
  const { timeZone } = await requireStaffedSite(ctx, { jurisdictionId, id: siteId });
  return checkLeave(leave, { assignment, leaves: assignment.leaves, today: today(timeZone) });
}
