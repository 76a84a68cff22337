import type { Finding } from "@frontstep/domain/shared";

import type { ActingContext, RequestContext } from "#server/context.ts";
import { type Transaction, write } from "#server/persistence/write.ts";
import { Refusal } from "#server/refusal.ts";

import { authorizeImport } from "./authorize-import.ts";
import { keyOf, notReady, type WorkBegun } from "./check-import.ts";
import { replaceFindings } from "./import-finding.store.ts";
import type { SummaryTally } from "./import-summary.ts";
import { requireImport } from "./import.reads.ts";
import { deleteParts, type ImportRecord, type ImportStep, requireStep } from "./import.store.ts";
import { beginWork, type WorkHandle } from "./import-work.ts";
import { prepareRun, workOf } from "./run-import.ts";
import { runDirectory } from "./run-directory.ts";
import { runObservations } from "./run-observations.ts";
import { runRoster } from "./run-roster.ts";
import { stage } from "./staging-area.ts";

/** An import to apply as its dry run showed it. */
export interface ApplyImport {
  readonly importId: string;
  /** The revision whose dry run was looked at. */
  readonly expectedRevision: number;
}

export type ApplyImportOutcome =
  WorkBegun | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const longest = 15 * 60_000;

/** Begins to bring a checked file in: one transaction, one change set, all that the dry run counted or nothing. */
export async function applyImport(
  ctx: RequestContext,
  { importId, expectedRevision }: ApplyImport,
): Promise<ApplyImportOutcome> {
  const found = await requireImport(ctx, importId);
  authorizeImport(ctx, found);
  requireSameDryRun(found, expectedRevision);
  const hindrance = hindranceOf(found);
  if (hindrance) return { kind: "refused", findings: [hindrance] };
  const begun = await beginWork(ctx, {
    key: keyOf(found),
    from: "checked",
    during: "applying",
    total: workOf(found),
    act: (handle) => bringIn(ctx, found, handle),
  });
  if (!begun) return { kind: "refused", findings: [notReady(found)] };
  return { kind: "begun", import: await requireImport(ctx, importId), ...begun };
}

function requireSameDryRun({ state, revision }: ImportRecord, expected: number): void {
  if (state !== "checked" || revision === expected) return;
  const sentence = "Another dry run was made meanwhile. Look at its result, then bring the file in.";
  throw new Refusal("STALE_REVISION", sentence);
}

function hindranceOf(found: ImportRecord): Finding | undefined {
  if (found.state !== "checked" || found.summary === null) return notReady(found);
  const at = { severity: "error", path: "import" } as const;
  if (found.summary.isBroken) {
    return {
      ...at,
      code: "FILE_NOT_READABLE",
      message:
        "The file could not be read to its end, so none of it is brought in. Put the file right and choose it again.",
    };
  }
  if (found.summary.added + found.summary.changed > 0) return undefined;
  return {
    ...at,
    code: "NOTHING_TO_BRING_IN",
    message: "This file changes nothing: what it says is held already, or none of it can come in.",
  };
}

async function bringIn(ctx: ActingContext, found: ImportRecord, handle: WorkHandle): Promise<void> {
  const change = { useCase: "applyImport", jurisdictionId: found.jurisdictionId, timeout: longest };
  const hasWritten = await write(ctx, change, async (tx) => {
    const tally = await runIn(ctx, tx, { found, handle });
    const { added, changed, leftAlone, refused } = tally.summary();
    await finish(ctx, found, { tally, changeSetId: tx.changeSetId, tx });
    await tx.summarize({
      fileName: found.fileName,
      fileSha256: found.fileSha256,
      importId: found.id,
      added,
      changed,
      leftAlone,
      refused,
    });
    return added + changed > 0;
  });
  // What writes nothing leaves no change set, and its transaction is rolled back with the import's last step.
  if (!hasWritten)
    await stage(ctx, (database) =>
      requireStep(database, keyOf(found), { from: ["applying"], to: applied() }),
    );
}

async function runIn(
  ctx: ActingContext,
  tx: Transaction,
  { found, handle }: { found: ImportRecord; handle: WorkHandle },
): Promise<SummaryTally> {
  const run = await prepareRun(ctx, found, { database: tx.database, handle });
  if (found.importer === "jurisdictions") return await runDirectory(run, true);
  if (found.importer === "roster") return await runRoster(run, found.id);
  return await runObservations(run, {
    importId: found.id,
    changeSetId: tx.changeSetId,
    recordedBy: ctx.actor.name,
    isReference: ctx.hat === "steward",
    source: found.fileName,
  });
}

/** The receipt, written with the figures themselves: where one is, the other is. */
async function finish(
  ctx: ActingContext,
  found: ImportRecord,
  { tally, changeSetId, tx }: { tally: SummaryTally; changeSetId: string; tx: Transaction },
): Promise<void> {
  const { database } = tx;
  await replaceFindings(database, keyOf(found), tally.findings);
  await deleteParts(database, keyOf(found));
  await requireStep(database, keyOf(found), {
    from: ["applying"],
    to: { ...applied(), summary: tally.summary(), changeSetId },
  });
}

function applied(): ImportStep {
  return { state: "applied", leaseUntil: null, appliedAt: new Date() };
}
