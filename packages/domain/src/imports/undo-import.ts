import type { ObservedFigure } from "../outcomes/index.ts";

/** One revision that an import recorded, with what holds for its subject now and what held before. */
export interface ImportedRevision {
  readonly revision: number;
  /** The latest revision of the subject, and whether it still holds. */
  readonly latestRevision: number;
  readonly holds: boolean;
  /** The figure that the import replaced; none when the import added the subject. */
  readonly before?: ObservedFigure | undefined;
}

/**
 * What undoing an import does to one subject. A figure that was corrected or withdrawn since is left as it is
 * and listed; otherwise what the import added is withdrawn, and what it changed is set back as a new revision,
 * so that what was reported in between can still be read.
 */
export type Undoing =
  | { readonly kind: "touchedSince" }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "setBack"; readonly figure: ObservedFigure; readonly revision: number };

/** Decides what undoing an import does to one subject. */
export function undoImportedRevision(imported: ImportedRevision): Undoing {
  if (!imported.holds || imported.latestRevision !== imported.revision) return { kind: "touchedSince" };
  if (!imported.before) return { kind: "withdrawn" };
  return { kind: "setBack", figure: imported.before, revision: imported.revision + 1 };
}
