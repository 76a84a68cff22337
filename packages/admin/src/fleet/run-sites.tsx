import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RunSitesQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useAddressParam } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";

const runSitesQuery = graphql(`
  query RunSites($id: ID!, $result: UpgradeRunResult, $after: String) {
    upgradeRun(id: $id) {
      id
      sites(first: 50, result: $result, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            siteId
            siteName
            jurisdictionName
            result
            questionCount
          }
        }
      }
    }
  }
`);

type Row = NonNullable<RunSitesQuery["upgradeRun"]>["sites"]["edges"][number]["node"];
type Result = NonNullable<Row["result"]>;

const results = ["UPGRADED", "NEEDS_PERSON", "WITHOUT_CONSENT", "ALREADY_THERE", "FAILED"] as const;

const tags: Readonly<Record<Result, StatusKind>> = {
  UPGRADED: "good",
  ALREADY_THERE: "skipped",
  WITHOUT_CONSENT: "blocked",
  NEEDS_PERSON: "attention",
  FAILED: "problem",
};

/** The sites of a run and what each came to. */
export function RunSites({ runId, isGoingOn }: { runId: string; isGoingOn: boolean }) {
  const text = useText();
  const [asked] = useAddressParam("result");
  const query = useQuery(runSitesQuery, {
    variables: { id: runId, result: results.find((one) => one === asked), after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const { startPolling, stopPolling, refetch } = query;
  useEffect(() => {
    if (!isGoingOn) return undefined;
    startPolling(2_000);
    return () => {
      stopPolling();
      void refetch();
    };
  }, [isGoingOn, startPolling, stopPolling, refetch]);
  const list = (loaded(query) ?? query.previousData)?.upgradeRun?.sites;
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("fleet.run.sites")}</h2>
      <FilterBar filters={useFilters()} />
      <DataTable
        name="run-sites"
        caption={text("fleet.run.sites")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
        rowKey={(row) => row.siteId}
        totalCount={list?.totalCount}
        sorting="server"
        isLoading={query.loading}
        empty={<p>{text("fleet.run.noneOfThem")}</p>}
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </section>
  );
}

function useFilters() {
  const text = useText();
  return useMemo(
    () => [
      {
        kind: "choice" as const,
        name: "result",
        label: text("fleet.run.result"),
        choices: results.map((value) => ({ value, label: text(`fleet.run.result.${value}`) })),
      },
    ],
    [text],
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const mayOpenSites = useMay("site.read");
  return useMemo(
    () => [
      {
        id: "site",
        header: text("fleet.site"),
        value: (row) => row.siteName,
        cell: (row) =>
          mayOpenSites ? <Link to={`/sites/${row.siteId}`}>{row.siteName}</Link> : row.siteName,
        canSort: false,
      },
      { id: "city", header: text("fleet.city"), value: (row) => row.jurisdictionName, canSort: false },
      {
        id: "result",
        header: text("fleet.run.result"),
        value: (row) => text(row.result ? `fleet.run.result.${row.result}` : "fleet.run.waits"),
        cell: (row) => <ResultTag result={row.result ?? null} />,
        canSort: false,
      },
      {
        id: "questions",
        header: text("fleet.run.questions"),
        value: (row) => row.questionCount ?? null,
        isNumber: true,
        canSort: false,
      },
    ],
    [text, mayOpenSites],
  );
}

function ResultTag({ result }: { result: Result | null }) {
  const text = useText();
  if (result === null) return <StatusTag kind="waiting">{text("fleet.run.waits")}</StatusTag>;
  return <StatusTag kind={tags[result]}>{text(`fleet.run.result.${result}`)}</StatusTag>;
}
