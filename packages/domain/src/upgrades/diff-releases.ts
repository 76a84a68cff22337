import { contentSections, renameKeys, type ContentParts, type Renames } from "../templates/index.ts";
import { findChanges, type MergeChange } from "./find-changes.ts";
import { composeRenames, findRenames } from "./find-renames.ts";
import { formerKeys } from "./former-keys.ts";
import { renamedParts } from "./renamed-parts.ts";

/** Two states of a template, with those on the way. */
export interface ReleasesToDiff {
  /** The older state, those published between, and the newer one, in this order: what parts were called is read from it. */
  readonly chain: readonly ContentParts[];
  /** Whether it is asked what the older state has differently from the newer one. */
  readonly isBackwards?: boolean;
}

function renamesAlong(chain: readonly ContentParts[]): Renames {
  const [first, ...later] = chain;
  if (first === undefined) return new Map();
  const start = { content: first, renames: new Map() as Renames };
  return later.reduce(({ content, renames }, release) => {
    const step = findRenames(content, release);
    return { content: renameKeys(content, step), renames: composeRenames(renames, step) };
  }, start).renames;
}

/**
 * What differs between two states of a template: the changes that a site would see which has the one exactly as
 * published and takes the other. `local` is the value in the state that one comes from, `merged` the one in the state
 * that one goes to; of a part that was given another key, the keys. A part that was given another key and changed
 * besides is told by both.
 */
export function diffReleases({ chain, isBackwards = false }: ReleasesToDiff): readonly MergeChange[] {
  const [older, newer] = [chain[0], chain.at(-1)];
  if (older === undefined || newer === undefined) return [];
  const forwards = renamesAlong(chain);
  const renames = isBackwards ? formerKeys(forwards) : forwards;
  const [from, to] = isBackwards ? [newer, older] : [older, newer];
  const before = renameKeys(from, renames);
  const states = { base: before, local: before, incoming: to, merged: to };
  const place = ({ section }: MergeChange) => contentSections.indexOf(section);
  return [...renamedParts(renames), ...findChanges(states, new Map())].sort(
    (left, right) => place(left) - place(right),
  );
}
