import { useId } from "react";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { IntervalPlot, type IntervalRow } from "#admin/charts/interval-plot.tsx";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ComparisonChart_ComparisonFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useSetAddressParams } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { useComparisonChoice } from "./comparison-choice.ts";
import { useComparedUnit } from "./compared-unit.ts";

graphql(`
  fragment ComparisonChart_comparison on Comparison {
    recordedAt
    indicator {
      code
      name
      unit
      measureKind
      per
    }
    places {
      id
      name
      figures {
        period
        state
        compared
        lower
        upper
        marks
        source
      }
    }
  }
`);

type Comparison = ComparisonChart_ComparisonFragment;
type Row = IntervalRow & Record<string, unknown>;

/** Dots with their 95% intervals for one year, by name. */
export function ComparisonChart({ comparison }: { comparison: Comparison }) {
  const text = useText();
  const { shownYear, years } = useComparisonChoice();
  const unit = useComparedUnit(comparison.indicator);
  const day = useDayWriter();
  const columns = useColumns(unit);
  const year = String(shownYear ?? years.at(-1) ?? "");
  const rows = rowsOf(comparison, year);
  const shown = rows.filter((row) => row.value !== null).length;
  const caption = text("comparisons.chart.caption", { indicator: comparison.indicator.name, unit, year });
  return (
    <section className="fs-stack fs-stack--tight" aria-label={text("comparisons.chart")}>
      {years.length > 1 && <YearChoice years={years} shown={year} />}
      {shown === 0 && <Notice kind="note">{text("comparisons.chart.none", { year })}</Notice>}
      {shown > 0 && (
        <ChartFrame<Row>
          name={`${comparison.indicator.code.toLowerCase()}-${year}`}
          sentence={text("comparisons.chart.sentence", {
            shown,
            total: rows.length,
            indicator: comparison.indicator.name,
            year,
          })}
          caption={caption}
          source={sourcesOf(comparison, year) || text("comparisons.source.none")}
          asOf={
            comparison.recordedAt && text("comparisons.asOf", { day: day.absolute(comparison.recordedAt) })
          }
          method={text("comparisons.method")}
          suppression={rows.some((row) => row.isSuppressed) ? text("comparisons.protected.note") : undefined}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
        >
          {(width) => <IntervalPlot width={width} label={caption} unit={unit} rows={rows} />}
        </ChartFrame>
      )}
    </section>
  );
}

function rowsOf({ places }: Comparison, year: string): Row[] {
  return places.map(({ id, name, figures }) => {
    const figure = figures.find(({ period }) => period === year);
    return {
      key: id,
      label: name,
      value: figure?.compared ?? null,
      lower: figure?.lower ?? null,
      upper: figure?.upper ?? null,
      isSuppressed: figure?.state === "PROTECTED",
      isProvisional: figure?.marks.includes("PARTIAL_PERIOD") ?? false,
    };
  });
}

function sourcesOf({ places }: Comparison, year: string): string {
  const sources = places.flatMap(({ figures }) =>
    figures.filter(({ period }) => period === year).map(({ source }) => source ?? ""),
  );
  return [...new Set(sources.filter(Boolean))].join("; ");
}

function useColumns(unit: string): readonly Column<Row>[] {
  const text = useText();
  return [
    { id: "place", header: text("comparisons.place"), value: (row) => row.label },
    { id: "compared", header: unit, value: (row) => row.value, format: "number", canSort: false },
    {
      id: "lower",
      header: text("comparisons.lower"),
      value: (row) => row.lower ?? null,
      format: "number",
      canSort: false,
    },
    {
      id: "upper",
      header: text("comparisons.upper"),
      value: (row) => row.upper ?? null,
      format: "number",
      canSort: false,
    },
  ];
}

function YearChoice({ years, shown }: { years: readonly number[]; shown: string }) {
  const text = useText();
  const id = useId();
  const set = useSetAddressParams();
  return (
    <div className="fs-filter fs-comparison__year fs-no-print">
      <label htmlFor={id}>{text("comparisons.chart.year")}</label>
      <select
        id={id}
        className="usa-select"
        value={shown}
        onChange={(event) => {
          set({ year: event.target.value });
        }}
      >
        {years.map((year) => (
          <option key={year} value={String(year)}>
            {year}
          </option>
        ))}
      </select>
    </div>
  );
}
