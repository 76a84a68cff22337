import { type ContentPart, type ContentParts } from "@frontstep/domain/templates";
import type { MergeChange, MergeConflict } from "@frontstep/domain/upgrades";

import type { PartNotes } from "./release-notes.ts";
import type { ValueWriter } from "./value-in-words.ts";

/** Where nobody says anything of a part. */
export const NO_NOTES: PartNotes = () => null;

/** Changes in words, section by section, each with what the authors say of its part. */
export function showChanges(changes: readonly MergeChange[], writer: ValueWriter, notes: PartNotes) {
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
    note: notes(section, key),
  }));
}

/** What a question is shown with: words for values, the design that asks, and what its authors say. */
export interface Showing {
  readonly writer: ValueWriter;
  readonly content: ContentParts;
  readonly notes: PartNotes;
}

/** A question in words, with what a third answer may be. */
export function showConflict(conflict: MergeConflict, { writer, content, notes }: Showing) {
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
    note: notes(section, key),
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
