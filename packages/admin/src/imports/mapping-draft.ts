import type { ObservationMapping, PeriodRule, PlaceRule } from "./observation-mapping.ts";

/** What a column of a file of figures can mean. */
export const columnMeanings = [
  "ignored",
  "ori",
  "name",
  "site",
  "state",
  "year",
  "month",
  "period",
  "date",
  "figures",
  "indicator",
  "value",
  "population",
  "months",
  "source",
] as const;

export type ColumnMeaning = (typeof columnMeanings)[number];

/** A mapping while a person works on it: a meaning for each column, and what holds for the whole file. */
export interface MappingDraft {
  readonly meanings: Readonly<Record<string, ColumnMeaning>>;
  /** For columns of figures: of which indicator. */
  readonly indicators: Readonly<Record<string, string>>;
  /** For the column that names indicators: what each of its values stands for. */
  readonly codes: Readonly<Record<string, string>>;
  /** One place for the whole file: `jurisdiction:<id>`, `site:<id>` or `comparisonArea:<id>`; empty when columns name it. */
  readonly place: string;
  readonly state: string;
  /** One year or period for the whole file; empty when columns name it. */
  readonly period: string;
  readonly dateOrder: "yearFirst" | "monthFirst" | "dayFirst";
  readonly dateKind: "year" | "quarter" | "month";
  readonly source: string;
  readonly reportingSystem: string;
  readonly note: string;
  readonly leaveOut: ObservationMapping["leaveOut"];
}

type Meanings = [string | undefined, ColumnMeaning][];

/** The draft of a mapping that was proposed or kept; columns that the file does not have are left out. */
export function draftOf(mapping: ObservationMapping, columns: readonly string[]): MappingDraft {
  const { place, period, values } = mapping;
  const meant: Meanings = [
    ...placeMeanings(place),
    ...periodMeanings(period),
    ...valueMeanings(values),
    [mapping.populationColumn, "population"],
    [mapping.monthsColumn, "months"],
    [mapping.sourceColumn, "source"],
  ];
  const known = meant.filter(
    (entry): entry is [string, ColumnMeaning] => entry[0] !== undefined && columns.includes(entry[0]),
  );
  return {
    meanings: Object.fromEntries(known),
    indicators:
      values.layout === "wide"
        ? Object.fromEntries(values.columns.map(({ column, indicator }) => [column, indicator]))
        : {},
    codes:
      values.layout === "long"
        ? Object.fromEntries(values.codes.map(({ value, indicator }) => [value, indicator]))
        : {},
    ...wholeFile(mapping),
  };
}

function wholeFile(mapping: ObservationMapping) {
  const { place, period } = mapping;
  const dates = period?.by === "date" ? period : { order: "monthFirst" as const, kind: "month" as const };
  return {
    place: place?.by === "fixed" ? `${place.kind}:${place.id}` : "",
    state: place?.by === "name" ? typed(place.state) : "",
    period: wholeFilePeriod(period),
    dateOrder: dates.order,
    dateKind: dates.kind,
    source: typed(mapping.source),
    reportingSystem: typed(mapping.reportingSystem),
    note: typed(mapping.note),
    leaveOut: mapping.leaveOut,
  };
}

/** As a field shows it: nothing said is an empty field. */
function typed(value: string | undefined): string {
  return value ?? "";
}

/** The mapping that a draft stands for; what is not said yet is left out, and the server says what is missing. */
export function mappingOf(draft: MappingDraft): ObservationMapping {
  const column = (meaning: ColumnMeaning) =>
    Object.keys(draft.meanings).find((name) => draft.meanings[name] === meaning);
  return {
    place: placeOf(draft, column),
    period: periodOf(draft, column),
    values: valuesOf(draft, column),
    populationColumn: column("population"),
    monthsColumn: column("months"),
    sourceColumn: column("source"),
    source: draft.source.trim() || undefined,
    reportingSystem: draft.reportingSystem === "" ? undefined : (draft.reportingSystem as "SRS" | "NIBRS"),
    note: draft.note.trim() || undefined,
    leaveOut: draft.leaveOut,
  };
}

/** Gives a column a meaning. A meaning that only one column can have is taken from the column that had it. */
export function giveMeaning(draft: MappingDraft, name: string, meaning: ColumnMeaning): MappingDraft {
  const isShared = meaning === "ignored" || meaning === "figures";
  const others = Object.entries(draft.meanings).filter(
    ([other, meant]) => other !== name && (isShared || meant !== meaning),
  );
  return { ...draft, meanings: { ...Object.fromEntries(others), [name]: meaning } };
}

function placeMeanings(place: PlaceRule | undefined): Meanings {
  if (!place || place.by === "fixed") return [];
  return place.by === "name"
    ? [
        [place.column, "name"],
        [place.stateColumn, "state"],
      ]
    : [[place.column, place.by]];
}

function periodMeanings(period: PeriodRule | undefined): Meanings {
  if (!period || period.by === "fixed") return [];
  return period.by === "month"
    ? [
        [period.monthColumn, "month"],
        [period.yearColumn, "year"],
      ]
    : [[period.column, period.by]];
}

function valueMeanings(values: ObservationMapping["values"]): Meanings {
  if (values.layout === "wide") return values.columns.map(({ column }) => [column, "figures"]);
  return [
    [values.indicatorColumn, "indicator"],
    [values.valueColumn, "value"],
  ];
}

function wholeFilePeriod(period: PeriodRule | undefined): string {
  if (period?.by === "fixed") return period.period;
  return period?.by === "month" ? (period.year ?? "") : "";
}

type ColumnOf = (meaning: ColumnMeaning) => string | undefined;

function placeOf(draft: MappingDraft, column: ColumnOf): PlaceRule | undefined {
  const [kind, id] = draft.place.split(":");
  if (id !== undefined && (kind === "jurisdiction" || kind === "site" || kind === "comparisonArea"))
    return { by: "fixed", kind, id };
  const ori = column("ori");
  if (ori !== undefined) return { by: "ori", column: ori };
  const site = column("site");
  if (site !== undefined) return { by: "site", column: site };
  const name = column("name");
  if (name === undefined) return undefined;
  return { by: "name", column: name, stateColumn: column("state"), state: draft.state || undefined };
}

function periodOf(draft: MappingDraft, column: ColumnOf): PeriodRule | undefined {
  const month = column("month");
  const year = column("year");
  const whole = draft.period.trim() || undefined;
  if (month !== undefined)
    return {
      by: "month",
      monthColumn: month,
      yearColumn: year,
      year: year === undefined ? whole : undefined,
    };
  if (year !== undefined) return { by: "year", column: year };
  const period = column("period");
  if (period !== undefined) return { by: "period", column: period };
  const date = column("date");
  if (date !== undefined) return { by: "date", column: date, order: draft.dateOrder, kind: draft.dateKind };
  return whole === undefined ? undefined : { by: "fixed", period: whole };
}

function valuesOf(draft: MappingDraft, column: ColumnOf): ObservationMapping["values"] {
  const indicatorColumn = column("indicator");
  const valueColumn = column("value");
  if (indicatorColumn !== undefined && valueColumn !== undefined) {
    const codes = Object.entries(draft.codes).filter(([, indicator]) => indicator !== "");
    return {
      layout: "long",
      indicatorColumn,
      valueColumn,
      codes: codes.map(([value, indicator]) => ({ value, indicator })),
    };
  }
  const named = Object.entries(draft.indicators).filter(
    ([name, indicator]) => indicator !== "" && draft.meanings[name] === "figures",
  );
  return { layout: "wide", columns: named.map(([name, indicator]) => ({ column: name, indicator })) };
}
