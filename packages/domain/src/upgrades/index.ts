/**
 * An upgrade brings a site to a newer release of its template and keeps what the site adapted. The merge works on
 * whole values, by stable key and by field: base (the release the site has), local (the site's own design) and
 * incoming (the newer release) give the merged design, what changes, and the conflicts that a person settles.
 */
export { diffReleases, type ReleasesToDiff } from "./diff-releases.ts";
export { findChanges, type MergeChange, type MergeChangeKind } from "./find-changes.ts";
export {
  mergeConflictKinds,
  resolutionChoices,
  type MergeConflict,
  type MergeConflictKind,
  type PartUse,
  type Resolution,
  type ResolutionChoice,
} from "./merge-conflict.ts";
export { findRenames } from "./find-renames.ts";
export { isReordered, mergeKeyList } from "./merge-keys.ts";
export { mergeRelease, type Merge, type MergeInput } from "./merge-release.ts";
export { revertDifference, type RevertedDifference } from "./revert-difference.ts";
export { rollBackRelease, type RollBack, type RollBackInput } from "./roll-back-release.ts";
