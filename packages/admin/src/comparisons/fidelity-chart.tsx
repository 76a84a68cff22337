import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { IntervalPlot } from "#admin/charts/interval-plot.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import type { FidelityRow } from "./fidelity-page.tsx";

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly site: string;
  /** From outside where somebody rated from there, else the site's own: the less interested rater stands out. */
  readonly dot: number;
  readonly lowest: number;
  readonly highest: number;
  readonly raterCount: number;
}

/** For each site a score as a dot, and a line from the lowest rater to the highest: by city and name, not by rank. */
export function FidelityChart({ rows }: { rows: readonly FidelityRow[] }) {
  const text = useText();
  const shown = rows.flatMap(toRow);
  const caption = text("fidelity.sites.chart");
  const newest = rows
    .flatMap(({ reviews }) => reviews.map(({ reviewedOn }) => reviewedOn))
    .sort()
    .at(-1);
  const day = useDayWriter();
  return (
    <ChartFrame<Row>
      name="fidelity-of-sites"
      sentence={text("fidelity.sites.chart.sentence", {
        rated: shown.length,
        all: rows.length,
        missing: rows.filter(({ reviews }) => reviews.some(({ missing }) => missing.length > 0)).length,
      })}
      caption={caption}
      source={text("fidelity.history.source")}
      asOf={newest && text("fidelity.sites.asOf", { day: day.absolute(newest) })}
      method={text("fidelity.sites.chart.method")}
      columns={useColumns()}
      rows={shown}
      rowKey={(row) => row.id}
    >
      {(width) => (
        <IntervalPlot
          width={width}
          label={caption}
          unit={text("fidelity.history.unit")}
          lines="range"
          rows={shown.map(({ id, site, dot, lowest, highest, raterCount }) => ({
            key: id,
            label: site,
            value: dot,
            ...(raterCount > 1 ? { lower: lowest, upper: highest } : {}),
          }))}
        />
      )}
    </ChartFrame>
  );
}

function toRow({ id, name, reviews }: FidelityRow): Row[] {
  const scored = reviews.flatMap(({ rater, score }) => (typeof score === "number" ? [{ rater, score }] : []));
  if (scored.length === 0) return [];
  const scores = scored.map(({ score }) => score);
  const scoreOf = (wanted: string) => scored.find(({ rater }) => rater === wanted)?.score;
  return [
    {
      id,
      site: name,
      dot: scoreOf("EXTERNAL") ?? scoreOf("SELF") ?? Math.min(...scores),
      lowest: Math.min(...scores),
      highest: Math.max(...scores),
      raterCount: scores.length,
    },
  ];
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return [
    { id: "site", header: text("fidelity.sites.site"), value: (row) => row.site, canSort: false },
    {
      id: "dot",
      header: text("fidelity.sites.dot"),
      value: (row) => row.dot,
      format: "number",
      canSort: false,
    },
    {
      id: "lowest",
      header: text("fidelity.sites.lowest"),
      value: (row) => row.lowest,
      format: "number",
      canSort: false,
    },
    {
      id: "highest",
      header: text("fidelity.sites.highest"),
      value: (row) => row.highest,
      format: "number",
      canSort: false,
    },
  ];
}
