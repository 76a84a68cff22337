import { sameValue } from "../shared/index.ts";
import {
  contentSections,
  type ContentPart,
  type ContentParts,
  type ContentSection,
} from "../templates/index.ts";
import { isReordered } from "./merge-keys.ts";
import type { Uses } from "./merge-content.ts";

/**
 * What an upgrade does to a part of a site's design.
 * - `added`: the release brings it. `removed`: the release takes it out and nothing is kept under it.
 * - `retired`: the release takes it out; what the site recorded under it stays and is shown as retired.
 * - `changed`: a field takes a new value. `kept`: the release changed a field and the site's own value stays.
 * - `staysLeftOut`: the release has or changed it and the site goes on without it.
 * - `renamed`: it has a new key; everything recorded under the old one goes with it.
 * - `reordered`: the parts of the section stand in another order.
 */
export type MergeChangeKind =
  "added" | "removed" | "retired" | "changed" | "kept" | "staysLeftOut" | "renamed" | "reordered";

/** One thing that an upgrade does, with the four values that explain it; absent where there is none. */
export interface MergeChange {
  readonly kind: MergeChangeKind;
  readonly section: ContentSection;
  /** The part's key after the upgrade; absent for the order of a section. */
  readonly key: string | undefined;
  readonly field: string | undefined;
  readonly base: unknown;
  readonly local: unknown;
  readonly incoming: unknown;
  readonly merged: unknown;
}

/** The states between which changes are told: all under the keys of the incoming release. */
export interface ChangeStates {
  readonly base: ContentParts;
  readonly local: ContentParts;
  readonly incoming: ContentParts;
  readonly merged: ContentParts;
}

type Side = keyof ChangeStates;
type Four = Readonly<Record<Side, unknown>>;
type PartStates = Readonly<Record<Side, ContentPart | undefined>>;

const ofRelease = new Set(["key", "was"]);

function change(
  kind: MergeChangeKind,
  place: Pick<MergeChange, "section" | "key"> & { readonly field?: string },
  { base, local, incoming, merged }: Four,
): MergeChange {
  return { kind, section: place.section, key: place.key, field: place.field, base, local, incoming, merged };
}

function fieldChanges(
  place: Pick<MergeChange, "section" | "key">,
  four: Record<Side, ContentPart>,
): MergeChange[] {
  const fields = (part: ContentPart) => new Map<string, unknown>(Object.entries(part));
  const of = {
    base: fields(four.base),
    local: fields(four.local),
    incoming: fields(four.incoming),
    merged: fields(four.merged),
  };
  const names = [...new Set([...of.merged.keys(), ...of.local.keys(), ...of.incoming.keys()])];
  return names.flatMap((name) => {
    const values = {
      base: of.base.get(name),
      local: of.local.get(name),
      incoming: of.incoming.get(name),
      merged: of.merged.get(name),
    };
    if (ofRelease.has(name)) return [];
    const at = { ...place, field: name };
    if (!sameValue(values.local, values.merged)) return [change("changed", at, values)];
    const isKept = !sameValue(values.base, values.incoming) && !sameValue(values.merged, values.incoming);
    return isKept ? [change("kept", at, values)] : [];
  });
}

interface Place {
  readonly section: ContentSection;
  readonly key: string;
}

/** What is told of a part that the site does not have, before or after. */
function withoutMerged(
  place: Place,
  { base, local, incoming, merged }: PartStates,
  uses: Uses,
): MergeChange[] {
  const four = { base, local, incoming, merged };
  if (local !== undefined)
    return [change(uses.has(`${place.section}.${place.key}`) ? "retired" : "removed", place, four)];
  const hasMoved = incoming !== undefined && base !== undefined && !sameValue(base, incoming);
  return hasMoved ? [change("staysLeftOut", place, four)] : [];
}

function partChanges(place: Place, states: PartStates, uses: Uses): MergeChange[] {
  const { base, local, incoming, merged } = states;
  if (merged === undefined) return withoutMerged(place, states, uses);
  if (local === undefined) return [change("added", place, { base, local, incoming, merged })];
  if (sameValue(local, merged) && sameValue(base ?? local, incoming ?? merged)) return [];
  return fieldChanges(place, { base: base ?? local, local, incoming: incoming ?? merged, merged });
}

function sectionChanges(section: ContentSection, states: ChangeStates, uses: Uses): MergeChange[] {
  const byKey = (content: ContentParts) =>
    new Map(content[section].map((part: ContentPart) => [part.key, part] as const));
  const parts = {
    base: byKey(states.base),
    local: byKey(states.local),
    incoming: byKey(states.incoming),
    merged: byKey(states.merged),
  };
  const keys = new Set([...parts.merged.keys(), ...parts.local.keys(), ...parts.incoming.keys()]);
  const changes = [...keys].flatMap((key) => {
    const of = (side: Side) => parts[side].get(key);
    const four = { base: of("base"), local: of("local"), incoming: of("incoming"), merged: of("merged") };
    return partChanges({ section, key }, four, uses);
  });
  const orders = { local: [...parts.local.keys()], merged: [...parts.merged.keys()] };
  if (!isReordered(orders.local, orders.merged)) return changes;
  const four = { base: [...parts.base.keys()], incoming: [...parts.incoming.keys()], ...orders };
  return [...changes, change("reordered", { section, key: undefined }, four)];
}

/** Everything that an upgrade does to a site's design, section by section, each thing once. */
export function findChanges(states: ChangeStates, uses: Uses): MergeChange[] {
  return contentSections.flatMap((section) => sectionChanges(section, states, uses));
}
