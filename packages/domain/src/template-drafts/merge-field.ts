import { languages, sameValue, type LocalizedText } from "../shared/index.ts";
import { mergeKeyList } from "../upgrades/index.ts";

/** A field as the author saw it, as the author wants it, and as it is now. */
export interface FieldStates {
  readonly seen: unknown;
  readonly value: unknown;
  readonly current: unknown;
}

/** What becomes of the field; `undefined` when two authors want different things. */
export type MergedField = { readonly value: unknown } | undefined;

const keyLists = new Set(["requiredTrainings", "dependsOn", "positions", "coreComponents", "core"]);

function isText(value: unknown): value is LocalizedText {
  return typeof value === "object" && value !== null && "en" in value;
}

function keysIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Words are merged language by language: one may mend the English and another the Spanish. */
function mergeText(states: Record<keyof FieldStates, LocalizedText>): MergedField {
  const merged: [string, string][] = [];
  for (const language of languages) {
    const of = {
      seen: states.seen[language],
      value: states.value[language],
      current: states.current[language],
    };
    const isOpen = of.seen !== of.current && of.value !== of.current && of.value !== of.seen;
    if (isOpen) return undefined;
    const text = of.value === of.seen ? of.current : of.value;
    if (text !== undefined) merged.push([language, text]);
  }
  return { value: Object.fromEntries(merged) };
}

/**
 * Merges one author's change of a field into the draft as it is now. Unchanged meanwhile, or changed alike: taken.
 * Lists of keys: what either added is in, what either took out is not. Words: language by language.
 */
export function mergeDraftField(name: string, { seen, value, current }: FieldStates): MergedField {
  if (sameValue(seen, current) || sameValue(value, current)) return { value };
  if (sameValue(seen, value)) return { value: current };
  if (keyLists.has(name)) {
    const lists = { base: keysIn(seen), local: keysIn(current), incoming: keysIn(value) };
    return { value: mergeKeyList(lists) };
  }
  return isText(seen) && isText(value) && isText(current) ? mergeText({ seen, value, current }) : undefined;
}
