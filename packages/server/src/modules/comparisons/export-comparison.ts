import { authorize, type RequestContext } from "#server/context.ts";

import {
  comparison,
  type Comparison,
  type ComparisonFigure,
  type ComparisonRow,
} from "./comparison.reads.ts";
import type { ComparisonChoice } from "./comparison.store.ts";
import words from "./column-words.json" with { type: "json" };
import { type CsvCell, writeCsv } from "#server/write-csv.ts";

/** A comparison as files: the figures, and what each column means. */
export interface ComparisonExport {
  readonly fileName: string;
  readonly csv: string;
  readonly dictionaryFileName: string;
  readonly dictionary: string;
}

interface Column {
  readonly name: keyof typeof words;
  readonly cell: (figure: ComparisonFigure, row: ComparisonRow, whole: Comparison) => CsvCell;
}

const columns: readonly Column[] = [
  { name: "indicator", cell: (_figure, _row, { indicator }) => indicator.code },
  { name: "place", cell: (_figure, { name }) => name },
  { name: "year", cell: ({ period }) => Number(period) },
  { name: "state", cell: ({ state }) => state },
  { name: "value", cell: ({ value }) => value },
  { name: "numerator", cell: ({ numerator }) => numerator },
  { name: "population", cell: ({ denominator }) => denominator },
  { name: "compared", cell: ({ compared }) => compared },
  { name: "per", cell: (_figure, _row, { indicator }) => indicator.per },
  { name: "lower_95", cell: ({ lower }) => lower },
  { name: "upper_95", cell: ({ upper }) => upper },
  { name: "months_covered", cell: ({ monthsCovered }) => monthsCovered },
  { name: "marks", cell: ({ marks }) => marks.join(" ") },
  { name: "reporting_system", cell: ({ reportingSystem }) => reportingSystem },
  { name: "source", cell: ({ source }) => source },
  { name: "definition_notes", cell: ({ definitionNotes }) => definitionNotes },
  { name: "as_of", cell: () => new Date().toISOString().slice(0, 10) },
];

/** Gives a comparison as files. What is protected on the page is protected in them. */
export async function exportComparison(
  ctx: RequestContext,
  choice: ComparisonChoice,
): Promise<ComparisonExport> {
  authorize(ctx, "comparison.export", "anywhere");
  const whole = await comparison(ctx, choice);
  const rows = whole.places.flatMap((row) =>
    row.figures.map((figure) => columns.map(({ cell }) => cell(figure, row, whole))),
  );
  const name = `frontstep-${whole.indicator.code.toLowerCase()}-${new Date().toISOString().slice(0, 10)}`;
  return {
    fileName: `${name}.csv`,
    csv: writeCsv([columns.map((column) => column.name), ...rows]),
    dictionaryFileName: `${name}-dictionary.csv`,
    dictionary: writeCsv([
      ["column", "meaning"],
      ...columns.map(({ name: column }) => [column, words[column][ctx.language]]),
    ]),
  };
}
