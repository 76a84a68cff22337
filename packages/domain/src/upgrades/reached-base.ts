import { contentSections, type ContentPart, type ContentParts } from "../templates/index.ts";
import type { MergeConflict } from "./merge-conflict.ts";
import { orderKeys } from "./merge-keys.ts";

function withField(part: ContentPart, field: string, value: unknown): ContentPart {
  return Object.fromEntries(Object.entries({ ...part, [field]: value })) as ContentPart;
}

interface Reaching {
  readonly before: readonly ContentPart[];
  readonly reached: readonly ContentPart[];
  readonly conflicts: readonly MergeConflict[];
}

function reachSection({ before, reached, conflicts }: Reaching): readonly ContentPart[] {
  if (conflicts.length === 0) return reached;
  const held = new Map(before.map((part) => [part.key, part]));
  const parts = new Map(reached.map((part) => [part.key, part]));
  for (const { key, field, base } of conflicts) {
    const [part, earlier] = [parts.get(key), held.get(key)];
    if (field !== undefined && part !== undefined) parts.set(key, withField(part, field, base));
    else if (earlier === undefined) parts.delete(key);
    else parts.set(key, earlier);
  }
  const keys = { base: [...held.keys()], local: [...held.keys()], incoming: reached.map(({ key }) => key) };
  return orderKeys(keys, new Set(parts.keys())).flatMap((key) => parts.get(key) ?? []);
}

/**
 * How far a site has come after a release on the way that left questions open: everything as in that release,
 * what is in question as before it. The next release is then merged against this, so that a question which a
 * later release answers by itself is never put to anybody.
 */
export function reachedBase(
  before: ContentParts,
  reached: ContentParts,
  open: readonly MergeConflict[],
): ContentParts {
  const sections = contentSections.map((section) => [
    section,
    reachSection({
      before: before[section],
      reached: reached[section],
      conflicts: open.filter((conflict) => conflict.section === section),
    }),
  ]);
  return Object.fromEntries(sections) as ContentParts;
}
