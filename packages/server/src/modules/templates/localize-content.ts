import { type Language, localize, type LocalizedText } from "@frontstep/domain/shared";

/** A value in which each text in several languages has become the text in one. */
export type Localized<T> = T extends LocalizedText
  ? string
  : T extends readonly (infer Member)[]
    ? Localized<Member>[]
    : T extends object
      ? { [Name in keyof T]: Localized<T[Name]> }
      : T;

/** The same value with every text in the reader's language, English where it is not translated. */
export function localizeContent<T>(value: T, language: Language): Localized<T> {
  return localizeValue(value, language) as Localized<T>;
}

function localizeValue(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((member) => localizeValue(member, language));
  if (typeof value !== "object" || value === null) return value;
  if (isLocalizedText(value)) return localize(value, language);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, localizeValue(member, language)]),
  );
}

function isLocalizedText(value: object): value is LocalizedText {
  return "en" in value && typeof value.en === "string";
}
