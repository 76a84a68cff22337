import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ImportsPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { Moment } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { ImportStateTag } from "./import-state-tag.tsx";
import { useOwnJurisdiction } from "./own-jurisdictions.ts";

const importsPageQuery = graphql(`
  query ImportsPage($jurisdictionId: ID, $after: String) {
    imports(jurisdictionId: $jurisdictionId, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          fileName
          importer
          state
          createdBy
          createdAt
          summary {
            added
            changed
            refused
          }
        }
      }
    }
  }
`);

type Row = ImportsPageQuery["imports"]["edges"][number]["node"];

/** Every file that was brought in, latest first. */
export function ImportsPage() {
  const text = useText();
  const own = useOwnJurisdiction();
  const result = useQuery(importsPageQuery, {
    variables: { jurisdictionId: own.id, after: useAfter() },
    pollInterval: 5_000,
  });
  const list = (loaded(result) ?? result.previousData)?.imports;
  const bringIn = useMay("observation.import") && (
    <Link to="/imports/new" className="usa-button">
      {text("imports.new")}
    </Link>
  );
  return (
    <Page title={text("imports.title")} sentence={text("imports.sentence")} action={bringIn}>
      {own.all.length > 1 && (
        <FilterBar filters={[jurisdictionFilter(text("imports.jurisdiction"), own.all)]} />
      )}
      <DataTable
        name="imports"
        caption={text("imports.title")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
        rowKey={(row) => row.id}
        rowTo={(row) => `/imports/${row.id}`}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={
          <EmptyState title={text("imports.empty.title")} action={bringIn}>
            {text("imports.empty.text")}
          </EmptyState>
        }
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </Page>
  );
}

function jurisdictionFilter(label: string, all: readonly { id: string; name: string }[]) {
  return {
    kind: "choice" as const,
    name: "jurisdiction",
    label,
    choices: all.map(({ id, name }) => ({ value: id, label: name })),
  };
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "file", header: text("imports.file"), value: (row) => row.fileName },
      { id: "kind", header: text("imports.kind"), value: (row) => text(`imports.importer.${row.importer}`) },
      {
        id: "state",
        header: text("imports.state"),
        value: (row) => text(`imports.state.${row.state}`),
        cell: (row) => <ImportStateTag state={row.state} />,
      },
      {
        id: "added",
        header: text("imports.added"),
        value: (row) => row.summary?.added ?? null,
        format: "number",
      },
      {
        id: "changed",
        header: text("imports.changed"),
        value: (row) => row.summary?.changed ?? null,
        format: "number",
      },
      {
        id: "refused",
        header: text("imports.refused"),
        value: (row) => row.summary?.refused ?? null,
        format: "number",
      },
      { id: "by", header: text("imports.by"), value: (row) => row.createdBy },
      {
        id: "at",
        header: text("imports.at"),
        value: (row) => row.createdAt,
        cell: (row) => <Moment at={row.createdAt} />,
      },
    ],
    [text],
  );
}
