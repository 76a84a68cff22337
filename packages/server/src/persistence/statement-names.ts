/** How many different statements are kept prepared on each connection. */
const KEPT_STATEMENTS = 400;
/** How often a statement is seen before it is worth keeping: the pages' own are, one with a list of its own is not. */
const SIGHTS = 3;
/** How many statements are remembered that are not kept. */
const REMEMBERED = 2_000;

/**
 * Names statements by their text, so that each connection plans a statement that comes again and again only once.
 * A statement without a name is planned each time.
 */
export function statementNames(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  const sights = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const seen = (sights.get(sql) ?? 0) + 1;
    if (sights.size >= REMEMBERED) sights.clear();
    sights.set(sql, seen);
    if (seen < SIGHTS || names.size >= KEPT_STATEMENTS) return "";
    sights.delete(sql);
    const name = `frontstep_${String(names.size)}`;
    names.set(sql, name);
    return name;
  };
}
