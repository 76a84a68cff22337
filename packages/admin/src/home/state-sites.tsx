import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { Day } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { daysBetween } from "#admin/ui/plain-day.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { type StateSite, useStateSiteColumns } from "./state-site-columns.tsx";

const stateSitesQuery = graphql(`
  query StateSites($after: String) {
    sites(first: 100, after: $after, sort: NAME) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          stage
          launchOn
          today
          latitude
          longitude
          jurisdiction {
            id
            name
            stateCode
          }
          readiness {
            gateCount
            gatesMet
            overdueCount
          }
        }
      }
    }
  }
`);

/** The most sites that the map and the table bring; beyond that the list of sites has filters. */
const most = 500;

const StateMap = lazy(async () => ({ default: (await import("./state-map.tsx")).StateMap }));

/** For a state official: the sites of the state by stage, on a map and in a table. */
export function StateSites() {
  const text = useText();
  const found = useStateSites();
  const columns = useColumns();
  if (!found) return <Skeleton lines={10} />;
  const { sites, totalCount } = found;
  if (totalCount === 0)
    return <EmptyState title={text("home.state.empty.title")}>{text("home.state.empty.text")}</EmptyState>;
  return (
    <>
      <Suspense fallback={<Skeleton lines={10} />}>
        <StateMap sites={sites} />
      </Suspense>
      <section className="fs-stack">
        <div className="fs-row fs-row--apart">
          <h2>{text("home.sites.title", { count: totalCount })}</h2>
          <Link to="/sites">{text("home.sites.all")}</Link>
        </div>
        <DataTable
          name="state-sites"
          caption={text("home.state.table")}
          columns={columns}
          rows={sites}
          rowKey={(site) => site.id}
          rowTo={(site) => `/sites/${site.id}`}
          totalCount={totalCount}
        />
      </section>
    </>
  );
}

/** Every site of the state, a page after the other. */
function useStateSites(): { sites: readonly StateSite[]; totalCount: number } | undefined {
  const result = useQuery(stateSitesQuery);
  const { fetchMore } = result;
  const found = loaded(result)?.sites;
  const after = found?.pageInfo.hasNextPage && found.edges.length < most ? found.pageInfo.endCursor : null;
  useEffect(() => {
    if (after === null) return;
    void fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        sites: { ...fetchMoreResult.sites, edges: [...before.sites.edges, ...fetchMoreResult.sites.edges] },
      }),
    });
  }, [after, fetchMore]);
  return useMemo(
    () => found && { sites: found.edges.map(({ node }) => node), totalCount: found.totalCount },
    [found],
  );
}

function useColumns(): readonly Column<StateSite>[] {
  const text = useText();
  const siteColumns = useStateSiteColumns();
  return useMemo(
    () => [
      ...siteColumns,
      {
        id: "launch",
        header: text("home.state.launch"),
        value: (site) => site.launchOn,
        cell: (site) => <Day date={site.launchOn} daysLeft={daysBetween(site.today, site.launchOn)} />,
        canSort: true,
      },
      {
        id: "gates",
        header: text("home.state.gates"),
        value: ({ readiness }) => `${String(readiness.gatesMet)}/${String(readiness.gateCount)}`,
        cell: ({ readiness }) =>
          text("home.state.gatesMet", { met: readiness.gatesMet, count: readiness.gateCount }),
      },
      {
        id: "overdue",
        header: text("home.state.overdue"),
        value: ({ readiness }) => readiness.overdueCount,
        isNumber: true,
        canSort: true,
      },
    ],
    [text, siteColumns],
  );
}
