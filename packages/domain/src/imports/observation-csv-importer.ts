import type { ObservedFigure } from "../outcomes/index.ts";
import { monthsInPeriod, periodStart, type Finding, type Period, type PlainDate } from "../shared/index.ts";
import { checkObservationMapping } from "./check-observation-mapping.ts";
import type { ClaimedObservation } from "./claimed-observation.ts";
import { guessObservationMapping } from "./guess-observation-mapping.ts";
import { judgeValue, type ImportableIndicator, type ObservationFacts } from "./importable-indicator.ts";
import type { Importer, ReadingTable, RowReading } from "./importer.ts";
import { parseFigure } from "./parse-figure.ts";
import {
  observationMappingSchema,
  type ObservationMapping,
  type ValueRule,
} from "./parse-observation-mapping.ts";
import { findPrivateColumns } from "./private-columns.ts";
import { periodReader } from "./read-period.ts";
import { placeReader } from "./read-place.ts";
import { cleanCell, findColumn, isBlankRow, isTextRow, type TableColumn, type TableRow } from "./table.ts";

/** Tables of figures, wide or long: each row states values of indicators at a place for a period. */
export const observationCsvImporter: Importer<ObservationMapping, ClaimedObservation, ObservationFacts> = {
  key: "observations",
  mappingSchema: observationMappingSchema,
  privateColumns: findPrivateColumns,
  guess: guessObservationMapping,
  check: checkObservationMapping,
  reader: observationReader,
};

/** A value cell of a row: in which column, of which indicator. */
interface ValueCell {
  readonly column: TableColumn;
  readonly indicator: ImportableIndicator;
}

/** The rule for one row, with its parts worked out once for the table. */
interface RowRules {
  readonly mapping: ObservationMapping;
  readonly columns: readonly TableColumn[];
  readonly place: ReturnType<typeof placeReader>;
  readonly period: ReturnType<typeof periodReader>;
  readonly valueCells: (row: TableRow) => readonly ValueCell[];
  readonly population: (row: TableRow) => string;
  readonly months: (row: TableRow) => string;
  readonly source: (row: TableRow) => string;
  readonly isLeftOut: (row: TableRow) => boolean;
  readonly today: PlainDate;
}

/** A problem of a row or a cell, before it is given its place in the file. */
type Problem = Pick<Finding, "code" | "message" | "values">;

const nothing: RowReading<ClaimedObservation> = { entries: [], missing: 0, findings: [] };

function observationReader(
  mapping: ObservationMapping,
  table: ReadingTable,
  facts: ObservationFacts,
): (row: TableRow) => RowReading<ClaimedObservation> {
  const rules = prepareRules(mapping, table.columns, facts);
  return (row) => {
    if (isBlankRow(row)) return { ...nothing, skipped: "blank" };
    if (isTextRow(row, table.columns.length))
      return { ...nothing, skipped: "text", findings: [textRowNote(row)] };
    if (rules.isLeftOut(row) || rules.valueCells(row).length === 0)
      return { ...nothing, skipped: "leftOutByMapping" };
    const cut = judgeWidth(row, table.columns.length);
    return cut ? refuse(row, cut) : readRow(row, rules);
  };
}

function prepareRules(
  mapping: ObservationMapping,
  columns: readonly TableColumn[],
  facts: ObservationFacts,
): RowRules {
  const leftOut = mapping.leaveOut.map(({ column, value }) => ({
    cell: cellText(column, columns),
    value: cleanCell(value).toLowerCase(),
  }));
  const { place = { by: "site", column: "" }, period = { by: "year", column: "" } } = mapping;
  return {
    mapping,
    columns,
    place: placeReader(place, columns),
    period: periodReader(period, columns),
    valueCells: valueCellReader(mapping.values, columns, facts.indicators),
    population: cellText(mapping.populationColumn, columns),
    months: cellText(mapping.monthsColumn, columns),
    source: cellText(mapping.sourceColumn, columns),
    isLeftOut: (row) => leftOut.some(({ cell, value }) => cleanCell(cell(row)).toLowerCase() === value),
    today: facts.today,
  };
}

function valueCellReader(
  values: ValueRule,
  columns: readonly TableColumn[],
  indicators: readonly ImportableIndicator[],
): (row: TableRow) => readonly ValueCell[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  if (values.layout === "wide") {
    const cells = values.columns.flatMap(({ column: name, indicator: code }) =>
      valueCell(findColumn(columns, name), byCode.get(code)),
    );
    return () => cells;
  }
  const column = findColumn(columns, values.valueColumn);
  const named = cellText(values.indicatorColumn, columns);
  const byValue = new Map(
    values.codes.map(({ value, indicator: code }) => [
      cleanCell(value).toLowerCase(),
      valueCell(column, byCode.get(code)),
    ]),
  );
  return (row) => byValue.get(cleanCell(named(row)).toLowerCase()) ?? [];
}

function valueCell(column: TableColumn | undefined, indicator: ImportableIndicator | undefined): ValueCell[] {
  return column && indicator ? [{ column, indicator }] : [];
}

function readRow(row: TableRow, rules: RowRules): RowReading<ClaimedObservation> {
  const cells = rules
    .valueCells(row)
    .map((cell) => ({ ...cell, reading: parseFigure(row.cells[cell.column.index] ?? "") }));
  const stated = cells.filter(({ reading }) => reading.kind !== "missing");
  const missing = cells.length - stated.length;
  if (stated.length === 0) return { ...nothing, missing };

  const place = rules.place(row);
  if ("message" in place) return refuse(row, place);
  const period = rules.period(row);
  if ("message" in period) return refuse(row, period);
  const untimely = judgePeriod(period.period, rules.today);
  if (untimely) return refuse(row, untimely);
  const context = readContext(row, rules, period.period);
  if ("message" in context) return refuse(row, context);

  const entries: ClaimedObservation[] = [];
  const findings: Finding[] = [...context.warnings];
  for (const { column, indicator, reading } of stated) {
    const figure = figureOf(reading, indicator, context.figure);
    if ("message" in figure) findings.push(atCell(row, column, figure));
    else
      entries.push({
        row: row.number,
        column: column.name,
        indicator: indicator.code,
        period: period.period,
        place: place.claim,
        figure,
      });
  }
  return { entries, missing, findings };
}

function figureOf(
  reading: ReturnType<typeof parseFigure>,
  indicator: ImportableIndicator,
  context: Omit<ObservedFigure, "value">,
): ObservedFigure | Problem {
  if (reading.kind === "unreadable") return { ...reading, code: "VALUE_UNREADABLE" };
  if (reading.kind === "missing") return { code: "VALUE_MISSING", message: "The cell is blank." };
  const isShare = indicator.measure.kind === "share" || indicator.measure.kind === "difference";
  if (reading.isPercent && !isShare) {
    return {
      code: "VALUE_IS_PERCENT",
      message: `${String(reading.value)}% is a percentage, and ${indicator.code} is not. Check which column this is.`,
      values: { value: reading.value, indicator: indicator.code },
    };
  }
  return (
    judgeValue(reading.value, indicator.measure, context.denominator) ?? { value: reading.value, ...context }
  );
}

/** What a row says besides its values: population, months covered, source. */
function readContext(
  row: TableRow,
  rules: RowRules,
  period: Period,
): { figure: Omit<ObservedFigure, "value">; warnings: readonly Finding[] } | Problem {
  const population = readPopulation(rules.population(row));
  if (population !== undefined && "message" in population) return population;
  const months = readMonths(rules.months(row), period);
  if (months !== undefined && "message" in months) return months;
  const { reportingSystem, note, source } = rules.mapping;
  const written = cleanCell(rules.source(row));
  const isPartial = months !== undefined && months.covered < monthsInPeriod(period);
  return {
    figure: {
      denominator: population?.residents,
      monthsCovered: months?.covered,
      source: /^(|na|n\/a)$/i.test(written) ? source : written.slice(0, 300),
      reportingSystem,
      note,
    },
    warnings: isPartial ? [partialWarning(row, months.covered, period)] : [],
  };
}

function readPopulation(cell: string): { residents: number } | Problem | undefined {
  const population = parseFigure(cell);
  if (population.kind === "missing") return undefined;
  if (population.kind === "unreadable") {
    const { message, values } = population;
    return { code: "POPULATION_UNREADABLE", message: `In the population column, ${message}`, values };
  }
  if (population.value > 0 && Number.isInteger(population.value)) return { residents: population.value };
  return {
    code: "POPULATION_OUT_OF_RANGE",
    message: `The population is ${String(population.value)}. Put a whole number above zero, or leave the cell blank.`,
    values: { population: population.value },
  };
}

function readMonths(cell: string, period: Period): { covered: number } | Problem | undefined {
  const months = parseFigure(cell);
  if (months.kind === "missing") return undefined;
  const most = monthsInPeriod(period);
  if (
    months.kind === "unreadable" ||
    !Number.isInteger(months.value) ||
    months.value < 0 ||
    months.value > most
  ) {
    return {
      code: "MONTHS_OUT_OF_RANGE",
      message: `The months covered are "${cell.slice(0, 40)}". Put a whole number from 0 to ${String(most)}, or leave the cell blank.`,
      values: { text: cell.slice(0, 40), most },
    };
  }
  return { covered: months.value };
}

function judgePeriod(period: Period, today: PlainDate): Problem | undefined {
  if (periodStart(period) > today) {
    return {
      code: "PERIOD_IN_FUTURE",
      message: `The period ${period} has not begun yet. Figures are for periods that have: check the year.`,
      values: { period },
    };
  }
  if (period < "1900")
    return {
      code: "PERIOD_TOO_EARLY",
      message: `The period ${period} is before 1900. Check the year.`,
      values: { period },
    };
  return undefined;
}

function judgeWidth(row: TableRow, width: number): Problem | undefined {
  const filled = row.cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (filled > width) {
    return {
      code: "ROW_TOO_LONG",
      message: `This row has ${String(filled)} cells under ${String(width)} headers. A comma inside a cell may be missing its quotation marks: save the file again from the spreadsheet.`,
      values: { filled, width },
    };
  }
  if (row.cells.length < width) {
    return {
      code: "ROW_CUT_SHORT",
      message: `This row has ${String(row.cells.length)} of ${String(width)} cells: the file may have been cut off here. Get the whole file and choose it again.`,
      values: { cells: row.cells.length, width },
    };
  }
  return undefined;
}

function partialWarning(row: TableRow, covered: number, period: Period): Finding {
  const most = monthsInPeriod(period);
  return {
    code: "PERIOD_PARTLY_COVERED",
    severity: "warning",
    path: atRow(row),
    message: `The figures for ${period} cover ${String(covered)} of ${String(most)} months. They are brought in as they are, marked as partial, and never stretched to the whole period.`,
    values: { period, covered, most },
  };
}

function textRowNote(row: TableRow): Finding {
  const cell = cleanCell(row.cells[0] ?? "").replace(/\s+/g, " ");
  const text = cell.length > 80 ? `${cell.slice(0, 80)}…` : cell;
  return {
    code: "ROW_IS_TEXT",
    severity: "note",
    path: atRow(row),
    message: `Only the first cell is filled, so this row was taken as a heading or footnote and left out: "${text}"`,
    values: { text },
  };
}

function refuse(row: TableRow, { code, message, values }: Problem): RowReading<ClaimedObservation> {
  return { ...nothing, findings: [{ code, severity: "error", path: atRow(row), message, values }] };
}

function atCell(row: TableRow, column: TableColumn, { code, message, values }: Problem): Finding {
  return { code, severity: "error", path: `${atRow(row)}, column ${column.name}`, message, values };
}

function atRow(row: TableRow): string {
  return `row ${String(row.number)}`;
}

function cellText(name: string | undefined, columns: readonly TableColumn[]): (row: TableRow) => string {
  const column = name === undefined ? undefined : findColumn(columns, name);
  return (row) => (column ? (row.cells[column.index] ?? "") : "");
}
