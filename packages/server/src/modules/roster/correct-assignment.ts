import type { ExitReason } from "@frontstep/domain/roster";
import type { PlainDate } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { findAssignment, type KeptAssignment, updateAssignment } from "./assignment.store.ts";
import { checkPlacement, findObstacle, onOverlap, type Placement } from "./place-assignment.ts";
import { describeOne, requireStaffedSite } from "./roster.reads.ts";

export interface CorrectAssignment {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  readonly startsOn: string;
  readonly expectedEndOn?: string | null;
  /** The last day and the reason, both or neither: leaving both out makes an ended assignment last. */
  readonly endedOn?: string | null;
  readonly exitReason?: ExitReason | null;
  readonly share: number;
  /** As it was unless said. */
  readonly handOverDays?: number | null;
  readonly idempotencyKey?: string | null;
}

export type CorrectAssignmentOutcome = Placement<"corrected">;

/** Puts right the days, the share or the ending of an assignment that was recorded wrongly. */
export async function correctAssignment(
  ctx: RequestContext,
  input: CorrectAssignment,
): Promise<CorrectAssignmentOutcome> {
  const current = await requireAssignment(ctx, input);
  const corrected: KeptAssignment = {
    ...current,
    startsOn: input.startsOn as PlainDate,
    expectedEndOn: (input.expectedEndOn as PlainDate | null | undefined) ?? null,
    endedOn: (input.endedOn as PlainDate | null | undefined) ?? null,
    exitReason: input.exitReason ?? null,
    share: input.share,
    handOverDays: input.handOverDays ?? current.handOverDays,
  };
  return await saveAssignment(ctx, corrected, { useCase: "correctAssignment", input, kind: "corrected" });
}

/** An assignment that the actor may change, at the revision that was read. */
export async function requireAssignment(
  ctx: RequestContext,
  { jurisdictionId, id, expectedRevision }: { jurisdictionId: string; id: string; expectedRevision: number },
): Promise<KeptAssignment> {
  const current = await findAssignment(ctx.database, jurisdictionId, id);
  if (current === null) throw notFound("assignment");
  authorize(ctx, "roster.manage", { jurisdictionId, siteId: current.siteId });
  requireRevision(current, expectedRevision);
  return current;
}

interface Saving<Kind extends string> {
  readonly useCase: string;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly kind: Kind;
}

/** Saves an assignment over the revision that was read, when it has room. */
export async function saveAssignment<Kind extends string>(
  ctx: RequestContext,
  changed: KeptAssignment,
  { useCase, input, kind }: Saving<Kind>,
): Promise<Placement<Kind>> {
  const { jurisdictionId, siteId, positionKey, slot, revision } = changed;
  const site = await requireStaffedSite(ctx, { jurisdictionId, id: siteId });
  const findings = checkPlacement(changed, { ...site, closedOn: null }).filter(
    ({ code }) => !slotGone.has(code),
  );
  if (findings.length > 0) return { kind: "refused", findings };
  const change = { useCase, jurisdictionId, siteId, input, onBrokenConstraint: onOverlap(ctx, changed) };
  return await write<Placement<Kind>>(ctx, change, async (tx) => {
    const inside = { ...ctx, database: tx.database };
    const obstacle = await findObstacle(inside, changed);
    if (obstacle) return obstacle;
    const done = await updateAssignment(tx.database, changed);
    requireRevision({ revision: done ? revision : -1 }, revision);
    await tx.summarize({ position: positionKey, slot, startsOn: changed.startsOn, endedOn: changed.endedOn });
    return { kind, assignment: await describeOne(inside, { ...changed, revision: revision + 1 }) };
  });
}

/** An assignment in a slot that the design has given up can still be put right and ended. */
const slotGone = new Set(["POSITION_UNKNOWN", "POSITION_OF_PARTNER", "SLOT_UNKNOWN"]);
