/**
 * A stable key of a part of a template or of an indicator: `OFF-YTH`, `B10`, `TR-TRU`, `park-toolkit`.
 * Letters, digits and single hyphens, 1 to 60 characters, starting with a letter. Keys are never reused.
 */
export type Key = string;

/** The form of a key, as a regular expression. */
export const keyPattern = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;

/** The longest key that is accepted. */
export const longestKey = 60;

/** Whether a text has the form of a key. */
export function isKey(text: string): text is Key {
  return text.length <= longestKey && keyPattern.test(text);
}
