/** The languages that content can be written in. English is always there. */
export const languages = ["en", "es"] as const;

/** A language that content can be written in. */
export type Language = (typeof languages)[number];

/** Whether somebody's word for a language is one that content can be written in. */
export function isLanguage(word: string): word is Language {
  return (languages as readonly string[]).includes(word);
}

/** A text in English, with a Spanish translation where there is one. */
export interface LocalizedText {
  readonly en: string;
  readonly es?: string | undefined;
}

/** The text in the wanted language; English where it is not translated. */
export function localize(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en;
}
