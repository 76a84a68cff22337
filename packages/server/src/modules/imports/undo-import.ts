import type { Finding } from "@frontstep/domain/shared";

import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import { findTouchedFigures, type TouchedFigure, withdrawFigures } from "#server/modules/outcomes/index.ts";
import { write } from "#server/persistence/write.ts";

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
  if (found.importer === "jurisdictions") return { kind: "refused", findings: [directoryStays()] };
  const begun = await beginWork(ctx, {
    key: keyOf(found),
    from: "applied",
    during: "undoing",
    total: 1,
    act: () => takeBack(ctx, found, reason ?? undefined),
  });
  if (!begun) return { kind: "refused", findings: [notReady(found)] };
  return { kind: "begun", import: await requireImport(ctx, importId), ...begun };
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

function directoryStays(): Finding {
  const message =
    "A directory is not undone as a whole, because sites and figures may refer to it. Bring in a corrected file, or change the jurisdiction itself.";
  return { code: "DIRECTORY_NOT_UNDONE", severity: "error", path: "import", message };
}
