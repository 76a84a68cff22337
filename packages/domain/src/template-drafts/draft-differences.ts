import type { ReleaseVersion } from "../templates/index.ts";
import {
  contentSections,
  diffContent,
  differenceLevel,
  differingFields,
  furthestLevel,
  proposeVersion,
  renameKeys,
  type ContentSection,
  type PartDifference,
  type ReleaseLevel,
} from "../templates/index.ts";
import { findRenames, isReordered } from "../upgrades/index.ts";
import type { Draft } from "./apply-edits.ts";
import { headFields } from "./parse-draft-edit.ts";

/** One part that differs between a draft and the release before it. */
export interface DraftDifference extends PartDifference {
  /** Its key in the release before, when it has another one now. */
  readonly was: string | undefined;
  readonly level: ReleaseLevel;
}

/** All that differs between a draft and the release before it. */
export interface DraftDifferences {
  readonly parts: readonly DraftDifference[];
  /** Sections whose parts stand in another order. */
  readonly reordered: readonly ContentSection[];
  /** Fields at the head of the document that differ. */
  readonly head: readonly string[];
  readonly level: ReleaseLevel;
}

const nothing: DraftDifferences = { parts: [], reordered: [], head: [], level: "patch" };

/** What differs between a draft and the release before it, under the keys of the draft; nothing when there is none. */
export function draftDifferences({ content, base }: Draft): DraftDifferences {
  if (base === undefined) return nothing;
  const renames = findRenames(base, content);
  const before = renameKeys(base, renames);
  const parts = diffContent(before, content).map((difference): DraftDifference => {
    const { section, key } = difference;
    const was = [...(renames.get(section) ?? [])].find(([, now]) => now === key)?.[0];
    const fields = difference.fields.filter((name) => name !== "was");
    const isOnlyRenamed = was !== undefined && fields.length === 0;
    const level = isOnlyRenamed
      ? "minor"
      : differenceLevel({ ...difference, fields }, { before, after: content });
    return { ...difference, fields, was, level };
  });
  const keys = (of: typeof before, section: ContentSection) => of[section].map(({ key }) => key);
  const reordered = contentSections.filter((section) =>
    isReordered(keys(before, section), keys(content, section)),
  );
  const head = differingFields(base, content).filter(
    (name) => name !== "changes" && (headFields as readonly string[]).includes(name),
  );
  const isForOtherPlaces = head.includes("siteKind");
  const level = furthestLevel([
    ...parts.map((part) => part.level),
    ...(isForOtherPlaces ? ["minor" as const] : []),
  ]);
  return { parts, reordered, head, level };
}

/** The number that a draft would have as a release. */
export function proposedVersion(draft: Draft, newest: ReleaseVersion | undefined): ReleaseVersion {
  return proposeVersion(newest, draftDifferences(draft).level);
}
