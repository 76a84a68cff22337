import type { Renames } from "../templates/index.ts";
import type { MergeChange } from "./find-changes.ts";

/** Every part that goes on under another key, as a change that is told: `local` is the old key, `merged` the new one. */
export function renamedParts(renames: Renames): MergeChange[] {
  return [...renames].flatMap(([section, keys]) =>
    [...keys]
      .filter(([old, key]) => old !== key)
      .map(([old, key]): MergeChange => ({
        kind: "renamed",
        section,
        key,
        field: undefined,
        base: old,
        local: old,
        incoming: key,
        merged: key,
      })),
  );
}
