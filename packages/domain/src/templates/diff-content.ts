import { canonicalJson } from "./canonical-json.ts";
import { contentSections, type ContentSection } from "./content-section.ts";
import type { ContentPart, ContentParts } from "./template-content.ts";

/** How one part differs between two contents. */
export interface PartDifference {
  readonly section: ContentSection;
  readonly key: string;
  readonly kind: "added" | "removed" | "changed";
  /** The names of the fields that differ; empty when the part was added or removed. */
  readonly fields: readonly string[];
}

/** The names of the fields in which two states of a part differ. */
export function differingFields(before: object, after: object): string[] {
  const left = new Map<string, unknown>(Object.entries(before));
  const right = new Map<string, unknown>(Object.entries(after));
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names]
    .filter((name) => canonicalJson(left.get(name) ?? null) !== canonicalJson(right.get(name) ?? null))
    .sort();
}

function diffSection(
  section: ContentSection,
  before: readonly ContentPart[],
  after: readonly ContentPart[],
): PartDifference[] {
  const remaining = new Map(after.map((part) => [part.key, part]));
  const differences: PartDifference[] = [];
  for (const part of before) {
    const counterpart = remaining.get(part.key);
    remaining.delete(part.key);
    if (counterpart === undefined) differences.push({ section, key: part.key, kind: "removed", fields: [] });
    else {
      const fields = differingFields(part, counterpart);
      if (fields.length > 0) differences.push({ section, key: part.key, kind: "changed", fields });
    }
  }
  for (const key of remaining.keys()) differences.push({ section, key, kind: "added", fields: [] });
  return differences;
}

/** What differs between two contents, part by part, by key and never by position in a list. */
export function diffContent(before: ContentParts, after: ContentParts): PartDifference[] {
  return contentSections.flatMap((section) => diffSection(section, before[section], after[section]));
}
