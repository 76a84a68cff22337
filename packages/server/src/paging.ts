import { Refusal } from "#server/refusal.ts";

/** The most rows that any list gives at once. */
export const LARGEST_PAGE = 100;

/** Which part of a list is wanted. */
export interface PageRequest {
  /** How many rows, 1 to 100. */
  readonly first: number;
  /** The sort key of the last row already had; undefined from the start. */
  readonly after: readonly string[] | undefined;
}

/** A part of a list, with where it ends. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** Reads a list's arguments; what is out of bounds is refused with the bounds. */
export function pageRequest(args: { first?: number | null; after?: string | null }): PageRequest {
  const first = args.first ?? 25;
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw new Refusal("BAD_INPUT", `Ask for between 1 and ${String(LARGEST_PAGE)} rows at a time.`);
  }
  return { first, after: args.after ? readCursor(args.after) : undefined };
}

/**
 * Makes a page of rows that were read one further than asked for.
 * `keyOf` gives the row's sort key, which ends in something unique.
 */
export function toPage<T>(
  request: PageRequest,
  found: { readonly rows: readonly T[]; readonly totalCount: number },
  keyOf: (row: T) => readonly string[],
): Page<T> {
  const edges = found.rows
    .slice(0, request.first)
    .map((node) => ({ cursor: writeCursor(keyOf(node)), node }));
  return {
    edges,
    pageInfo: { hasNextPage: found.rows.length > request.first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: found.totalCount,
  };
}

function writeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function readCursor(cursor: string): readonly string[] {
  const text = Buffer.from(cursor, "base64url").toString();
  const isKey = /^\[("(?:[^"\\]|\\.)*"(,"(?:[^"\\]|\\.)*")*)?\]$/.test(text);
  if (!isKey)
    throw new Refusal("BAD_INPUT", "That page of the list is no longer there. Go back to its start.");
  return JSON.parse(text) as string[];
}
