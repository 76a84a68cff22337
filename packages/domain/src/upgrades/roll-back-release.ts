import type { Indicator } from "../outcomes/index.ts";
import { contentSections, type ContentPart, type ContentParts, type Renames } from "../templates/index.ts";
import type { MergeChange } from "./find-changes.ts";
import { formerKeys } from "./former-keys.ts";
import type { MergeConflict, Resolution } from "./merge-conflict.ts";
import type { Uses } from "./merge-content.ts";
import { mergeRelease } from "./merge-release.ts";

/** What rolling an upgrade back is made from: the site's own designs before it, after it, and now. */
export interface RollBackInput {
  readonly before: ContentParts;
  readonly after: ContentParts;
  readonly local: ContentParts;
  /** The new keys that the upgrade gave to parts. */
  readonly renames: Renames;
  readonly uses?: Uses;
  readonly catalogue?: readonly Indicator[];
}

/** What rolling an upgrade back comes to. */
export interface RollBack {
  readonly content: ContentParts;
  readonly changes: readonly MergeChange[];
  /**
   * What does not simply go back: what was changed or is used since stays as the site has it now, and what the
   * design before needs although it was left out since comes back (`doesNotFit`).
   */
  readonly exceptions: readonly MergeConflict[];
  /** The keys that parts go back to. */
  readonly renames: Renames;
}

const keep: Resolution = { choice: "keepLocal" };
const take: Resolution = { choice: "takeIncoming" };

/** The design before the upgrade, saying of each part what the upgrade called it. */
function withLaterKeys(before: ContentParts, renames: Renames): ContentParts {
  const sections = contentSections.map((section) => [
    section,
    before[section].map((part: ContentPart) => {
      const later = renames.get(section)?.get(part.key);
      return later === undefined ? part : { ...part, was: [later] };
    }),
  ]);
  return Object.fromEntries(sections) as ContentParts;
}

/** What parts were called before stands again as it stood before the upgrade. */
function withFormerNames(content: ContentParts, before: ContentParts): ContentParts {
  const sections = contentSections.map((section) => {
    const held = new Map(before[section].map((part: ContentPart) => [part.key, part.was]));
    const parts = content[section].map((part: ContentPart) => {
      if (!held.has(part.key)) return part;
      const named = Object.entries({ ...part, was: held.get(part.key) });
      return Object.fromEntries(named.filter(([, value]) => value !== undefined));
    });
    return [section, parts];
  });
  return Object.fromEntries(sections) as ContentParts;
}

/**
 * Takes an upgrade back and keeps everything that was decided since: the upgrade's own changes are undone, the
 * site's later ones stay. What the upgrade brought and the site uses by now stays as the site's own.
 */
export function rollBackRelease({ before, after, local, renames, uses, catalogue }: RollBackInput): RollBack {
  const exceptions: MergeConflict[] = [];
  const merge = mergeRelease({
    chain: [after, withLaterKeys(before, renames)],
    local,
    hasAllOffers: true,
    ...(uses ? { uses } : {}),
    ...(catalogue ? { catalogue } : {}),
    settle: (conflict) => {
      exceptions.push(conflict);
      return conflict.kind === "doesNotFit" ? take : keep;
    },
  });
  const content = withFormerNames(merge.content, before);
  return { content, changes: merge.changes, exceptions, renames: formerKeys(renames) };
}
