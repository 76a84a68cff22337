/** Which release of which kind of place is wanted. */
export interface Variant {
  readonly siteKind: string;
  readonly release: string;
}

const NOTHING = Symbol("left out in this variant");

/**
 * Takes one release of one kind of place out of a source that describes all of them once.
 * In the source, `{"byKind": {…}}` stands for a value that differs by kind of place and
 * `{"byRelease": {…}}` for one that differs by release, each release taking the value of the newest
 * one named that is not newer than itself. A part may carry `kinds`, `since` and `until`. What has
 * no value in the wanted variant is left out of its list or object.
 */
export function composeVariant(source: unknown, variant: Variant): unknown {
  const composed = compose(source, variant);
  return composed === NOTHING ? undefined : composed;
}

function compose(source: unknown, variant: Variant): unknown {
  if (Array.isArray(source))
    return source.map((member) => compose(member, variant)).filter((member) => member !== NOTHING);
  if (typeof source !== "object" || source === null) return source;
  const members = source as Readonly<Record<string, unknown>>;
  if ("byKind" in members) return choose(members["byKind"], variant.siteKind, variant);
  if ("byRelease" in members) {
    const held = newestUpTo(Object.keys(members["byRelease"] as object), variant.release);
    return choose(members["byRelease"], held, variant);
  }
  return isWanted(members, variant) ? composeMembers(members, variant) : NOTHING;
}

function choose(options: unknown, name: string | undefined, variant: Variant): unknown {
  const values = options as Readonly<Record<string, unknown>>;
  return name !== undefined && name in values ? compose(values[name], variant) : NOTHING;
}

function composeMembers(members: Readonly<Record<string, unknown>>, variant: Variant): object {
  const kept = Object.entries(members)
    .filter(([name]) => name !== "kinds" && name !== "since" && name !== "until")
    .map(([name, member]) => [name, compose(member, variant)] as const)
    .filter(([, member]) => member !== NOTHING);
  return Object.fromEntries(kept);
}

function isWanted(
  { kinds, since, until }: Readonly<Record<string, unknown>>,
  { siteKind, release }: Variant,
): boolean {
  if (Array.isArray(kinds) && !kinds.includes(siteKind)) return false;
  if (typeof since === "string" && isNewer(since, release)) return false;
  return !(typeof until === "string" && isNewer(release, until));
}

function newestUpTo(releases: readonly string[], wanted: string): string | undefined {
  return releases
    .filter((release) => !isNewer(release, wanted))
    .sort((left, right) => (isNewer(left, right) ? 1 : -1))
    .at(-1);
}

function isNewer(left: string, right: string): boolean {
  return left.localeCompare(right, "en", { numeric: true }) > 0;
}
