import { parsePeriod, parsePlainDate, periodAround, type Period, type PeriodKind } from "../shared/index.ts";

/** In which order a date is written: 2026-07-31, 7/31/2026, or 31/7/2026. */
export type DateOrder = "yearFirst" | "monthFirst" | "dayFirst";

const monthNames = [
  ["jan", "january", "ene", "enero"],
  ["feb", "february", "febrero"],
  ["mar", "march", "marzo"],
  ["apr", "april", "abr", "abril"],
  ["may", "mayo"],
  ["jun", "june", "junio"],
  ["jul", "july", "julio"],
  ["aug", "august", "ago", "agosto"],
  ["sep", "sept", "september", "septiembre"],
  ["oct", "october", "octubre"],
  ["nov", "november", "noviembre"],
  ["dec", "december", "dic", "diciembre"],
];

/** Reads a year of four digits: `2005`, or `2005.0` as some tools write it. */
export function parseYear(cell: string): Period | undefined {
  return parsePeriod(cell.trim().replace(/\.0+$/, ""));
}

/** Reads a month, 1 to 12: `7`, `07`, `July`, `jul.`, `julio`. */
export function parseMonth(cell: string): number | undefined {
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/\.(0+)?$/, "");
  if (/^\d{1,2}$/.test(text)) {
    const month = Number(text);
    return month >= 1 && month <= 12 ? month : undefined;
  }
  const index = monthNames.findIndex((names) => names.includes(text));
  return index < 0 ? undefined : index + 1;
}

/** The month of a year as a period. */
export function monthPeriod(year: Period, month: number): Period | undefined {
  return parsePeriod(`${year.slice(0, 4)}-${String(month).padStart(2, "0")}`);
}

/** The forms of a period in a cell, each with the period that it stands for. */
const periodForms: readonly (readonly [RegExp, (first: string, second: string) => string])[] = [
  [/^(\d{4})[- ]?Q([1-4])$/i, (year, quarter) => `${year}-Q${quarter}`],
  [/^Q([1-4])[- ]?(\d{4})$/i, (quarter, year) => `${year}-Q${quarter}`],
  [/^(\d{4})[-/ ]?(0[1-9]|1[0-2])$/, (year, month) => `${year}-${month}`],
  [
    /^([A-Za-z]{3,10})\.?[- ](\d{4})$/,
    (month, year) => `${year}-${String(parseMonth(month) ?? "").padStart(2, "0")}`,
  ],
];

/** Reads a period as people and programs write it: `2026`, `2026-Q3`, `2026Q3`, `Q3 2026`, `2026-07`, `202607`, `Jul 2026`. */
export function parsePeriodCell(cell: string): Period | undefined {
  const text = cell.trim().replace(/\s+/g, " ");
  for (const [form, period] of periodForms) {
    const [, first = "", second = ""] = form.exec(text) ?? [];
    if (first !== "") return parsePeriod(period(first, second));
  }
  return parseYear(text);
}

/** Reads a date in the stated order, with an optional time behind it, and gives the period in which it falls. */
export function parseDateCell(cell: string, order: DateOrder, kind: PeriodKind): Period | undefined {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, "");
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const parts = compact ?? /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/.exec(text);
  if (!parts) return undefined;
  const [, first = "", second = "", third = ""] = parts;
  const [year, month, day] = inOrder([first, second, third], compact ? "yearFirst" : order);
  const date = parsePlainDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date === undefined ? undefined : periodAround(date, kind);
}

function inOrder(
  [first, second, third]: [string, string, string],
  order: DateOrder,
): [string, string, string] {
  if (order === "yearFirst" || first.length === 4) return [first, second, third];
  return order === "monthFirst" ? [third, first, second] : [third, second, first];
}
