import { useMemo } from "react";
import { CountBars } from "#admin/charts/count-bars.tsx";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { today } from "#admin/ui/plain-day.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import type { ReleaseSpread } from "./release-spread.ts";

type Row = ReleaseSpread & Record<string, unknown>;

/** How many sites have which release: bars from zero, and the same as a table. */
export function FleetSummary({ releases }: { releases: readonly ReleaseSpread[] }) {
  const text = useText();
  const day = useDayWriter();
  const columns = useSpreadColumns();
  if (releases.length === 0) return null;
  const all = releases.reduce((sum, { siteCount }) => sum + siteCount, 0);
  const current = releases
    .filter(({ version, newestVersion, isWithdrawn }) => version === newestVersion && !isWithdrawn)
    .reduce((sum, { siteCount }) => sum + siteCount, 0);
  const label = text("fleet.summary.caption");
  return (
    <ChartFrame
      name="fleet-releases"
      sentence={text("fleet.summary.sentence", { current, all })}
      caption={label}
      source={text("fleet.summary.source")}
      asOf={text("fleet.summary.asOf", { day: day.absolute(today()) })}
      method={text("fleet.summary.method")}
      columns={columns}
      rows={releases as readonly Row[]}
      rowKey={(row) => `${row.templateKey} ${row.version}`}
    >
      {(width) => (
        <CountBars
          width={width}
          label={label}
          unit={text("fleet.summary.unit")}
          rows={releases.map(
            ({ templateKey, templateName, version, newestVersion, isWithdrawn, siteCount }) => ({
              key: `${templateKey} ${version}`,
              label: `${templateName} ${isWithdrawn ? text("fleet.withdrawn.version", { version }) : version}`,
              count: siteCount,
              isMarked: version === newestVersion && !isWithdrawn,
            }),
          )}
        />
      )}
    </ChartFrame>
  );
}

function useSpreadColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "template", header: text("fleet.template"), value: (row) => row.templateName },
      {
        id: "release",
        header: text("fleet.release"),
        value: (row) =>
          row.isWithdrawn ? text("fleet.withdrawn.version", { version: row.version }) : row.version,
      },
      {
        id: "newest",
        header: text("fleet.summary.newest"),
        value: (row) => text(row.version === row.newestVersion ? "fleet.yes" : "fleet.no"),
      },
      { id: "sites", header: text("fleet.summary.unit"), value: (row) => row.siteCount, format: "number" },
    ],
    [text],
  );
}
