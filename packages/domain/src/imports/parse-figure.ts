/** What a cell says as a number: nothing, a value, or something that must be put right first. */
export type FigureReading =
  | { readonly kind: "missing" }
  | { readonly kind: "value"; readonly value: number; readonly isPercent: boolean }
  | {
      readonly kind: "unreadable";
      readonly message: string;
      readonly values: { readonly reason: UnreadableReason; readonly text: string };
    };

/** Why a cell is no number that can be taken as it stands. */
export type UnreadableReason =
  "formula" | "scientific" | "infinite" | "hidden" | "ambiguous" | "tooLarge" | "unclear";

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
  if (problem) return problem;

  const isPercent = text.endsWith("%");
  const inner = text.replace(/%$/, "").trim();
  const isNegative = inner.startsWith("-") || /^\(.*\)$/.test(inner);
  const digits = inner
    .replace(/^[-+(]\s*/, "")
    .replace(/\)$/, "")
    .replace(/^\$/, "")
    .trim();
  if (![plain, grouped, round].some((form) => form.test(digits))) return unreadable("unclear", text);

  const value = Number(digits.replaceAll(",", ""));
  if (!(value <= largestFigure)) return unreadable("tooLarge", text);
  return { kind: "value", value: isNegative && value !== 0 ? -value : value, isPercent };
}

/** What each known form of a cell that is no number is, and what to do about it. */
const knownForms: readonly (readonly [UnreadableReason, RegExp])[] = [
  ["formula", /^#[A-Z/0!?]+$/i],
  ["scientific", /^[-+]?\d+\.\d+e[-+]?\d+$|^[-+]?\d+e-\d+$/i],
  ["infinite", /^[-+]?inf(inity)?$/i],
  ["hidden", /^(<\s*\d+|\*+|s|suppressed)$/i],
  ["ambiguous", /^\d{1,3}(\.\d{3})+,\d+$|^\d+,\d{1,2}$/],
];

const sentences: Readonly<Record<UnreadableReason, string>> = {
  formula: "is a formula that failed. Put the number there, or leave the cell blank.",
  scientific:
    "is in scientific notation and may have been rounded or be far too large. Show the full number in the spreadsheet and save it again.",
  infinite: "is not a number: something was divided by zero. Leave the cell blank if the figure is missing.",
  hidden: "stands for a number that was hidden. Leave the cell blank: a hidden number is not known.",
  ambiguous: "can be read in two ways. Write decimals with a point and thousands with a comma, or without.",
  tooLarge: "is larger than any figure of a city can be. Check the cell.",
  unclear: "is not a number. Put the number there, or leave the cell blank if the figure is missing.",
};

function knownProblem(text: string): FigureReading | undefined {
  const known = knownForms.find(([, form]) => form.test(text));
  return known && unreadable(known[0], text);
}

function unreadable(reason: UnreadableReason, text: string): FigureReading {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return { kind: "unreadable", message: `"${shown}" ${sentences[reason]}`, values: { reason, text: shown } };
}
