import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { MemberTableQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";

const memberTableQuery = graphql(`
  query MemberTable($after: String) {
    members(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          email
          role
          placeName
        }
      }
    }
  }
`);

type Row = MemberTableQuery["members"]["edges"][number]["node"];

/** Everyone who holds a role here. */
export function MemberTable() {
  const text = useText();
  const result = useQuery(memberTableQuery, {
    variables: { after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const list = (loaded(result) ?? result.previousData)?.members;
  return (
    <DataTable
      name="members"
      caption={text("members.title")}
      columns={useColumns()}
      rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
      rowKey={(row) => row.id}
      rowTo={(row) => `/members/${row.id}`}
      totalCount={list?.totalCount}
      isLoading={result.loading}
      empty={<EmptyState title={text("members.empty.title")}>{text("members.empty.text")}</EmptyState>}
      pager={list && <Pager pageInfo={list.pageInfo} />}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "name", header: text("members.name"), value: (row) => row.name },
      { id: "email", header: text("members.email"), value: (row) => row.email },
      { id: "role", header: text("members.role"), value: (row) => text(`session.role.${row.role}`) },
      { id: "place", header: text("members.place"), value: (row) => row.placeName },
    ],
    [text],
  );
}
