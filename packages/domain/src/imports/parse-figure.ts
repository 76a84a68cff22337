/** What a cell says as a number: nothing, a value, or something that must be put right first. */
export type FigureReading =
  | { readonly kind: "missing" }
  | { readonly kind: "value"; readonly value: number; readonly isPercent: boolean }
  | { readonly kind: "unreadable"; readonly message: string };

const missingWords = new Set([
  "",
  "na",
  "n/a",
  "n.a.",
  "#n/a",
  "nan",
  "null",
  "none",
  "missing",
  "not available",
  "not reported",
  "-",
  "–",
  "—",
  ".",
  "..",
  "...",
]);

/** The largest number that is accepted, 10^12: no count of a city comes near, and every whole number below is exact. */
export const largestFigure = 1e12;

const plain = /^\d+(\.\d+)?$|^\.\d+$/;
/** A round number as statistical programs write it: 4e+05 is 400,000. */
const round = /^\d{1,3}e\+?\d{1,3}$/i;
const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * Reads a cell as a number the way a spreadsheet in the United States writes it: `1,234`, `12.5`, `$40`, `45%`,
 * `(12)` for minus twelve. A blank, `NA`, `-` and their like are missing, never zero.
 * What could be read in two ways, or may have been rounded by a spreadsheet, is not guessed at.
 */
export function parseFigure(cell: string): FigureReading {
  const text = cell
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/^'/, "");
  if (missingWords.has(text.toLowerCase())) return { kind: "missing" };
  const problem = knownProblem(text);
  if (problem !== undefined) return { kind: "unreadable", message: problem };

  const isPercent = text.endsWith("%");
  const inner = text.replace(/%$/, "").trim();
  const isNegative = inner.startsWith("-") || /^\(.*\)$/.test(inner);
  const digits = inner
    .replace(/^[-+(]\s*/, "")
    .replace(/\)$/, "")
    .replace(/^\$/, "")
    .trim();
  if (![plain, grouped, round].some((form) => form.test(digits)))
    return { kind: "unreadable", message: unclear(text) };

  const value = Number(digits.replaceAll(",", ""));
  if (!(value <= largestFigure)) {
    return {
      kind: "unreadable",
      message: `${quote(text)} is larger than any figure of a city can be. Check the cell.`,
    };
  }
  return { kind: "value", value: isNegative && value !== 0 ? -value : value, isPercent };
}

function knownProblem(text: string): string | undefined {
  if (/^#[A-Z/0!?]+$/i.test(text))
    return `${quote(text)} is a formula that failed. Put the number there, or leave the cell blank.`;
  if (/^[-+]?\d+\.\d+e[-+]?\d+$|^[-+]?\d+e-\d+$/i.test(text)) {
    return `${quote(text)} is in scientific notation and may have been rounded or be far too large. Show the full number in the spreadsheet and save it again.`;
  }
  if (/^[-+]?inf(inity)?$/i.test(text))
    return `${quote(text)} is not a number: something was divided by zero. Leave the cell blank if the figure is missing.`;
  if (/^(<\s*\d+|\*+|s|suppressed)$/i.test(text)) {
    return `${quote(text)} stands for a number that was hidden. Leave the cell blank: a hidden number is not known.`;
  }
  if (/^\d{1,3}(\.\d{3})+,\d+$|^\d+,\d{1,2}$/.test(text)) {
    return `${quote(text)} can be read in two ways. Write decimals with a point and thousands with a comma, or without.`;
  }
  return undefined;
}

function unclear(text: string): string {
  return `${quote(text)} is not a number. Put the number there, or leave the cell blank if the figure is missing.`;
}

function quote(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
