import { useMemo } from "react";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { type Dot, DotMap, type DotKind } from "#admin/maps/dot-map.tsx";
import { geoPointOf } from "#admin/maps/geo-point.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { type StateSite, useStateSiteColumns } from "./state-site-columns.tsx";

const kinds = [
  { kind: "PREPARING", shape: "circle", tone: "waiting" },
  { kind: "HELD_AT_GATES", shape: "square", tone: "blocked" },
  { kind: "LAUNCHED", shape: "diamond", tone: "good" },
] as const;

/** Where the sites are, marked by stage; the same as a table. */
export function StateMap({ sites }: { sites: readonly StateSite[] }) {
  const text = useText();
  const dots = useMemo(() => sites.flatMap(dotOf), [sites]);
  const stateCodes = useMemo(
    () => [...new Set(sites.map(({ jurisdiction }) => jurisdiction.stateCode))],
    [sites],
  );
  const columns = useColumns();
  if (dots.length === 0) {
    return (
      <EmptyState title={text("home.state.noPoints.title")}>{text("home.state.noPoints.text")}</EmptyState>
    );
  }
  const located = sites.filter((site) => dots.some(({ key }) => key === site.id));
  const countOf = (stage: string) => sites.filter((site) => site.stage === stage).length;
  return (
    <ChartFrame
      name="sites-on-map"
      sentence={text("home.state.sentence", {
        count: sites.length,
        launched: countOf("LAUNCHED"),
        held: countOf("HELD_AT_GATES"),
        preparing: countOf("PREPARING"),
      })}
      caption={text("home.state.caption", { count: sites.length - located.length })}
      source={text("home.state.source")}
      method={text("home.state.method")}
      columns={columns}
      rows={located}
      rowKey={(site) => site.id}
    >
      {(width) => (
        <DotMap
          width={width}
          label={text("home.state.map")}
          dots={dots}
          kinds={kinds.map((each): DotKind => ({ ...each, label: text(`sites.stage.${each.kind}`) }))}
          stateCodes={stateCodes}
        />
      )}
    </ChartFrame>
  );
}

function dotOf({ id, name, stage, latitude, longitude, jurisdiction }: StateSite): Dot[] {
  const point = geoPointOf(latitude, longitude);
  return point ? [{ key: id, label: `${name}, ${jurisdiction.name}`, kind: stage, ...point }] : [];
}

function useColumns(): readonly Column<StateSite>[] {
  const text = useText();
  const siteColumns = useStateSiteColumns();
  return useMemo(
    () => [
      ...siteColumns,
      {
        id: "latitude",
        header: text("home.state.latitude"),
        value: (site) => site.latitude,
        isNumber: true,
      },
      {
        id: "longitude",
        header: text("home.state.longitude"),
        value: (site) => site.longitude,
        isNumber: true,
      },
    ],
    [text, siteColumns],
  );
}
