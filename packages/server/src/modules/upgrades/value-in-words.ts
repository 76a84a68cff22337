import { type Language, localize, type LocalizedText } from "@frontstep/domain/shared";
import { titleOf } from "@frontstep/domain/sites";
import {
  type ContentPart,
  type ContentParts,
  type ContentSection,
  contentSections,
} from "@frontstep/domain/templates";

import words from "./value-words.json" with { type: "json" };

/** Says values of a design so that somebody who has never seen its format understands them. */
export interface ValueWriter {
  /** What a field is called. */
  field(name: string | undefined): string | null;
  /** A field's value, or a whole part by its title; null when there is none. */
  value(field: string | undefined, value: unknown): string | null;
  /** What a part is called. */
  title(section: ContentSection, key: string): string;
}

const sectionOfField: Readonly<Record<string, ContentSection>> = {
  requiredTrainings: "trainings",
  positions: "positions",
  coreComponents: "coreComponents",
  phase: "phases",
  ownerRole: "ownerRoles",
  dependsOn: "checklistItems",
  onlyWithActivity: "activities",
  indicator: "indicators",
  item: "checklistItems",
};

function isText(value: unknown): value is LocalizedText {
  return typeof value === "object" && value !== null && "en" in value;
}

function isPart(value: unknown): value is ContentPart {
  return typeof value === "object" && value !== null && "key" in value && "coreComponents" in value;
}

/** A writer in one language; parts are named as the first content that has them names them. */
export function valueWriter(language: Language, contents: readonly ContentParts[]): ValueWriter {
  const own = words[language];
  const fields: Readonly<Record<string, string>> = own.fields;
  const choices: Readonly<Record<string, string>> = own.choices;
  const titles = new Map<string, string>();
  for (const content of contents.toReversed())
    for (const section of contentSections)
      for (const part of content[section])
        titles.set(`${section}.${part.key}`, localize(titleOf(part), language));
  const title = (section: ContentSection, key: string) => titles.get(`${section}.${key}`) ?? key;

  const days = (count: number): string => {
    if (count === 0) return own.onLaunchDay;
    const pattern = count < 0 ? own.beforeLaunch : own.afterLaunch;
    return pattern.replace("{days}", Math.abs(count).toLocaleString(language));
  };
  const plain = (field: string, value: string | number | boolean): string => {
    if (typeof value === "boolean") return value ? own.yes : own.no;
    if (typeof value === "number")
      return field === "dueOffsetDays" ? days(value) : value.toLocaleString(language);
    const section = sectionOfField[field];
    if (section !== undefined) return title(section, value);
    return value === "contract" ? own.contract : (choices[value] ?? value);
  };
  const say = (field: string, value: unknown): string => {
    if (value === undefined || value === null || value === "") return own.nothing;
    if (Array.isArray(value))
      return value.length === 0 ? own.nothing : value.map((member) => say(field, member)).join("; ");
    if (isText(value)) return localize(value, language);
    if (isPart(value)) return localize(titleOf(value), language);
    if (typeof value !== "object") return plain(field, value as string | number | boolean);
    return Object.entries(value)
      .map(([name, member]: [string, unknown]) => `${fields[name] ?? name}: ${say(name, member)}`)
      .join(", ");
  };
  return {
    field: (name) => (name === undefined ? null : (fields[name] ?? name)),
    value: (field, value) => (value === undefined && field === undefined ? null : say(field ?? "", value)),
    title,
  };
}
