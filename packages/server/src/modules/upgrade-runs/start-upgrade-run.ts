import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import {
  actsFor,
  findWithdrawn,
  type FleetFilter,
  requireOwnedRelease,
  sitesBelow,
} from "#server/modules/fleet/index.ts";
import { newId, PLATFORM, write } from "#server/persistence/write.ts";

import { runEvents } from "./carry-out-runs.ts";
import { insertRun, nameOf } from "./upgrade-run.store.ts";

/** Many sites to bring to a release. */
export interface StartUpgradeRun {
  readonly idempotencyKey?: string | null;
  readonly releaseId: string;
  /** Which of the sites below it; all of them unless said. */
  readonly sites: FleetFilter;
}

export type StartUpgradeRunOutcome =
  | { readonly kind: "started"; readonly runId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Starts to upgrade every site of a list that has no question and whose city agreed to it. It goes on when whoever
 * started it leaves the page, and when the server is started anew.
 */
export async function startUpgradeRun(
  ctx: RequestContext,
  input: StartUpgradeRun,
): Promise<StartUpgradeRunOutcome> {
  const release = await requireOwnedRelease(ctx, input.releaseId);
  const starter = actsFor(ctx, "fleet.upgrade", release);
  const withdrawn = findWithdrawn(release);
  if (withdrawn.length > 0) return { kind: "refused", findings: withdrawn };
  const sites = await sitesBelow(ctx, input.sites, release.id);
  if (sites.length === 0) {
    const message = `None of these sites is below release ${release.version}, so there is nothing to upgrade.`;
    return {
      kind: "refused",
      findings: [{ code: "RUN_NO_SITE_BELOW", severity: "error", path: "sites", message }],
    };
  }
  const change = {
    useCase: "startUpgradeRun",
    jurisdictionId: PLATFORM,
    organizationId: starter.organizationId ?? undefined,
    stateCode: starter.stateCode ?? undefined,
    input,
  };
  const named = await nameOf(ctx.database, starter);
  const outcome = await write<StartUpgradeRunOutcome>(ctx, change, async (tx) => {
    const { id: releaseId, templateId, version } = release;
    const run = {
      id: newId(),
      templateId,
      releaseId,
      ...starter,
      startedBy: ctx.actor?.name ?? "",
      actsFor: named,
    };
    await insertRun(tx.database, run, sites);
    await tx.summarize({ version, siteCount: sites.length });
    return { kind: "started", runId: run.id };
  });
  runEvents.emit("started");
  return outcome;
}
