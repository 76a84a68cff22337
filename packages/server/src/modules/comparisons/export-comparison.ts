import { authorize, type RequestContext } from "#server/context.ts";

import { comparison, type Comparison, type ComparisonFigure, type ComparisonRow } from "./comparison.reads.ts";
import type { ComparisonChoice } from "./comparison.store.ts";
import { type CsvCell, writeCsv } from "./write-csv.ts";

/** A comparison as files: the figures, and what each column means. */
export interface ComparisonExport {
  readonly fileName: string;
  readonly csv: string;
  readonly dictionaryFileName: string;
  readonly dictionary: string;
}

interface Column {
  readonly name: string;
  readonly en: string;
  readonly es: string;
  readonly cell: (figure: ComparisonFigure, row: ComparisonRow, whole: Comparison) => CsvCell;
}

const columns: readonly Column[] = [
  {
    name: "indicator",
    en: "Code of the indicator.",
    es: "Código del indicador.",
    cell: (_figure, _row, { indicator }) => indicator.code,
  },
  {
    name: "place",
    en: "Name of the city or site. Rows are sorted by it; the order is not a ranking.",
    es: "Nombre de la ciudad o del sitio. Las filas van en ese orden; no es una clasificación.",
    cell: (_figure, { name }) => name,
  },
  { name: "year", en: "Calendar year.", es: "Año calendario.", cell: ({ period }) => Number(period) },
  {
    name: "state",
    en: "shown; protected: a small count (1 to 9) that could point at a person, hidden with its rate and interval; missing: nothing was reported, which is not zero.",
    es: "shown: se muestra; protected: un número pequeño (1 a 9) que podría señalar a una persona, oculto junto con su tasa e intervalo; missing: no se informó nada, lo que no es cero.",
    cell: ({ state }) => state,
  },
  { name: "value", en: "The figure in the unit of the indicator.", es: "La cifra en la unidad del indicador.", cell: ({ value }) => value },
  {
    name: "numerator",
    en: "What was counted, where the figure is a rate or a share.",
    es: "Lo que se contó, cuando la cifra es una tasa o una proporción.",
    cell: ({ numerator }) => numerator,
  },
  {
    name: "population",
    en: "Residents behind a rate, or all who answered behind a share.",
    es: "Habitantes detrás de una tasa, o todas las personas que respondieron detrás de una proporción.",
    cell: ({ denominator }) => denominator,
  },
  {
    name: "compared",
    en: "What is compared: a rate per so many residents (column per), a share in percent, or the value itself.",
    es: "Lo que se compara: una tasa por tantos habitantes (columna per), una proporción en porcentaje o el valor mismo.",
    cell: ({ compared }) => compared,
  },
  { name: "per", en: "Per how many residents the rate is.", es: "Por cuántos habitantes es la tasa.", cell: (_figure, _row, { indicator }) => indicator.per },
  {
    name: "lower_95",
    en: "Lower end of the 95% interval: exact Poisson (Garwood) for counts and rates, Wilson for shares.",
    es: "Límite inferior del intervalo del 95%: Poisson exacto (Garwood) para conteos y tasas, Wilson para proporciones.",
    cell: ({ lower }) => lower,
  },
  { name: "upper_95", en: "Upper end of the 95% interval.", es: "Límite superior del intervalo del 95%.", cell: ({ upper }) => upper },
  {
    name: "months_covered",
    en: "Months of the year that the figure covers; empty where the source does not say. A part of a year is never stretched to a whole one.",
    es: "Meses del año que cubre la cifra; vacío si la fuente no lo dice. Una parte del año nunca se extiende al año completo.",
    cell: ({ monthsCovered }) => monthsCovered,
  },
  {
    name: "marks",
    en: "What must be said beside the figure: partialPeriod, monthsNotStated, monthsContradict, fewEvents (fewer than 20), statedPopulation (as the site states it), noPopulation, notACount, noInterval.",
    es: "Lo que debe decirse junto a la cifra: partialPeriod (período parcial), monthsNotStated (meses no indicados), monthsContradict (meses que se contradicen), fewEvents (menos de 20), statedPopulation (población que indica el sitio), noPopulation (sin población), notACount (no es un conteo), noInterval (sin intervalo).",
    cell: ({ marks }) => marks.join(" "),
  },
  {
    name: "reporting_system",
    en: "SRS or NIBRS, where the source says it. Figures of different systems are not comparable.",
    es: "SRS o NIBRS, si la fuente lo dice. Las cifras de sistemas distintos no son comparables.",
    cell: ({ reportingSystem }) => reportingSystem,
  },
  { name: "source", en: "Where the figure comes from.", es: "De dónde viene la cifra.", cell: ({ source }) => source },
  { name: "definition_notes", en: "What the source counts differently.", es: "Lo que la fuente cuenta de otra manera.", cell: ({ definitionNotes }) => definitionNotes },
  { name: "as_of", en: "Day on which this file was made.", es: "Día en que se hizo este archivo.", cell: () => new Date().toISOString().slice(0, 10) },
];

/** Gives a comparison as files. What is protected on the page is protected in them. */
export async function exportComparison(ctx: RequestContext, choice: ComparisonChoice): Promise<ComparisonExport> {
  authorize(ctx, "comparison.export", "anywhere");
  const whole = await comparison(ctx, choice);
  const rows = whole.places.flatMap((row) => row.figures.map((figure) => columns.map(({ cell }) => cell(figure, row, whole))));
  const name = `frontstep-${whole.indicator.code.toLowerCase()}-${new Date().toISOString().slice(0, 10)}`;
  const heading = ctx.language === "es" ? ["columna", "significado"] : ["column", "meaning"];
  return {
    fileName: `${name}.csv`,
    csv: writeCsv([columns.map((column) => column.name), ...rows]),
    dictionaryFileName: `${name}-dictionary.csv`,
    dictionary: writeCsv([heading, ...columns.map((column) => [column.name, column[ctx.language]])]),
  };
}
