import type { Finding } from "../shared/index.ts";
import type { ObservationFacts } from "./importable-indicator.ts";
import type { ReadingTable } from "./importer.ts";
import type { ObservationMapping, PeriodRule, PlaceRule } from "./parse-observation-mapping.ts";
import { stateCodeOf } from "./state-codes.ts";
import { findColumn, columnNotFound } from "./table.ts";

/** What stands in the way of using a mapping for a table: what is not said yet, and what the table does not have. */
export function checkObservationMapping(
  mapping: ObservationMapping,
  table: ReadingTable,
  facts: ObservationFacts,
): readonly Finding[] {
  return [
    ...checkRules(mapping),
    ...checkColumns(mapping, table),
    ...checkIndicators(mapping, facts),
    ...listUnused(mapping, table),
    ...listUnusedValues(mapping, table),
  ];
}

function checkRules({ place, period, values }: ObservationMapping): Finding[] {
  const count = values.layout === "wide" ? values.columns.length : values.codes.length;
  const noValues = problem(
    "VALUES_NOT_MAPPED",
    "values",
    "Say which column holds the figures of which indicator. At least one is needed.",
  );
  return [...checkPlaceRule(place), ...checkPeriodRule(period), ...(count === 0 ? [noValues] : [])];
}

function checkPlaceRule(place: PlaceRule | undefined): Finding[] {
  if (!place) {
    const message = "Say which column names the place, or choose one place for the whole file.";
    return [problem("PLACE_NOT_MAPPED", "place", message)];
  }
  if (place.by !== "name" || place.stateColumn !== undefined) return [];
  if (stateCodeOf(place.state ?? "") !== undefined) return [];
  const message = "Say in which state the places are: choose a state, or the column that names it.";
  return [problem("STATE_NOT_MAPPED", "place", message)];
}

function checkPeriodRule(period: PeriodRule | undefined): Finding[] {
  if (!period) {
    const message =
      "Say which column holds the year, the month or the date, or write one period for the whole file.";
    return [problem("PERIOD_NOT_MAPPED", "period", message)];
  }
  if (period.by !== "month" || period.yearColumn !== undefined || period.year !== undefined) return [];
  const message = "The file has months without a year: write the year, or choose the column that holds it.";
  return [problem("YEAR_NOT_MAPPED", "period", message)];
}

function checkColumns(mapping: ObservationMapping, table: ReadingTable): Finding[] {
  const missing = usedColumns(mapping).filter((name) => findColumn(table.columns, name) === undefined);
  return [...new Set(missing)].map(columnNotFound);
}

function checkIndicators({ values }: ObservationMapping, facts: ObservationFacts): Finding[] {
  const known = new Set(facts.indicators.map(({ code }) => code));
  const used =
    values.layout === "wide"
      ? values.columns.map(({ indicator }) => indicator)
      : values.codes.map(({ indicator }) => indicator);
  const unknown = [...new Set(used)].filter((code) => !known.has(code));
  const findings = unknown.map((code) =>
    aboutIndicator(
      "INDICATOR_UNKNOWN",
      code,
      `There is no indicator ${code} in the catalogue. Choose one from the list.`,
    ),
  );
  if (values.layout === "long") return findings;
  const repeated = [...new Set(used.filter((code, index) => used.indexOf(code) !== index))];
  return [
    ...findings,
    ...repeated.map((code) =>
      aboutIndicator(
        "INDICATOR_MAPPED_TWICE",
        code,
        `Two columns are mapped to ${code}. Keep the one that holds its figures.`,
      ),
    ),
  ];
}

function listUnused(mapping: ObservationMapping, table: ReadingTable): Finding[] {
  const used = new Set(usedColumns(mapping).map((name) => findColumn(table.columns, name)?.name));
  const unused = table.columns.filter(({ name }) => !used.has(name)).map(({ name }) => `"${name}"`);
  if (unused.length === 0) return [];
  return [
    {
      code: "COLUMNS_NOT_USED",
      severity: "note",
      path: "columns",
      message: `Not brought in, because they are not mapped: ${unused.join(", ")}.`,
      values: { columns: unused.join(", ") },
    },
  ];
}

/** What the indicator column of a long file says that has no meaning: the rows that say it are left out. */
function listUnusedValues({ values }: ObservationMapping, table: ReadingTable): Finding[] {
  if (values.layout === "wide") return [];
  const column = findColumn(table.columns, values.indicatorColumn);
  const meant = new Set(values.codes.map(({ value }) => value.toLowerCase()));
  const known = (column && table.values?.[column.index]) ?? [];
  const unused = known.filter((value) => !meant.has(value.toLowerCase())).map((value) => `"${value}"`);
  if (unused.length === 0) return [];
  const message = `The rows whose column "${values.indicatorColumn}" says this are left out, because it stands for no indicator: ${unused.join(", ")}.`;
  return [
    {
      code: "VALUES_NOT_USED",
      severity: "note",
      path: `column ${values.indicatorColumn}`,
      message,
      values: { column: values.indicatorColumn, values: unused.join(", ") },
    },
  ];
}

/** The columns that a mapping refers to, by name. */
export function usedColumns(mapping: ObservationMapping): string[] {
  const { values } = mapping;
  return [
    ...placeColumns(mapping.place),
    ...periodColumns(mapping.period),
    ...(values.layout === "wide"
      ? values.columns.map(({ column }) => column)
      : [values.indicatorColumn, values.valueColumn]),
    ...[mapping.populationColumn, mapping.monthsColumn, mapping.sourceColumn].filter(
      (name) => name !== undefined,
    ),
    ...mapping.leaveOut.map(({ column }) => column),
  ];
}

function placeColumns(rule: PlaceRule | undefined): string[] {
  if (!rule || rule.by === "fixed") return [];
  return rule.by === "name" && rule.stateColumn !== undefined
    ? [rule.column, rule.stateColumn]
    : [rule.column];
}

function periodColumns(rule: PeriodRule | undefined): string[] {
  if (!rule || rule.by === "fixed") return [];
  if (rule.by !== "month") return [rule.column];
  return rule.yearColumn === undefined ? [rule.monthColumn] : [rule.monthColumn, rule.yearColumn];
}

function problem(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

function aboutIndicator(code: string, indicator: string, message: string): Finding {
  return { ...problem(code, `indicator ${indicator}`, message), values: { indicator } };
}
