/** Three states of a list of keys, and the keys that the merged list has. */
export interface KeyLists {
  readonly base: readonly string[];
  readonly local: readonly string[];
  readonly incoming: readonly string[];
}

/** Whether a list has the keys that it shares with its base in another order. */
export function isReordered(base: readonly string[], list: readonly string[]): boolean {
  const held = new Set(list);
  const known = new Set(base);
  const before = base.filter((key) => held.has(key));
  const after = list.filter((key) => known.has(key));
  return before.some((key, index) => key !== after[index]);
}

interface Insertion {
  readonly result: string[];
  readonly from: readonly string[];
  /** Keys that only the first list added; an added key of the other list stands before or after them by its name. */
  readonly addedByFirst: ReadonlySet<string>;
}

function insertInto({ result, from, addedByFirst }: Insertion, wanted: ReadonlySet<string>): void {
  const placed = new Set(result);
  let before: string | undefined;
  for (const key of from) {
    if (placed.has(key)) before = key;
    if (!wanted.has(key) || placed.has(key)) continue;
    let at = before === undefined ? 0 : result.indexOf(before) + 1;
    for (let next = result[at]; next !== undefined && addedByFirst.has(next) && next < key; next = result[at])
      at += 1;
    result.splice(at, 0, key);
    placed.add(key);
    before = key;
  }
}

/**
 * The order of the keys that are kept. A list that was reordered decides; when both were, the site's does.
 * Keys of the other list stand after the key that they followed there; two additions in the same place stand by name.
 */
export function orderKeys({ base, local, incoming }: KeyLists, kept: ReadonlySet<string>): string[] {
  const [first, second] = isReordered(base, local) ? [local, incoming] : [incoming, local];
  const known = new Set([...base, ...second]);
  const addedByFirst = new Set(first.filter((key) => !known.has(key)));
  const result = first.filter((key) => kept.has(key));
  if (result.length === kept.size) return result;
  insertInto({ result, from: second, addedByFirst }, kept);
  insertInto({ result, from: base, addedByFirst: new Set() }, kept);
  return result;
}

/**
 * Merges lists of plain keys, such as the trainings that a position requires: what either side added is in,
 * what either side took out is not. There is never a conflict.
 */
export function mergeKeyList(lists: KeyLists): string[] {
  const [base, local, incoming] = [new Set(lists.base), new Set(lists.local), new Set(lists.incoming)];
  const kept = [...base, ...local, ...incoming].filter((key) =>
    base.has(key) ? local.has(key) && incoming.has(key) : local.has(key) || incoming.has(key),
  );
  return orderKeys(lists, new Set(kept));
}
