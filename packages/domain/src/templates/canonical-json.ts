/**
 * Writes a value as JSON in one way only: names sorted, nothing between, absent values left out,
 * so that equal content has equal text and therefore an equal hash (the idea of RFC 8785).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/** The hash of a content, by the hash function that is handed in (SHA-256 in hexadecimal). */
export function contentHash(content: object, hash: (text: string) => string): string {
  return hash(canonicalJson(content));
}
