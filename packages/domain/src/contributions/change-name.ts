import { plainText } from "../shared/index.ts";
import { canonicalJson } from "../templates/index.ts";

/** A change that a site made: where, and what it came to there. */
export interface OwnChange {
  /** The section of the design, such as `checklistItems`. */
  readonly section: string;
  /** The part's key. */
  readonly key: string;
  /** The field that was changed; null when it is the whole part. */
  readonly field: string | null;
  readonly change: string;
  /** The value at the site; nothing when the part was left out. */
  readonly value: unknown;
}

function plainValue(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [name, plainValue(member)]),
  );
}

/**
 * A name that two changes share when they are the same one: the same field of the same part, given a value that
 * differs at most in how it was typed. Counting sites by it answers "how many made this very change".
 *
 * @example changeName({ section: "positions", key: "OFF-GEN", field: "count", change: "changed", value: 2 })
 *   // '["positions","OFF-GEN","count","changed",2]'
 */
export function changeName({ section, key, field, change, value }: OwnChange): string {
  return canonicalJson([section, key, field, change, plainValue(value)]);
}
