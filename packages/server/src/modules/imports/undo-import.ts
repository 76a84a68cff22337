import { type Finding, invariant } from "@frontstep/domain/shared";

import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import { findTouchedFigures, type TouchedFigure, withdrawFigures } from "#server/modules/outcomes/index.ts";
import { countTouchedSince, removeRosterAddition } from "#server/modules/roster/index.ts";
import { write } from "#server/persistence/write.ts";

import { authorizeImport } from "./authorize-import.ts";
import { keyOf, notReady, type WorkBegun } from "./check-import.ts";
import { replaceFindings } from "./import-finding.store.ts";
import { requireImport } from "./import.reads.ts";
import { type ImportRecord, type ImportStep, requireStep } from "./import.store.ts";
import { beginWork } from "./import-work.ts";
import type { RowFinding } from "./import-summary.ts";
import { stage } from "./staging-area.ts";

/** An import to undo, and why. */
export interface UndoImport {
  readonly importId: string;
  readonly reason?: string | null;
}

export type UndoImportOutcome =
  WorkBegun | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Begins to undo an import: what it brought in is withdrawn, what it replaced holds again, what was corrected since stays. */
export async function undoImport(
  ctx: RequestContext,
  { importId, reason }: UndoImport,
): Promise<UndoImportOutcome> {
  const found = await requireImport(ctx, importId);
  authorize(ctx, "import.undo", { jurisdictionId: found.jurisdictionId });
  const hindrance = await hindranceOf(ctx, found);
  if (hindrance) return { kind: "refused", findings: [hindrance] };
  const begun = await beginWork(ctx, {
    key: keyOf(found),
    from: "applied",
    during: "undoing",
    total: 1,
    act: () =>
      found.importer === "roster"
        ? takeRosterBack(ctx, found, reason ?? undefined)
        : takeBack(ctx, found, reason ?? undefined),
  });
  if (!begun) return { kind: "refused", findings: [notReady(found)] };
  return { kind: "begun", import: await requireImport(ctx, importId), ...begun };
}

async function hindranceOf(ctx: ActingContext, found: ImportRecord): Promise<Finding | undefined> {
  if (found.importer === "jurisdictions") return directoryStays();
  if (found.importer === "observations") return undefined;
  authorizeImport(ctx, found);
  const touched = await countTouchedSince(ctx.database, found);
  return touched === 0 ? undefined : rosterTouched(touched);
}

async function takeBack(ctx: ActingContext, found: ImportRecord, reason: string | undefined): Promise<void> {
  const change = {
    useCase: "undoImport",
    jurisdictionId: found.jurisdictionId,
    reason,
    timeout: 15 * 60_000,
  };
  const hasWritten = await write(ctx, change, async (tx) => {
    const touched = await findTouchedFigures(tx.database, found.id);
    const { withdrawn, setBack } = await withdrawFigures(tx.database, found.id);
    await replaceFindings(tx.database, keyOf(found), touched.figures.map(leftAsItIs));
    await requireStep(tx.database, keyOf(found), { from: ["undoing"], to: undone() });
    await tx.summarize({
      fileName: found.fileName,
      importId: found.id,
      withdrawn: withdrawn - setBack,
      setBack,
      leftAlone: touched.count,
    });
    return withdrawn > 0;
  });
  // Where nothing of the import holds any more, nothing is written and there is no change set to keep.
  if (!hasWritten)
    await stage(ctx, (database) => requireStep(database, keyOf(found), { from: ["undoing"], to: undone() }));
}

/** All or nothing: where somebody changed what came in meanwhile, the count differs and nothing is taken away. */
async function takeRosterBack(
  ctx: ActingContext,
  found: ImportRecord,
  reason: string | undefined,
): Promise<void> {
  const { jurisdictionId } = found;
  await write(ctx, { useCase: "undoImport", jurisdictionId, reason, timeout: 15 * 60_000 }, async (tx) => {
    const touched = await countTouchedSince(tx.database, found);
    invariant(touched === 0, "what an import added was changed while it was being undone");
    const removed = await removeRosterAddition(tx.database, found);
    await replaceFindings(tx.database, keyOf(found), []);
    await requireStep(tx.database, keyOf(found), { from: ["undoing"], to: undone() });
    await tx.summarize({ fileName: found.fileName, importId: found.id, withdrawn: removed });
  });
}

function undone(): ImportStep {
  return { state: "undone", leaseUntil: null, undoneAt: new Date() };
}

function leftAsItIs({ indicatorCode, placeName, period }: TouchedFigure): RowFinding {
  return {
    row: null,
    code: "FIGURE_TOUCHED_SINCE",
    severity: "warning",
    path: "figure",
    message: `${indicatorCode}, ${placeName}, ${period} was corrected after this import, so it was left as it is. Check it by hand.`,
    values: { indicator: indicatorCode, place: placeName, period },
  };
}

function rosterTouched(count: number): Finding {
  const message =
    "Somebody has changed what this import added, or built upon it, so it is not undone as a whole. Correct people and assignments on their own pages.";
  return { code: "ROSTER_TOUCHED_SINCE", severity: "error", path: "import", message, values: { count } };
}

function directoryStays(): Finding {
  const message =
    "A directory is not undone as a whole, because sites and figures may refer to it. Bring in a corrected file, or change the jurisdiction itself.";
  return { code: "DIRECTORY_NOT_UNDONE", severity: "error", path: "import", message };
}
