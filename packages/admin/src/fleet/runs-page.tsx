import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RunsPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { Moment } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";

const runsPageQuery = graphql(`
  query RunsPage($after: String) {
    upgradeRuns(first: 25, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          templateName
          version
          startedBy
          startedAt
          isFinished
          siteCount
          doneCount
          results {
            result
            count
          }
        }
      }
    }
  }
`);

type Row = RunsPageQuery["upgradeRuns"]["edges"][number]["node"];

/** The runs over many sites that were started for one's state or organization, latest first. */
export function RunsPage() {
  const text = useText();
  const result = useQuery(runsPageQuery, {
    variables: { after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const list = (loaded(result) ?? result.previousData)?.upgradeRuns;
  return (
    <Page title={text("fleet.runs.title")} sentence={text("fleet.runs.sentence")}>
      <DataTable
        name="runs"
        caption={text("fleet.runs.title")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
        rowKey={(row) => row.id}
        rowTo={(row) => `/fleet/runs/${row.id}`}
        totalCount={list?.totalCount}
        sorting="server"
        isLoading={result.loading}
        empty={
          <EmptyState title={text("fleet.runs.empty.title")}>{text("fleet.runs.empty.text")}</EmptyState>
        }
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      {
        id: "release",
        header: text("fleet.release"),
        value: (row) => text("fleet.run.of", { template: row.templateName, version: row.version }),
        canSort: false,
      },
      {
        id: "startedAt",
        header: text("fleet.run.startedAt"),
        value: (row) => row.startedAt,
        cell: (row) => <Moment at={row.startedAt} />,
        canSort: false,
      },
      { id: "startedBy", header: text("fleet.run.startedBy"), value: (row) => row.startedBy, canSort: false },
      {
        id: "state",
        header: text("fleet.run.state"),
        value: (row) => text(row.isFinished ? "fleet.run.finished" : "fleet.run.goingOn"),
        cell: (row) => (
          <StatusTag kind={row.isFinished ? "good" : "waiting"}>
            {text(row.isFinished ? "fleet.run.finished" : "fleet.run.goingOn")}
          </StatusTag>
        ),
        canSort: false,
      },
      {
        id: "upgraded",
        header: text("fleet.run.result.UPGRADED"),
        value: (row) =>
          text("fleet.run.upgradedOf", {
            upgraded: row.results.find(({ result }) => result === "UPGRADED")?.count ?? 0,
            count: row.siteCount,
          }),
        isNumber: true,
        canSort: false,
      },
    ],
    [text],
  );
}
