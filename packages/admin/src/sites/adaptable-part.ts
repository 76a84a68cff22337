import type { AdaptationEntry } from "./site-form.ts";

/** A field of a part that a site may change, as the API says it. */
export interface PartField {
  readonly name: string;
  readonly kind: "NUMBER" | "TEXT" | "CHOICE";
  readonly value?: unknown;
  readonly choices: readonly string[];
  readonly isCore: boolean;
}

/** A part that a site may leave out or change, as the API says it. */
export interface Part {
  readonly section: AdaptationEntry["section"];
  readonly key: string;
  readonly title: string;
  readonly isCore: boolean;
  readonly isLaunchGate: boolean;
  readonly coreComponents: readonly string[];
  readonly fields: readonly PartField[];
}

export interface Named {
  readonly key: string;
  readonly title: string;
}

/** Whether a difference touches a core component, as far as can be told before the server is asked. */
export function touchesCore(part: Part, field: string | undefined): boolean {
  if (field === undefined) return part.isCore;
  return part.fields.some(({ name, isCore }) => name === field && isCore);
}

/** A value of a field as one types it: texts in the reader's language, English where there is no other. */
export function typedValue(value: unknown, language: string): string {
  if (typeof value === "number" || typeof value === "string") return String(value);
  if (typeof value !== "object" || value === null) return "";
  const texts = value as Record<string, string | undefined>;
  return texts[language] ?? texts["en"] ?? "";
}

/** What was typed, as the API takes it. */
export function valueOf(typed: string, kind: PartField["kind"], language: string): unknown {
  if (kind === "NUMBER") return typed.trim() === "" ? null : Number(typed);
  if (kind === "CHOICE") return typed;
  return language === "en" ? { en: typed } : { en: typed, [language]: typed };
}
