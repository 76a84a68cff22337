import { saysTheSame } from "../shared/index.ts";
import { applyEdits, type AppliedEdits, type Draft, type DraftEdit } from "../template-drafts/index.ts";
import type { ContentPart, ContentSection, TemplateContent } from "../templates/index.ts";

/** A change of its own that a city proposes, as it was when it was proposed. */
export interface ProposedChange {
  readonly section: ContentSection;
  /** The part's key in the release that the city had. */
  readonly key: string;
  /** The field that was changed; null when it is the whole part. */
  readonly field: string | null;
  readonly change: "added" | "leftOut" | "changed";
  readonly fromRelease: unknown;
  readonly toLocal: unknown;
}

/** Words as they are published: one Unicode form, no stray spaces. Lines stay lines, and capitals stay. */
function tidyText(text: string): string {
  return text
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim().replace(/\s+/gu, " "))
    .join("\n")
    .trim();
}

function tidy(value: unknown): unknown {
  if (typeof value === "string") return tidyText(value);
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [name, tidy(member)]),
  );
}

/** The part that a city knows by this key, which a later release may have given another one. */
function partKnownAs(
  content: TemplateContent | undefined,
  section: ContentSection,
  key: string,
): ContentPart | undefined {
  const parts: readonly ContentPart[] = content?.[section] ?? [];
  return parts.find((part) => part.key === key) ?? parts.find((part) => part.was?.includes(key));
}

function fieldOf(part: ContentPart | undefined, name: string): unknown {
  return part === undefined ? undefined : new Map<string, unknown>(Object.entries(part)).get(name);
}

type Json = Extract<DraftEdit, { readonly kind: "set" }>["value"];

function editsFor({ content, base }: Draft, proposed: ProposedChange): readonly DraftEdit[] {
  const { section, key: known, field, change, fromRelease } = proposed;
  const held = partKnownAs(content, section, known);
  const key = held?.key ?? known;
  const wanted = tidy(proposed.toLocal) as Json;
  if (change === "leftOut") {
    const seen = partKnownAs(base, section, known) as Json;
    return held === undefined ? [] : [{ kind: "remove", section, key, seen }];
  }
  if (change === "added" || field === null)
    return saysTheSame(wanted, held) ? [] : [{ kind: "add", section, value: wanted }];
  if (held !== undefined && saysTheSame(wanted, fieldOf(held, field))) return [];
  return [{ kind: "set", section, key, field, seen: fromRelease as Json, value: wanted }];
}

/**
 * Takes a change that cities propose into a draft. What the draft says already is taken without a change. What its
 * authors have changed since, differently, is a conflict and left as it is; so is a part to be left out that they
 * changed. A part is found under the key that later releases gave it.
 */
export function takeChange(draft: Draft, proposed: ProposedChange): AppliedEdits {
  return applyEdits(draft, editsFor(draft, proposed));
}
