import type { Indicator } from "../outcomes/index.ts";
import { asTaken, contentPartsOf, withoutConsequences, withoutDanglingReferences } from "../sites/index.ts";
import {
  contentReferences,
  contentSections,
  renameKeys,
  type ContentParts,
  type ContentReference,
  type Renames,
} from "../templates/index.ts";
import { findChanges, type MergeChange } from "./find-changes.ts";
import { composeRenames, findRenames } from "./find-renames.ts";
import { renamedParts } from "./renamed-parts.ts";
import { fitTogether } from "./fit-together.ts";
import type { MergeConflict } from "./merge-conflict.ts";
import { mergeContent, type Uses } from "./merge-content.ts";
import type { Settle } from "./merge-part.ts";
import { reachedBase } from "./reached-base.ts";
import { shareParts, unsharedParts } from "./share-parts.ts";

/** What a merge is made from. */
export interface MergeInput {
  /** The release that the site has, those published between, and the one that it is to take, in this order. */
  readonly chain: readonly ContentParts[];
  /** The site's own design. */
  readonly local: ContentParts;
  /** What the site keeps under its parts, by `section.key`; a part that is not named holds nothing. */
  readonly uses?: Uses;
  /** The indicators that goals may refer to beside those that the release brings itself. */
  readonly catalogue?: readonly Indicator[];
  /** What a person decided about a conflict; nothing when it is still open. */
  readonly settle?: Settle;
  /**
   * Whether activities that a release only offers count for what they are: so between two states of one site, and
   * for a template that extends another. Otherwise a site goes on without the offers that it did not take up.
   */
  readonly hasAllOffers?: boolean;
}

/** What an upgrade comes to. The preview and the upgrade are this same value. */
export interface Merge {
  /** The merged design. Where a conflict is open it is valid and provisional: it is saved only without any. */
  readonly content: ContentParts;
  readonly changes: readonly MergeChange[];
  /** The conflicts that nobody has settled. */
  readonly conflicts: readonly MergeConflict[];
  /** New keys of parts that the site holds: what is recorded under the old ones goes with them. */
  readonly renames: Renames;
  /** The incoming release as this site takes it; what the merged design does differently is its adaptations. */
  readonly release: ContentParts;
}

interface Reached {
  readonly hasAllOffers: boolean;
  readonly base: ContentParts;
  readonly local: ContentParts;
  readonly renames: Renames;
  readonly uses: Uses;
}

interface Step extends Reached {
  readonly incoming: ContentParts;
  /** What is in use, with what the site's own changes name. */
  readonly named: Uses;
}

const nobody: Settle = () => undefined;

function renameUses(uses: Uses, renames: Renames): Uses {
  if (renames.size === 0 || uses.size === 0) return uses;
  const newNames = new Map<string, string>(
    contentSections.flatMap((section) =>
      [...(renames.get(section) ?? [])].map(
        ([old, key]) => [`${section}.${old}`, `${section}.${key}`] as const,
      ),
    ),
  );
  return new Map([...uses].map(([name, use]) => [newNames.get(name) ?? name, use]));
}

/** What the site's own changes name counts as in use: a release cannot take it out unasked. */
function withNamedParts(uses: Uses, base: ContentParts, local: ContentParts): Uses {
  const name = ({ section, part, field, target }: ContentReference) =>
    [section, part, field, target].join(".");
  const before = new Set(contentReferences(unsharedParts(base, local)).map(name));
  const own = contentReferences(unsharedParts(local, base)).filter(
    (reference) => !before.has(name(reference)),
  );
  const named = own.map(({ wanted, target }) => [`${wanted}.${target}`, "inUse"] as const);
  return named.length === 0 ? uses : new Map([...uses, ...named]);
}

function takenBy(local: ContentParts, release: ContentParts, hasAllOffers: boolean): ContentParts {
  return hasAllOffers ? withoutDanglingReferences(contentPartsOf(release)).content : asTaken(release, local);
}

/** The three states of a step under the keys of its incoming release, each as this site takes it. */
function prepareStep(reached: Reached, release: ContentParts): Step {
  const { hasAllOffers } = reached;
  const renames = findRenames(reached.local, release);
  const local = renameKeys(reached.local, renames);
  const renamedBase = renameKeys(reached.base, findRenames(reached.base, release));
  const take = (content: ContentParts) => takenBy(local, content, hasAllOffers);
  const base = take(renamedBase);
  const direct = withoutConsequences(base, local);
  return {
    hasAllOffers,
    base,
    local: direct,
    incoming: take(release),
    renames: composeRenames(reached.renames, renames),
    uses: renameUses(reached.uses, renames),
    named: withNamedParts(renameUses(reached.uses, renames), base, direct),
  };
}

/** Goes one release further on the way; what is in question is left as it is, to be merged with the next one. */
function passBy(reached: Reached, release: ContentParts): Reached {
  const { base, local, incoming, renames, uses, named } = prepareStep(reached, release);
  const merged = mergeContent({ base, local, incoming }, { uses: named, settle: nobody });
  const { hasAllOffers } = reached;
  return {
    hasAllOffers,
    base: reachedBase(base, release, merged.conflicts),
    local: merged.content,
    renames,
    uses,
  };
}

/**
 * Brings a site's own design to a newer release. By stable key and by field: what only the release changed is
 * taken, what only the site changed is kept, what both changed alike is taken, and what both changed differently is
 * a conflict, as is a part that the release takes out while the site adapted or uses it. What the site left out
 * stays out. Releases in between are passed one by one, so that an upgrade across several is the same as taking
 * them one after another wherever no question came up on the way.
 *
 * @see docs/upgrade-semantics.md
 */
export function mergeRelease(input: MergeInput): Merge {
  const { chain, uses = new Map(), catalogue = [], settle = nobody, hasAllOffers = false } = input;
  const [base = input.local] = chain;
  const local = shareParts(input.local, base);
  const others = chain.slice(1).map((release) => shareParts(release, base));
  const last = others.at(-1) ?? base;
  const start: Reached = { hasAllOffers, base, local, renames: new Map(), uses };
  const reached = others.slice(0, -1).reduce(passBy, start);
  const step = prepareStep(reached, last);
  const states = { base: step.base, local: step.local, incoming: step.incoming };
  const merged = mergeContent(states, { uses: step.named, settle });
  const { content, conflicts } = fitTogether(merged, { states, catalogue, settle });
  const before = renameKeys(local, step.renames);
  const first = takenBy(before, renameKeys(base, findRenames(base, last)), hasAllOffers);
  const four = { base: first, local: before, incoming: step.incoming, merged: content };
  const { renames, incoming: release } = step;
  const changes = [...renamedParts(renames), ...findChanges(four, step.uses)];
  return { content, changes, conflicts, renames, release };
}
