import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { StepChart } from "#admin/charts/step-chart.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import type { Strength } from "./roster-strength.tsx";

interface Row extends Record<string, unknown> {
  readonly at: number;
  readonly atRisk: number;
  readonly events: number;
  /** In percent, as its ends. */
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The share of people still at a site after so many months. */
export function StayedCurve({ strength }: { strength: Strength }) {
  const text = useText();
  const write = useDayWriter();
  const columns = useColumns();
  const { stayedCurve, followedCount, tenureMonths, asOf } = strength;
  const rows = stayedCurve.map(rowOf);
  const last = rows.at(-1);
  const caption = text("roster.strength.curve.caption");
  if (!last) return <p>{text("roster.strength.curve.nobodyLeft", { count: followedCount })}</p>;
  const begin = { at: 0, value: 100, lower: null, upper: null };
  return (
    <ChartFrame<Row>
      name="still-there"
      sentence={text("roster.strength.curve.sentence", {
        share: last.value / 100,
        months: last.at,
        count: followedCount,
        hasInterval: last.lower !== null,
        lower: (last.lower ?? 0) / 100,
        upper: (last.upper ?? 0) / 100,
      })}
      caption={caption}
      source={text("roster.strength.source")}
      asOf={text("roster.strength.asOf", { date: write.absolute(asOf) })}
      method={text("roster.strength.curve.method")}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.at)}
    >
      {(width) => (
        <StepChart
          width={width}
          label={caption}
          unit="%"
          footUnit={text("roster.strength.curve.months")}
          steps={[begin, ...rows]}
          end={Math.max(last.at, tenureMonths.at(-1) ?? 0)}
        />
      )}
    </ChartFrame>
  );
}

function rowOf({ time, atRisk, events, survival, interval }: Strength["stayedCurve"][number]): Row {
  return {
    at: time,
    atRisk,
    events,
    value: 100 * survival,
    lower: interval ? 100 * interval.lower : null,
    upper: interval ? 100 * interval.upper : null,
  };
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const number = (id: string, value: (row: Row) => number | null): Column<Row> => ({
    id,
    header: text(`roster.strength.curve.${id}`),
    value: (row) => tenths(value(row)),
    isNumber: true,
    format: "number",
  });
  return [
    number("months", (row) => row.at),
    number("atRisk", (row) => row.atRisk),
    number("events", (row) => row.events),
    number("value", (row) => row.value),
    number("lower", (row) => row.lower),
    number("upper", (row) => row.upper),
  ];
}

function tenths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
