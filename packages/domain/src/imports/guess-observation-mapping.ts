import type { ImportableIndicator, ObservationFacts } from "./importable-indicator.ts";
import type { ObservationMapping, PeriodRule, PlaceRule, ValueRule } from "./parse-observation-mapping.ts";
import { parseFigure } from "./parse-figure.ts";
import { parseDateCell, type DateOrder } from "./parse-period-cell.ts";
import { stateCodeOf } from "./state-codes.ts";
import { type TableColumn, type TableSample, valuesOfColumn } from "./table.ts";

/** What columns are called in the files that cities, states and the FBI pass around. */
const known = {
  ori: /^(ori|ori9|ori7|agency ori|ori number)$/,
  place:
    /^(city|city name|agency|agency name|department|department name|place|place name|jurisdiction|jurisdiction name|municipality|town|name)$/,
  site: /^(site|site name)$/,
  state: /^(state|state abbr|state name|state code|state abbreviation)$/,
  year: /^(year|data year|calendar year|yr|año|anio)$/,
  month: /^(month|month num|month number|mes)$/,
  period: /^(period|quarter|year month|yearmonth|periodo)$/,
  date: /^(date|month date|as of|week|fecha|date occ|reported date)$/,
  value: /^(value|count|counts|actual|number|n|total|cantidad|valor)$/,
  population: /^(population|total pop|pop|agency population|residents|población|poblacion)$/,
  months: /^(months reported|months covered|number of months reported|nibrs months reported)$/,
  source: /^(source|fuente)$/,
};

/** Other names under which the figures of some indicators are published. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  "CR-VIOL": ["violent crime", "violent crimes", "violent", "violent crime total", "violent sum"],
  "CR-HOM": [
    "homicide",
    "homicides",
    "murder",
    "murders",
    "homs sum",
    "murder and nonnegligent manslaughter",
    "homicide victims",
  ],
  "CR-ROB": ["robbery", "robberies", "rob sum"],
  "CR-AGG": ["aggravated assault", "aggravated assaults", "agg ass sum", "agasslt", "agg assault", "agg ass"],
  "CR-RAPE": ["rape", "rape (revised definition)", "rape revised", "rape sum revised"],
  "CR-RAPE-L": ["rape (legacy definition)", "rape legacy", "forcible rape", "rape sum"],
  "CR-PROP": ["property crime", "property crimes", "property"],
  "CR-BURG": ["burglary", "burglaries"],
  "CR-LARC": ["larceny", "larceny theft", "theft"],
  "CR-MVT": ["motor vehicle theft", "mvtheft", "auto theft"],
  "CR-ARSON": ["arson"],
  "CR-NFS": ["nonfatal shootings", "non fatal shootings", "nonfatal shooting victims"],
  "CR-SHOT": ["shooting victims", "people shot"],
};

/** The mapping to propose for a table, from its titles, header and first rows. What is unclear is left for a person. */
export function guessObservationMapping(sample: TableSample, facts: ObservationFacts): ObservationMapping {
  const guess = new Guess(sample, facts.indicators);
  return {
    place: guess.place(),
    period: guess.period(),
    values: guess.values(),
    populationColumn: guess.named(known.population)?.name,
    monthsColumn: guess.named(known.months)?.name,
    sourceColumn: guess.named(known.source)?.name,
    leaveOut: [],
  };
}

/** The sample of a table, with the questions that a guess asks of it. */
class Guess {
  private readonly sample: TableSample;
  private readonly indicators: readonly ImportableIndicator[];

  constructor(sample: TableSample, indicators: readonly ImportableIndicator[]) {
    this.sample = sample;
    this.indicators = indicators;
  }

  named(pattern: RegExp): TableColumn | undefined {
    return this.sample.columns.find((column) => pattern.test(plainWords(column.name)));
  }

  place(): PlaceRule | undefined {
    const ori =
      this.named(known.ori) ??
      this.sample.columns.find((column) => this.mostly(column, /^[A-Z]{2}[A-Z0-9]{5}([A-Z0-9]{2})?$/));
    if (ori) return { by: "ori", column: ori.name };
    const site = this.named(known.site);
    if (site) return { by: "site", column: site.name };
    const name = this.named(known.place);
    if (!name) return undefined;
    const stateColumn = this.named(known.state)?.name;
    return {
      by: "name",
      column: name.name,
      stateColumn,
      state: stateColumn === undefined ? this.stateInTitles() : undefined,
    };
  }

  period(): PeriodRule | undefined {
    const year = this.named(known.year);
    const month = this.named(known.month);
    if (month)
      return {
        by: "month",
        monthColumn: month.name,
        yearColumn: year?.name,
        year: year ? undefined : this.yearInTitles(),
      };
    if (year) return { by: "year", column: year.name };
    const period = this.named(known.period);
    if (period) return { by: "period", column: period.name };
    const date = this.named(known.date);
    if (date) return { by: "date", column: date.name, order: this.dateOrder(date), kind: "month" };
    const inTitles = this.yearInTitles();
    return inTitles === undefined ? undefined : { by: "fixed", period: inTitles };
  }

  values(): ValueRule {
    return this.longValues() ?? { layout: "wide", columns: this.wideColumns() };
  }

  private wideColumns(): { column: string; indicator: string }[] {
    const taken = new Set<string>();
    return this.sample.columns.flatMap((column) => {
      const indicator = this.indicatorCalled(column.name);
      if (indicator === undefined || taken.has(indicator) || !this.holdsNumbers(column)) return [];
      taken.add(indicator);
      return { column: column.name, indicator };
    });
  }

  private longValues(): ValueRule | undefined {
    const value = this.named(known.value);
    if (!value) return undefined;
    for (const column of this.sample.columns) {
      const codes = this.distinct(column).flatMap((text) => {
        const indicator = this.indicatorCalled(text);
        return indicator === undefined ? [] : { value: text, indicator };
      });
      if (codes.length > 0)
        return { layout: "long", indicatorColumn: column.name, codes, valueColumn: value.name };
    }
    return undefined;
  }

  private indicatorCalled(text: string): string | undefined {
    const name = plainWords(text);
    return this.indicators.find(
      ({ code, names }) =>
        code.toLowerCase() === text.trim().toLowerCase() ||
        names.some((known) => plainWords(known) === name) ||
        (otherNames[code]?.includes(name) ?? false),
    )?.code;
  }

  private yearInTitles(): string | undefined {
    const years = new Set(this.sample.titles.flatMap((title) => title.match(/\b(19|20)\d{2}\b/g) ?? []));
    return years.size === 1 ? [...years][0] : undefined;
  }

  private stateInTitles(): string | undefined {
    const codes = new Set(this.sample.titles.flatMap((title) => stateCodeOf(title) ?? []));
    return codes.size === 1 ? [...codes][0] : undefined;
  }

  private dateOrder(column: TableColumn): DateOrder {
    const orders: DateOrder[] = ["yearFirst", "monthFirst", "dayFirst"];
    const cells = this.distinct(column);
    return (
      orders.find((order) => cells.every((cell) => parseDateCell(cell, order, "month") !== undefined)) ??
      "monthFirst"
    );
  }

  private holdsNumbers(column: TableColumn): boolean {
    const kinds = this.distinct(column).map((cell) => parseFigure(cell).kind);
    return kinds.filter((kind) => kind === "unreadable").length * 2 <= kinds.length;
  }

  private mostly(column: TableColumn, pattern: RegExp): boolean {
    const cells = this.distinct(column);
    return (
      cells.length > 0 &&
      cells.filter((cell) => pattern.test(cell) && /\d/.test(cell)).length * 10 > cells.length * 8
    );
  }

  private distinct(column: TableColumn): readonly string[] {
    return valuesOfColumn(this.sample, column).slice(0, 200);
  }
}

/** A name as words in small letters: without underscores, hyphens and the digit of a footnote. */
function plainWords(name: string): string {
  return name
    .replace(/[_\-/]+/g, " ")
    .replace(/(?<=[A-Za-z)])\d$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
