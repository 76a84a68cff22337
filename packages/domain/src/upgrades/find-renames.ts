import { contentSections, type ContentPart, type ContentParts, type Renames } from "../templates/index.ts";

function keysOf(parts: readonly ContentPart[]): ReadonlySet<string> {
  return new Set(parts.map(({ key }) => key));
}

function renamesOf(held: readonly ContentPart[], incoming: readonly ContentPart[]): Map<string, string> {
  const [here, there] = [keysOf(held), keysOf(incoming)];
  const renames = new Map<string, string>();
  for (const part of incoming) {
    const old = part.was?.findLast((key) => here.has(key) && !there.has(key) && !renames.has(key));
    if (old !== undefined && !here.has(part.key)) renames.set(old, part.key);
  }
  return renames;
}

/** Figures stand under the code of their indicator for good: an indicator is never renamed. */
const sectionsWithRenames = contentSections.filter((section) => section !== "indicators");

/** The parts that a release calls by new keys and that are held under old ones; a chain of renames is one. */
export function findRenames(held: ContentParts, incoming: ContentParts): Renames {
  return new Map(
    sectionsWithRenames.flatMap((section) => {
      const renames = renamesOf(held[section], incoming[section]);
      return renames.size === 0 ? [] : [[section, renames] as const];
    }),
  );
}

/** The renames of two steps as one. */
export function composeRenames(first: Renames, second: Renames): Renames {
  return new Map(
    contentSections.flatMap((section) => {
      const [before, after] = [first.get(section) ?? new Map(), second.get(section) ?? new Map()];
      const through = [...before].map(
        ([old, key]: [string, string]) => [old, after.get(key) ?? key] as const,
      );
      const reached = new Set(before.values());
      const composed = new Map([...through, ...[...after].filter(([key]) => !reached.has(key))]);
      return composed.size === 0 ? [] : [[section, composed] as const];
    }),
  );
}
