import type { ExitReason } from "@frontstep/domain/roster";
import type { PlainDate } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { requireAssignment, saveAssignment } from "./correct-assignment.ts";
import type { Placement } from "./place-assignment.ts";

export interface EndAssignment {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  /** The last day held. */
  readonly endedOn: string;
  readonly exitReason: ExitReason;
  readonly idempotencyKey?: string | null;
}

export type EndAssignmentOutcome = Placement<"ended">;

/** Ends an assignment on a last day, with the reason as a code. */
export async function endAssignment(
  ctx: RequestContext,
  input: EndAssignment,
): Promise<EndAssignmentOutcome> {
  const current = await requireAssignment(ctx, input);
  const ended = { ...current, endedOn: input.endedOn as PlainDate, exitReason: input.exitReason };
  return await saveAssignment(ctx, ended, { useCase: "endAssignment", input, kind: "ended" });
}
