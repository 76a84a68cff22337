import { authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";

import { requireRun } from "./upgrade-run.reads.ts";
import { askToCancel, findStarter } from "./upgrade-run.store.ts";

/** A run to stop. */
export interface CancelUpgradeRun {
  readonly idempotencyKey?: string | null;
  readonly runId: string;
}

export interface UpgradeRunCancelAsked {
  readonly kind: "asked";
  readonly runId: string;
}

/** Asks a run to stop. The sites under way are finished; those that were upgraded stay so. */
export async function cancelUpgradeRun(
  ctx: RequestContext,
  input: CancelUpgradeRun,
): Promise<UpgradeRunCancelAsked> {
  authorize(ctx, "fleet.upgrade", "anywhere");
  const run = await requireRun(ctx, input.runId);
  const starter = await findStarter(ctx.database, run.id);
  const change = { useCase: "cancelUpgradeRun", jurisdictionId: PLATFORM, ...starter, input };
  return await write<UpgradeRunCancelAsked>(ctx, change, async (tx) => {
    await askToCancel(tx.database, run.id);
    await tx.summarize({ version: run.version, doneCount: run.doneCount, siteCount: run.siteCount });
    return { kind: "asked", runId: run.id };
  });
}
