import { useQuery } from "@apollo/client/react";
import { lazy, Suspense, useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FidelityPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { type Filter, FilterBar } from "#admin/ui/filter-bar.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { useFidelityColumns } from "./use-fidelity-columns.tsx";

const FidelityChart = lazy(async () => ({
  default: (await import("./fidelity-chart.tsx")).FidelityChart,
}));

const fidelityPageQuery = graphql(`
  query FidelityPage(
    $search: String
    $kind: SiteKind
    $stage: SiteStage
    $jurisdictionId: ID
    $trend: String!
    $after: String
  ) {
    siteFidelities(
      search: $search
      kind: $kind
      stage: $stage
      jurisdictionId: $jurisdictionId
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
          id
          name
          kind
          stage
          launchOn
          version
          jurisdiction {
            id
            name
            stateCode
          }
          reviews {
            id
            rater
            reviewedOn
            version
            score
            band
            missing {
              key
              name
            }
          }
          trend(indicator: $trend) {
            ...ToldTarget_target @unmask
          }
        }
      }
    }
    jurisdictions(isParticipating: true, first: 100) {
      edges {
        node {
          id
          name
          stateCode
        }
      }
    }
    indicators(theme: TRUST_AND_PLACE, first: 100) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`);

export type FidelityRow = FidelityPageQuery["siteFidelities"]["edges"][number]["node"];

const kinds = ["PUBLIC_HOUSING", "PARK", "NEIGHBORHOOD", "OTHER"] as const;
const stages = ["PREPARING", "HELD_AT_GATES", "LAUNCHED"] as const;

/** The indicator whose trend stands beside the scores until the reader chooses another. */
const usualTrend = "TR-TRU";

/** Sites side by side by city and name: stage, how fully each carries out its core components, and a trend in trust. */
export function FidelityPage() {
  const text = useText();
  const { data, isLoading, trend } = useRatedSites();
  const rows = useMemo(() => data?.siteFidelities.edges.map(({ node }) => node) ?? [], [data]);
  const trendName = data?.indicators.edges.find(({ node }) => node.code === trend)?.node.name ?? trend;
  const versions = new Set(rows.flatMap(({ reviews }) => reviews.map(({ version }) => version)));
  return (
    <Page title={text("fidelity.sites.title")} sentence={text("fidelity.sites.sentence")}>
      <FilterBar filters={useFilters(data)} />
      {versions.size > 1 && <Notice kind="note">{text("fidelity.sites.releases")}</Notice>}
      {rows.some(({ reviews }) => reviews.length > 0) && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <FidelityChart rows={rows} />
        </Suspense>
      )}
      <DataTable<FidelityRow>
        name="fidelity-sites"
        caption={text("fidelity.sites.title")}
        columns={useFidelityColumns(trendName)}
        rows={rows}
        rowKey={(row) => row.id}
        totalCount={data?.siteFidelities.totalCount ?? 0}
        sorting="server"
        isLoading={isLoading}
        empty={
          <EmptyState title={text("fidelity.sites.empty")}>{text("fidelity.sites.empty.text")}</EmptyState>
        }
        pager={data && <Pager pageInfo={data.siteFidelities.pageInfo} />}
      />
    </Page>
  );
}

/** The sites that the address asks for. */
function useRatedSites() {
  const asked = useAddressParams();
  const trend = asked["trend"] ?? usualTrend;
  const result = useQuery(fidelityPageQuery, {
    variables: {
      search: asked["search"],
      kind: kinds.find((one) => one === asked["kind"]),
      stage: stages.find((one) => one === asked["stage"]),
      jurisdictionId: asked["city"],
      trend,
      after: useAfter(),
    },
    fetchPolicy: "cache-and-network",
  });
  return { data: loaded(result) ?? result.previousData, isLoading: result.loading, trend };
}

function useFilters(data: FidelityPageQuery | undefined): readonly Filter[] {
  const text = useText();
  return useMemo(() => {
    const indicators = data?.indicators.edges ?? [];
    return [
      { kind: "words", name: "search", label: text("fidelity.sites.search") },
      {
        kind: "choice",
        name: "city",
        label: text("fidelity.sites.city"),
        choices: (data?.jurisdictions.edges ?? []).map(({ node }) => ({
          value: node.id,
          label: `${node.name}, ${node.stateCode}`,
        })),
      },
      {
        kind: "choice",
        name: "kind",
        label: text("fidelity.sites.kind"),
        choices: kinds.map((value) => ({ value, label: text(`sites.kind.${value}`) })),
      },
      {
        kind: "choice",
        name: "stage",
        label: text("fidelity.sites.stage"),
        choices: stages.map((value) => ({ value, label: text(`sites.stage.${value}`) })),
      },
      {
        kind: "choice",
        name: "trend",
        label: text("fidelity.sites.trend"),
        choices: indicators
          .filter(({ node }) => node.code !== usualTrend)
          .map(({ node }) => ({ value: node.code, label: node.name })),
        otherwise: indicators.find(({ node }) => node.code === usualTrend)?.node.name ?? usualTrend,
      },
    ];
  }, [text, data]);
}
