import { invariant } from "../shared/index.ts";

/**
 * Writes a value as JSON in one way only, as RFC 8785 has it: names in the order of their UTF-16 code units,
 * nothing between, numbers and escapes as JavaScript writes them. Absent values are left out, so that equal
 * content has equal text and therefore an equal hash. What has no such form (half a character, a number without
 * end, anything that is not JSON) is never content: parsers refuse it before it comes here.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return canonicalScalar(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${canonicalScalar(name)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function canonicalScalar(value: unknown): string {
  switch (typeof value) {
    case "string":
      invariant(value.isWellFormed(), "half a character has no canonical form");
      return JSON.stringify(value);
    case "number":
      invariant(Number.isFinite(value), "a number without end has no canonical form");
      return JSON.stringify(value);
    default:
      invariant(value === null || typeof value === "boolean", "only JSON has a canonical form");
      return String(value);
  }
}

/** The hash of a content, by the hash function that is handed in (SHA-256 in hexadecimal). */
export function contentHash(content: object, hash: (text: string) => string): string {
  return hash(canonicalJson(content));
}
