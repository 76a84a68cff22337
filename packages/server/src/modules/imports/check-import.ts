import { hasErrors, type Finding } from "@frontstep/domain/shared";

import type { ActingContext, RequestContext } from "#server/context.ts";

import { authorizeImport } from "./authorize-import.ts";
import { replaceFindings } from "./import-finding.store.ts";
import type { ImportRun } from "./import-run.ts";
import type { SummaryTally } from "./import-summary.ts";
import { checkMapping, requireImport } from "./import.reads.ts";
import { type ImportRecord, requireStep } from "./import.store.ts";
import { beginWork, type BegunWork, type WorkHandle } from "./import-work.ts";
import { prepareRun, workOf } from "./run-import.ts";
import { runDirectory } from "./run-directory.ts";
import { runObservations } from "./run-observations.ts";
import { runRoster } from "./run-roster.ts";
import { stage } from "./staging-area.ts";

/** A dry run to make. */
export interface CheckImport {
  readonly importId: string;
  /** What the columns mean. */
  readonly mapping: unknown;
}

/** Long work on an import has begun. */
export interface WorkBegun extends BegunWork {
  readonly kind: "begun";
  readonly import: ImportRecord;
}

export type CheckImportOutcome =
  WorkBegun | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Begins a dry run: reads the whole file with a mapping and counts what bringing it in would come to. Nothing is written. */
export async function checkImport(
  ctx: RequestContext,
  { importId, mapping }: CheckImport,
): Promise<CheckImportOutcome> {
  const found = await requireImport(ctx, importId);
  authorizeImport(ctx, found);
  const findings = await checkMapping(ctx, found, mapping);
  if (hasErrors(findings)) return { kind: "refused", findings };
  const from = found.state === "checked" ? "checked" : "uploaded";
  const work = {
    key: keyOf(found),
    from,
    during: "checking",
    total: workOf(found),
    act: (handle: WorkHandle) => dryRun(ctx, { ...found, mapping }, handle),
  } as const;
  const begun = await beginWork(ctx, work);
  if (!begun) return { kind: "refused", findings: [notReady(found)] };
  return { kind: "begun", import: await requireImport(ctx, importId), ...begun };
}

async function dryRun(ctx: ActingContext, found: ImportRecord, handle: WorkHandle): Promise<void> {
  const run = await prepareRun(ctx, found, { database: ctx.database, handle });
  const tally = await tryOut(found.importer, run);
  for (const finding of await checkMapping(ctx, found, found.mapping)) tally.find(null, finding);
  await stage(ctx, async (database) => {
    await replaceFindings(database, keyOf(found), tally.findings);
    const to = {
      state: "checked",
      mapping: found.mapping,
      summary: tally.summary(),
      leaseUntil: null,
    } as const;
    await requireStep(database, keyOf(found), { from: ["checking"], to });
  });
}

async function tryOut(importer: ImportRecord["importer"], run: ImportRun): Promise<SummaryTally> {
  switch (importer) {
    case "observations":
      return await runObservations(run);
    case "jurisdictions":
      return await runDirectory(run, false);
    case "roster":
      return await runRoster(run);
  }
}

export function keyOf({ jurisdictionId, id }: ImportRecord): { jurisdictionId: string; id: string } {
  return { jurisdictionId, id };
}

/** The finding for an import that is not where this could begin. */
export function notReady({ state }: ImportRecord): Finding {
  const messages: Readonly<Record<string, string>> = {
    applied: "This file was brought in already. Choose the file again to bring it in once more.",
    undone: "This import was undone. Choose the file again to bring it in once more.",
    discarded: "This file was given up and is no longer kept. Choose it again.",
    uploaded: "Make a dry run first, so that you see what would change.",
  };
  const message = messages[state] ?? "Work on this import is under way. Wait until it is done, or cancel it.";
  return { code: "IMPORT_NOT_READY", severity: "error", path: "import", message, values: { state } };
}
