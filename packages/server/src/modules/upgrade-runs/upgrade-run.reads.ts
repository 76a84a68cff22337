import { localize } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import {
  findRun,
  listRuns,
  listRunSites,
  RUN_RESULTS,
  type RunSite,
  type UpgradeRun,
} from "./upgrade-run.store.ts";

interface PageWanted {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A run with its counts as a list, and how fast it goes. */
export type ShownRun = ReturnType<typeof showRun>;

function showRun(ctx: RequestContext, run: UpgradeRun) {
  const seconds = ((run.finishedAt ?? new Date()).getTime() - run.startedAt.getTime()) / 1000;
  return {
    ...run,
    templateName: localize(run.templateName, ctx.language),
    results: RUN_RESULTS.map((result) => ({ result, count: run.results[result] ?? 0 })),
    perSecond: seconds > 0 ? run.doneCount / seconds : 0,
    isFinished: run.finishedAt !== null,
  };
}

/** The runs that were started for the organization or the state for which one acts, latest first. */
export async function upgradeRuns(ctx: RequestContext, page: PageWanted): Promise<Page<ShownRun>> {
  authorize(ctx, "fleet.upgrade", "anywhere");
  const request = pageRequest(page);
  const found = await listRuns(ctx.database, request);
  const rows = found.rows.map((row) => showRun(ctx, row));
  return toPage(request, { ...found, rows }, ({ startedAt, id }) => [startedAt.toISOString(), id]);
}

/** One run; null when there is none that one may see. */
export async function upgradeRun(ctx: RequestContext, id: string): Promise<ShownRun | null> {
  authorize(ctx, "fleet.upgrade", "anywhere");
  const found = await findRun(ctx.database, id);
  return found === null ? null : showRun(ctx, found);
}

/** One run; refused when there is none. */
export async function requireRun(ctx: RequestContext, id: string): Promise<ShownRun> {
  const found = await upgradeRun(ctx, id);
  if (found === null) throw notFound("run");
  return found;
}

/** The sites of a run, in the order in which they are taken. */
export async function runSites(
  ctx: RequestContext,
  wanted: { readonly runId: string; readonly result?: string | null | undefined },
  page: PageWanted,
): Promise<Page<RunSite>> {
  authorize(ctx, "fleet.upgrade", "anywhere");
  const request = pageRequest(page);
  const found = await listRunSites(ctx.database, { runId: wanted.runId, result: wanted.result }, request);
  return toPage(request, found, ({ position }) => [String(position)]);
}
