import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FleetPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { FleetActions } from "./fleet-actions.tsx";
import { FleetExport } from "./fleet-export.tsx";
import { useFleetFilter } from "./fleet-filter.ts";
import { FleetSummary } from "./fleet-summary.tsx";
import { type Choosing, useFleetColumns } from "./use-fleet-columns.tsx";
import { useFleetFilters } from "./use-fleet-filters.ts";
import "./fleet.css";

const fleetPageQuery = graphql(`
  query FleetPage(
    $search: String
    $templateKey: String
    $jurisdictionId: ID
    $stage: SiteStage
    $version: String
    $isBehind: Boolean
    $sort: FleetSort
    $after: String
  ) {
    fleet(
      search: $search
      templateKey: $templateKey
      jurisdictionId: $jurisdictionId
      stage: $stage
      version: $version
      isBehind: $isBehind
      sort: $sort
      after: $after
      first: 25
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...FleetColumns_site @unmask
        }
      }
    }
    fleetReleases {
      templateKey
      templateName
      version
      newestVersion
      isWithdrawn
      siteCount
    }
  }
`);

type List = FleetPageQuery["fleet"];

/** All sites that one looks after, beside the releases of their templates: how far behind, and what waits. */
export function FleetPage() {
  const text = useText();
  const mayActOnMany = useMay("fleet.upgrade");
  const { chosen, choose, chooseNone } = useChosen();
  const result = useQuery(fleetPageQuery, {
    variables: { ...useFleetFilter(), after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const data = loaded(result) ?? result.previousData;
  const releases = useMemo(() => data?.fleetReleases ?? [], [data]);
  const matching = data?.fleet.totalCount ?? 0;
  return (
    <Page title={text("fleet.title")} sentence={text("fleet.sentence")} action={mayActOnMany && <RunsLink />}>
      <FleetSummary releases={releases} />
      <FilterBar filters={useFleetFilters(releases)} />
      {mayActOnMany && releases.length > 0 && (
        <FleetActions releases={releases} chosen={chosen} matching={matching} onDone={chooseNone} />
      )}
      <FleetTable
        list={data?.fleet}
        isLoading={result.loading}
        choosing={mayActOnMany ? { chosen, choose } : undefined}
      />
    </Page>
  );
}

function RunsLink() {
  const text = useText();
  return (
    <Link to="/fleet/runs" className="usa-button usa-button--outline">
      {text("fleet.runs.link")}
    </Link>
  );
}

/** Which sites are ticked, on this page of the list and on those before. */
function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string) => {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  const chooseNone = () => {
    setChosen(new Set());
  };
  return { chosen, choose, chooseNone };
}

interface FleetTableProps {
  list: List | undefined;
  isLoading: boolean;
  choosing: Choosing | undefined;
}

function FleetTable({ list, isLoading, choosing }: FleetTableProps) {
  const text = useText();
  return (
    <DataTable
      name="fleet"
      caption={text("fleet.title")}
      columns={useFleetColumns(choosing)}
      rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
      rowKey={(row) => row.id}
      totalCount={list?.totalCount ?? 0}
      sorting="server"
      isLoading={isLoading}
      tools={<FleetExport />}
      empty={<EmptyState title={text("fleet.empty.title")}>{text("fleet.empty.text")}</EmptyState>}
      pager={list && <Pager pageInfo={list.pageInfo} />}
    />
  );
}
