import type { Renames } from "../templates/index.ts";

/** Renames the other way round: by section, the old key of a new one. */
export function formerKeys(renames: Renames): Renames {
  return new Map(
    [...renames].map(([section, keys]) => [section, new Map([...keys].map(([old, key]) => [key, old]))]),
  );
}
