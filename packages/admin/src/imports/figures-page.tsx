import { skipToken, useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormattedNumber } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FiguresPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { Moment } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { useOwnJurisdiction } from "./own-jurisdictions.ts";

const figuresPageQuery = graphql(`
  query FiguresPage($jurisdictionId: ID!, $siteId: ID, $indicatorCode: String, $after: String) {
    observations(
      jurisdictionId: $jurisdictionId
      siteId: $siteId
      indicatorCode: $indicatorCode
      first: 50
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          indicatorCode
          indicatorName
          placeId
          placeName
          period
          revision
          value
          denominator
          monthsCovered
          source
          importId
          recordedBy
          recordedAt
        }
      }
    }
    indicators(first: 100) {
      edges {
        node {
          code
          name
        }
      }
    }
    sites(jurisdictionId: $jurisdictionId, first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

type Row = FiguresPageQuery["observations"]["edges"][number]["node"];

/** The figures that hold now, of a jurisdiction and its sites, newest period first. */
export function FiguresPage() {
  const text = useText();
  const own = useOwnJurisdiction();
  const asked = useAddressParams();
  const after = useAfter();
  const variables =
    own.id === undefined
      ? undefined
      : { jurisdictionId: own.id, siteId: asked["site"], indicatorCode: asked["indicator"], after };
  const result = useQuery(figuresPageQuery, variables ? { variables } : skipToken);
  const data = loaded(result) ?? result.previousData;
  const bringIn = useMay("observation.import") && (
    <Link to="/imports/new" className="usa-button">
      {text("imports.new")}
    </Link>
  );
  return (
    <Page title={text("imports.figures")} sentence={text("imports.figures.sentence")} action={bringIn}>
      <FilterBar filters={useFilters(own.all, data)} />
      <DataTable
        name="figures"
        caption={text("imports.figures")}
        columns={useColumns()}
        rows={useMemo(() => data?.observations.edges.map((edge) => edge.node) ?? [], [data])}
        rowKey={(row) => `${row.indicatorCode} ${row.placeId} ${row.period}`}
        totalCount={data?.observations.totalCount}
        isLoading={result.loading}
        empty={
          <EmptyState title={text("imports.figures.empty.title")} action={bringIn}>
            {text("imports.figures.empty.text")}
          </EmptyState>
        }
        pager={data && <Pager pageInfo={data.observations.pageInfo} />}
      />
    </Page>
  );
}

function useFilters(own: readonly { id: string; name: string }[], data: FiguresPageQuery | undefined) {
  const text = useText();
  return useMemo(() => {
    const choice = (name: string, label: string, choices: readonly { value: string; label: string }[]) => ({
      kind: "choice" as const,
      name,
      label,
      choices,
    });
    return [
      ...(own.length > 1
        ? [
            choice(
              "jurisdiction",
              text("imports.jurisdiction"),
              own.map(({ id, name }) => ({ value: id, label: name })),
            ),
          ]
        : []),
      choice(
        "site",
        text("imports.figures.site"),
        data?.sites.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [],
      ),
      choice(
        "indicator",
        text("imports.figures.indicator"),
        data?.indicators.edges.map(({ node }) => ({
          value: node.code,
          label: `${node.code} · ${node.name}`,
        })) ?? [],
      ),
    ];
  }, [own, data, text]);
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      {
        id: "indicator",
        header: text("imports.figures.indicator"),
        value: (row) => row.indicatorName,
        canSort: false,
      },
      { id: "place", header: text("imports.place"), value: (row) => row.placeName, canSort: false },
      { id: "period", header: text("imports.figures.period"), value: (row) => row.period, canSort: false },
      {
        id: "value",
        header: text("imports.value"),
        value: (row) => row.value,
        format: "number",
        canSort: false,
      },
      {
        id: "of",
        header: text("imports.figures.of"),
        value: (row) => row.denominator ?? null,
        cell: (row) =>
          typeof row.denominator === "number" ? <FormattedNumber value={row.denominator} /> : "–",
        isNumber: true,
        canSort: false,
      },
      {
        id: "months",
        header: text("imports.figures.months"),
        value: (row) => row.monthsCovered ?? null,
        isNumber: true,
        isHiddenAtFirst: true,
        canSort: false,
      },
      {
        id: "source",
        header: text("imports.figures.source"),
        value: (row) => row.source,
        cell: (row) =>
          row.importId ? <Link to={`/imports/${row.importId}`}>{row.source}</Link> : row.source,
        canSort: false,
      },
      {
        id: "revision",
        header: text("imports.figures.revision"),
        value: (row) => row.revision,
        isNumber: true,
        isHiddenAtFirst: true,
        canSort: false,
      },
      {
        id: "by",
        header: text("imports.by"),
        value: (row) => row.recordedBy,
        isHiddenAtFirst: true,
        canSort: false,
      },
      {
        id: "at",
        header: text("imports.at"),
        value: (row) => row.recordedAt,
        cell: (row) => <Moment at={row.recordedAt} />,
        canSort: false,
      },
    ],
    [text],
  );
}
