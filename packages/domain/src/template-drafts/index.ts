/**
 * A draft is what a template's authors work on until they publish it as the next release. Edits are made field by
 * field against what their author saw, so that two authors can work at once and neither loses anything.
 */
export { applyEdits, type AppliedEdits, type Draft } from "./apply-edits.ts";
export { checkDraft, checkRelease, type DraftStanding } from "./check-draft.ts";
export {
  draftDifferences,
  proposedVersion,
  type DraftDifference,
  type DraftDifferences,
} from "./draft-differences.ts";
export type { DraftConflict, DraftEdit } from "./draft-edit.ts";
export { releaseOfDraft, type DraftRelease } from "./draft-release.ts";
export { parseDraftEdits, type ParsedEdits } from "./parse-draft-edit.ts";
export { copiedDraft, extendingDraft, emptyDraft, nextDraft } from "./start-draft.ts";
