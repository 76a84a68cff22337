import { useIntl } from "react-intl";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { TrendChart } from "#admin/charts/trend-chart.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import type { FidelitySite, Review } from "./fidelity-panel.tsx";

const raters = ["SELF", "EXTERNAL", "RESIDENT"] as const;

interface FidelityHistoryProps {
  site: Pick<FidelitySite, "launchOn" | "upgrades">;
  reviews: readonly Review[];
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly reviewedOn: string;
  readonly rater: Review["rater"];
  readonly score: number;
  readonly version: string;
}

/** The scores of a site over time, a line for each kind of rater, with the releases that it took. */
export function FidelityHistory({ site, reviews }: FidelityHistoryProps) {
  const text = useText();
  const rows = rowsOf(reviews);
  const sentence = useSentence(rows);
  const columns = useColumns();
  if (rows.length === 0) return null;
  const caption = text("fidelity.history.caption");
  return (
    <ChartFrame<Row>
      name="fidelity"
      sentence={sentence}
      caption={caption}
      source={text("fidelity.history.source")}
      method={text("fidelity.history.method")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    >
      {(width) => (
        <TrendChart
          width={width}
          height={240}
          label={caption}
          unit={text("fidelity.history.unit")}
          areOccasions
          series={raters
            .map((rater) => ({
              key: rater,
              label: text(`fidelity.rater.short.${rater}`),
              points: rows.filter((row) => row.rater === rater).map(toPoint),
            }))
            .filter(({ points }) => points.length > 0)}
          rules={rulesOf(site, rows, text("fidelity.history.launch"))}
        />
      )}
    </ChartFrame>
  );
}

function rowsOf(reviews: readonly Review[]): Row[] {
  return reviews
    .flatMap(({ id, reviewedOn, rater, score, version, withdrawnAt }) =>
      typeof score === "number" && !withdrawnAt ? [{ id, reviewedOn, rater, score, version }] : [],
    )
    .sort((one, other) => one.reviewedOn.localeCompare(other.reviewedOn));
}

function toPoint({ reviewedOn, score }: Row) {
  return { period: reviewedOn.slice(0, 7), value: score };
}

/** Launch and the releases that the site took, where they lie between the first review and the last. */
function rulesOf({ launchOn, upgrades }: FidelityHistoryProps["site"], rows: readonly Row[], launch: string) {
  const [first, last] = [rows[0]?.reviewedOn.slice(0, 7) ?? "", rows.at(-1)?.reviewedOn.slice(0, 7) ?? ""];
  const days = [
    { period: launchOn.slice(0, 7), label: launch },
    ...upgrades
      .filter(({ rolledBackAt }) => !rolledBackAt)
      .map(({ to, upgradedAt }) => ({ period: upgradedAt.slice(0, 7), label: to })),
  ];
  return days.filter(({ period }) => first <= period && period <= last);
}

function useSentence(rows: readonly Row[]): string {
  const text = useText();
  const intl = useIntl();
  const day = useDayWriter();
  const own = rows.filter(({ rater }) => rater === "SELF");
  const [first, last] = [own[0], own.at(-1)];
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 1 });
  if (!first || !last) return text("fidelity.history.title");
  const from = { score: number(first.score), day: day.absolute(first.reviewedOn) };
  if (first.id === last.id) return text("fidelity.history.once", from);
  const before = own.at(-2);
  const to = { last: number(last.score), lastDay: day.absolute(last.reviewedOn) };
  if (!before || before.id === first.id) return text("fidelity.history.sentence", { ...from, ...to });
  return text("fidelity.history.sentence.before", { ...from, ...to, before: number(before.score) });
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const day = useDayWriter();
  return [
    {
      id: "reviewedOn",
      header: text("fidelity.reviewedOn"),
      value: (row) => row.reviewedOn,
      cell: (row) => day.absolute(row.reviewedOn),
    },
    { id: "rater", header: text("fidelity.rater"), value: (row) => text(`fidelity.rater.${row.rater}`) },
    { id: "score", header: text("fidelity.score"), value: (row) => row.score, format: "number" },
    { id: "version", header: text("fidelity.release"), value: (row) => row.version },
  ];
}
