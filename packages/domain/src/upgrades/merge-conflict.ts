import type { Finding } from "../shared/index.ts";
import type { ContentSection } from "../templates/index.ts";

/**
 * What a merge cannot decide.
 * - `bothChanged`: the site and the release gave a field different values.
 * - `addedByBoth`: the site and the release added different parts under one key.
 * - `removedButAdapted`: the release takes out a part that the site changed.
 * - `removedButInUse`: the release takes out a part that someone is assigned to, holds or is measured by.
 * - `doesNotFit`: each change is sound, and together they are not, such as an item due before one it waits for.
 */
export const mergeConflictKinds = [
  "bothChanged",
  "addedByBoth",
  "removedButAdapted",
  "removedButInUse",
  "doesNotFit",
] as const;

/** What a merge cannot decide. */
export type MergeConflictKind = (typeof mergeConflictKinds)[number];

/** A question for a person: what the release had, what the site has, what the new release brings. */
export interface MergeConflict {
  readonly kind: MergeConflictKind;
  readonly section: ContentSection;
  /** The part's key in the incoming release, or at the site when the release has no such part. */
  readonly key: string;
  /** The field in question; absent when it is the whole part. */
  readonly field: string | undefined;
  /** The value in the release that the site has, or the whole part; absent when there is none. */
  readonly base: unknown;
  readonly local: unknown;
  readonly incoming: unknown;
  /** Why the values do not fit together, for `doesNotFit`. */
  readonly because: Finding | undefined;
}

/** Keep what the site has, take what the release brings, or write a third. */
export const resolutionChoices = ["keepLocal", "takeIncoming", "other"] as const;

/** Keep what the site has, take what the release brings, or write a third. */
export type ResolutionChoice = (typeof resolutionChoices)[number];

/** What a person decided about one conflict. */
export interface Resolution {
  readonly choice: ResolutionChoice;
  /** The third value, for `other`: of the field, or the whole part. */
  readonly value?: unknown;
}

/**
 * What a site keeps under a part: `inUse` while someone is assigned to it, holds it, works on it or is measured
 * by it; `holdsData` when there are only finished records, such as an item that is done.
 */
export type PartUse = "inUse" | "holdsData";
