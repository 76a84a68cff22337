import { useMemo } from "react";
import type { StateSitesQuery } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { SiteStageTag } from "#admin/sites/site-stage.tsx";
import type { Column } from "#admin/ui/table-column.ts";

/** A site as a state official's home shows it. */
export type StateSite = StateSitesQuery["sites"]["edges"][number]["node"];

/** Which site it is and how far: what the map's table and the table of sites both begin with. */
export function useStateSiteColumns(): readonly Column<StateSite>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "name", header: text("home.state.site"), value: (site) => site.name, canSort: true },
      {
        id: "jurisdiction",
        header: text("home.state.jurisdiction"),
        value: (site) => site.jurisdiction.name,
        canSort: true,
      },
      {
        id: "stage",
        header: text("home.state.stage"),
        value: (site) => text(`sites.stage.${site.stage}`),
        cell: (site) => <SiteStageTag stage={site.stage} />,
        canSort: true,
      },
    ],
    [text],
  );
}
