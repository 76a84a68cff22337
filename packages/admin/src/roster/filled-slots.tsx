import { useIntl } from "react-intl";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { TrendChart } from "#admin/charts/trend-chart.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import type { Strength } from "./roster-strength.tsx";

type Month = Strength["months"][number];

interface Row extends Record<string, unknown> {
  readonly month: string;
  readonly plannedDays: number;
  readonly filledDays: number;
  readonly vacantDays: number;
  readonly percent: number;
}

/** The share of slot-days that were held, month by month. */
export function FilledSlots({ months, asOf }: { months: readonly Month[]; asOf: string }) {
  const text = useText();
  const intl = useIntl();
  const write = useDayWriter();
  const columns = useColumns();
  const rows = months.map(rowOf);
  const last = rows.at(-1);
  if (!last) return null;
  const caption = text("roster.strength.filled.caption");
  return (
    <ChartFrame<Row>
      name="slots-filled"
      sentence={text("roster.strength.filled.sentence", {
        month: intl.formatDate(`${last.month}-01T00:00:00Z`, {
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        }),
        share: last.percent / 100,
        vacant: last.vacantDays,
      })}
      caption={caption}
      source={text("roster.strength.source")}
      asOf={text("roster.strength.asOf", { date: write.absolute(asOf) })}
      method={text("roster.strength.filled.method")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.month}
    >
      {(width) => (
        <TrendChart
          width={width}
          height={220}
          label={caption}
          unit="%"
          series={[
            {
              key: "filled",
              label: text("roster.strength.filled.short"),
              points: rows.map(({ month, percent }) => ({ period: month, value: percent })),
            },
          ]}
        />
      )}
    </ChartFrame>
  );
}

function rowOf({ month, plannedDays, filledDays, vacantDays }: Month): Row {
  return { month, plannedDays, filledDays, vacantDays, percent: (100 * filledDays) / plannedDays };
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const days = (id: "plannedDays" | "filledDays" | "vacantDays"): Column<Row> => ({
    id,
    header: text(`roster.strength.${id}`),
    value: (row) => row[id],
    isNumber: true,
    format: "number",
  });
  return [
    { id: "month", header: text("roster.strength.month"), value: (row) => row.month },
    days("plannedDays"),
    days("filledDays"),
    days("vacantDays"),
    {
      id: "percent",
      header: text("roster.strength.filled.percent"),
      value: (row) => Math.round(row.percent * 10) / 10,
      isNumber: true,
      format: "number",
    },
  ];
}
