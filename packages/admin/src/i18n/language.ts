export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

const storageKey = "frontstep.language";

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The person's own choice, or else what the browser asks for, or else English. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  if (isLanguage(chosen)) return chosen;
  const wanted = navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage);
  return wanted ?? "en";
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

export async function loadMessages(language: Language): Promise<Record<string, string>> {
  const catalog = language === "es" ? await import("./spanish.ts") : await import("./english.ts");
  return catalog.messages;
}
