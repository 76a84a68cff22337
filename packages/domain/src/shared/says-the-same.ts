/** Text as it counts: one Unicode form, single spaces, no capitals. How somebody typed it is no difference. */
export function plainText(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ").toLocaleLowerCase("en");
}

function isText(value: object): boolean {
  return (
    "en" in value && Object.values(value).every((text) => text === undefined || typeof text === "string")
  );
}

function membersOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, member]) => member !== undefined));
}

function sameList(own: object, other: object): boolean {
  if (!Array.isArray(own) || !Array.isArray(other) || own.length !== other.length) return false;
  return own.every((member, index) => saysTheSame(member, other[index]));
}

/** A translation that only the second has is none of the first's words. */
function sameMembers(own: object, other: object): boolean {
  const [left, right] = [membersOf(own), membersOf(other)];
  const hasAll = isText(own) && isText(other) ? true : left.size === right.size;
  return hasAll && [...left].every(([name, member]) => saysTheSame(member, right.get(name)));
}

/**
 * Whether a value says nothing else than another one: texts that differ at most in how they were typed, in every
 * language in which the first is written; all else the same. What a city wrote in one language and a release has in
 * two says the same.
 *
 * @example saysTheSame({ en: " walk  the beat" }, { en: "Walk the beat", es: "Recorrer la zona" }) // true
 */
export function saysTheSame(own: unknown, other: unknown): boolean {
  if (typeof own === "string" && typeof other === "string") return plainText(own) === plainText(other);
  if (typeof own !== "object" || typeof other !== "object" || own === null || other === null)
    return own === other;
  if (Array.isArray(own) || Array.isArray(other)) return sameList(own, other);
  return sameMembers(own, other);
}
