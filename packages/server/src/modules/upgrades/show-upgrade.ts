import { type ContentPart, type ContentParts } from "@frontstep/domain/templates";
import type { MergeChange, MergeConflict } from "@frontstep/domain/upgrades";

import type { ValueWriter } from "./value-in-words.ts";

/** Changes in words, section by section. */
export function showChanges(changes: readonly MergeChange[], writer: ValueWriter) {
  return changes.map(({ kind, section, key, field, base, local, incoming, merged }) => ({
    kind,
    section,
    key: key ?? null,
    title: key === undefined ? null : writer.title(section, key),
    field: field ?? null,
    fieldLabel: writer.field(field),
    base: kind === "reordered" ? null : writer.value(field, base),
    local: kind === "reordered" ? null : writer.value(field, local),
    incoming: kind === "reordered" ? null : writer.value(field, incoming),
    merged: kind === "reordered" ? null : writer.value(field, merged),
  }));
}

/** A question in words, with what a third answer may be. */
export function showConflict(
  conflict: MergeConflict,
  { writer, content }: { readonly writer: ValueWriter; readonly content: ContentParts },
) {
  const { kind, section, key, field, base, local, incoming, because } = conflict;
  const parts: readonly ContentPart[] = content[section];
  const part = parts.find((held) => held.key === key);
  const thirdOf = field === undefined ? undefined : (local ?? incoming);
  return {
    kind,
    section,
    key,
    title: writer.title(section, key),
    field: field ?? null,
    fieldLabel: writer.field(field),
    base: writer.value(field, base),
    local: writer.value(field, local),
    incoming: writer.value(field, incoming),
    localValue: thirdOf ?? null,
    thirdKind: thirdKind(thirdOf),
    because: because?.message ?? null,
    isCore: part !== undefined && isCore(part, field),
    mayKeep: kind !== "doesNotFit",
  };
}

function isCore(part: ContentPart, field: string | undefined): boolean {
  return field === undefined ? part.isCore : part.core.includes(field);
}

/** How a third answer is written; null where there are only two. */
function thirdKind(value: unknown): "number" | "text" | null {
  if (typeof value === "number") return "number";
  return typeof value === "object" && value !== null && "en" in value ? "text" : null;
}
