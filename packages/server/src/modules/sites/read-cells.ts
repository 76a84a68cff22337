/** Numbers as people write them: spaces around, commas between thousands. */
const numberForm = /^-?\d+(,\d{3})*(\.\d+)?$/;

/** A number as people write it; null for an empty cell, undefined for what is none. */
export function readNumber(text: string): number | null | undefined {
  if (text === "") return null;
  return numberForm.test(text) ? Number(text.replaceAll(",", "")) : undefined;
}

/** A day as it was written, or as an American spreadsheet rewrites it on saving: month, day, year. */
export function isoDate(text: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (month === undefined || day === undefined || year === undefined) return text;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A word as people write it in a cell: `left out`, `Left_out` and `leftOut` are one. */
export function wordOf<T extends string>(text: string, words: readonly T[]): T | undefined {
  const plain = (word: string) => word.replaceAll(/[\s_-]/g, "").toLowerCase();
  return words.find((word) => plain(word) === plain(text));
}
