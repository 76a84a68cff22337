import { FormattedNumber } from "react-intl";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { TrendChart } from "#admin/charts/trend-chart.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import type { Column } from "#admin/ui/table-column.ts";
import type { GoalTarget } from "./goal-card.tsx";

interface Row extends Record<string, unknown> {
  readonly period: string;
  readonly value: number | null;
  readonly isProtected: boolean;
}

export interface GoalChartProps {
  target: GoalTarget;
  launchOn: string;
  /** What it shows, said from the numbers. */
  sentence: string;
}

/** The figures of a goal's indicator over time, with the launch and the path to what is sought. */
export function GoalChart({ target, launchOn, sentence }: GoalChartProps) {
  const text = useText();
  const caption = text("goals.chart.caption", {
    indicator: target.indicatorName,
    unit: target.indicatorUnit,
  });
  const path = pathOf(target, launchOn);
  const rows = rowsOf(target);
  return (
    <ChartFrame<Row>
      name={`goal-${target.indicatorCode.toLowerCase()}`}
      sentence={sentence}
      caption={caption}
      source={target.source ?? text("goals.chart.noSource")}
      method={text(path.length > 0 ? "goals.chart.methodWithPath" : "goals.chart.method")}
      suppression={rows.some(({ isProtected }) => isProtected) ? text("goals.chart.protected") : undefined}
      columns={useColumns(target.indicatorUnit)}
      rows={rows}
      rowKey={(row) => row.period}
    >
      {(width) => (
        <TrendChart
          width={width}
          height={190}
          label={caption}
          unit={target.indicatorUnit}
          series={[{ key: target.indicatorCode, label: target.indicatorCode, points: rows.map(toPoint) }]}
          target={path}
          rules={
            isWithin(rows, launchOn)
              ? [{ period: launchOn.slice(0, 7), label: text("goals.chart.launch") }]
              : []
          }
        />
      )}
    </ChartFrame>
  );
}

function toPoint({ period, value, isProtected }: Row) {
  return { period, value, isSuppressed: isProtected };
}

function rowsOf({ series }: GoalTarget): Row[] {
  return series.map(({ period, value, isProtected }) => ({ period, value: value ?? null, isProtected }));
}

/** A straight path from the value before, at launch, to the value sought, on the due day. */
function pathOf(
  { baselineLevel, soughtLevel, dueOn }: GoalTarget,
  launchOn: string,
): { period: string; value: number }[] {
  if (typeof soughtLevel !== "number") return [];
  return [
    { period: launchOn.slice(0, 7), value: baselineLevel ?? soughtLevel },
    { period: dueOn.slice(0, 7), value: soughtLevel },
  ];
}

function isWithin(rows: readonly Row[], launchOn: string): boolean {
  const years = rows.map(({ period }) => period.slice(0, 4)).sort();
  const [first = "", last = ""] = [years[0], years.at(-1)];
  const launchYear = launchOn.slice(0, 4);
  return first <= launchYear && launchYear <= last;
}

function useColumns(unit: string): readonly Column<Row>[] {
  const text = useText();
  return [
    { id: "period", header: text("goals.chart.period"), value: (row) => row.period },
    {
      id: "value",
      header: unit,
      value: (row) => row.value,
      cell: (row) =>
        row.value === null ? (
          text(row.isProtected ? "goals.chart.protectedCell" : "goals.chart.missingCell")
        ) : (
          <FormattedNumber value={row.value} />
        ),
      format: "number",
    },
  ];
}
