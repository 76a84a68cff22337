import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { CoverageMapQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { CoverageCell, useCoverageWords } from "./coverage-cell.tsx";

const coverageMapQuery = graphql(`
  query CoverageMap($after: String) {
    partnerCoverage(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          siteId
          siteName
          asOf
          roles {
            partnerRoleKey
            title
            isRequired
            state
            delivery
            lapsesOn
            holders {
              id
              organizationId
              organizationName
            }
          }
        }
      }
    }
  }
`);

type Row = CoverageMapQuery["partnerCoverage"]["edges"][number]["node"];

/** Sites as rows, the roles of their designs as columns, and in each cell how the role is covered today. */
export function CoverageMap() {
  const text = useText();
  const result = useQuery(coverageMapQuery, {
    variables: { after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const list = (loaded(result) ?? result.previousData)?.partnerCoverage;
  const rows = useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list]);
  return (
    <section className="fs-stack" aria-labelledby="coverage-map">
      <h2 id="coverage-map">{text("coverage.map")}</h2>
      <p className="fs-soft">{text("coverage.map.sentence")}</p>
      <DataTable
        name="coverage"
        caption={text("coverage.map")}
        columns={useColumns(rows)}
        rows={rows}
        rowKey={(row) => row.siteId}
        rowTo={(row) => `/sites/${row.siteId}?tab=partners`}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={<EmptyState title={text("coverage.empty.title")}>{text("coverage.empty.text")}</EmptyState>}
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </section>
  );
}

function useColumns(rows: readonly Row[]): readonly Column<Row>[] {
  const text = useText();
  const inWords = useCoverageWords();
  return useMemo(() => {
    const roleOf = (row: Row, key: string) => row.roles.find(({ partnerRoleKey }) => partnerRoleKey === key);
    return [
      { id: "site", header: text("coverage.site"), value: (row) => row.siteName },
      ...titlesOf(rows).map(([key, title]): Column<Row> => ({
        id: key,
        header: title,
        value: (row) => inWords(roleOf(row, key)),
        cell: (row) => <CoverageCell role={roleOf(row, key)} />,
      })),
    ];
  }, [rows, text, inWords]);
}

/** Every role of the rows by key, with its title at the first site that has it: required ones first. */
function titlesOf(rows: readonly Row[]): [key: string, title: string][] {
  const all = rows.flatMap(({ roles }) => roles);
  const inOrder = [
    ...all.filter(({ isRequired }) => isRequired),
    ...all.filter(({ isRequired }) => !isRequired),
  ];
  const titles = new Map<string, string>();
  for (const { partnerRoleKey, title } of inOrder)
    if (!titles.has(partnerRoleKey)) titles.set(partnerRoleKey, title);
  return [...titles];
}
