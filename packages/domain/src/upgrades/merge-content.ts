import {
  contentSections,
  type ContentPart,
  type ContentParts,
  type ContentSection,
} from "../templates/index.ts";
import type { MergeConflict, PartUse } from "./merge-conflict.ts";
import { orderKeys } from "./merge-keys.ts";
import { mergePart, type Settle } from "./merge-part.ts";

/** Three states of a content, all with the same keys for the same parts. */
export interface ContentStates {
  readonly base: ContentParts;
  readonly local: ContentParts;
  readonly incoming: ContentParts;
}

/** What a site keeps under its parts, by `section.key`. */
export type Uses = ReadonlyMap<string, PartUse>;

/** A content merged from three, and the conflicts that nobody has settled. */
export interface MergedContent {
  readonly content: ContentParts;
  readonly conflicts: readonly MergeConflict[];
}

interface SectionStates {
  readonly base: readonly ContentPart[];
  readonly local: readonly ContentPart[];
  readonly incoming: readonly ContentPart[];
}

function byKey(parts: readonly ContentPart[]): ReadonlyMap<string, ContentPart> {
  return new Map(parts.map((part) => [part.key, part]));
}

function mergeSection(
  section: ContentSection,
  states: SectionStates,
  { uses, settle }: { readonly uses: Uses; readonly settle: Settle },
): { parts: ContentPart[]; conflicts: MergeConflict[] } {
  const [base, local, incoming] = [byKey(states.base), byKey(states.local), byKey(states.incoming)];
  const merged = new Map<string, ContentPart>();
  const conflicts: MergeConflict[] = [];
  for (const key of new Set([...incoming.keys(), ...local.keys()])) {
    const three = { section, base: base.get(key), local: local.get(key), incoming: incoming.get(key) };
    const outcome = mergePart(three, uses.get(`${section}.${key}`), settle);
    if (outcome.part !== undefined) merged.set(key, outcome.part);
    conflicts.push(...outcome.conflicts);
  }
  const keys = { base: [...base.keys()], local: [...local.keys()], incoming: [...incoming.keys()] };
  const parts = orderKeys(keys, new Set(merged.keys())).flatMap((key) => merged.get(key) ?? []);
  return { parts, conflicts };
}

/** Merges three states of a content, part by part and field by field; references are not looked at. */
export function mergeContent(
  { base, local, incoming }: ContentStates,
  rules: { readonly uses: Uses; readonly settle: Settle },
): MergedContent {
  const conflicts: MergeConflict[] = [];
  const sections = contentSections.map((section) => {
    const states = { base: base[section], local: local[section], incoming: incoming[section] };
    const merged = mergeSection(section, states, rules);
    conflicts.push(...merged.conflicts);
    return [section, merged.parts] as const;
  });
  return { content: Object.fromEntries(sections) as ContentParts, conflicts };
}
