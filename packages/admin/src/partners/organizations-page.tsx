import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OrganizationsPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";

const organizationsPageQuery = graphql(`
  query OrganizationsPage($search: String, $after: String) {
    partnerOrganizations(search: $search, after: $after, first: 50) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          publicName
          legalName
          formerNames
          website
          contactEmail
          isClaimed
        }
      }
    }
  }
`);

type Row = OrganizationsPageQuery["partnerOrganizations"]["edges"][number]["node"];

/** The directory of partner organizations, which all cities share. */
export function OrganizationsPage() {
  const text = useText();
  const mayManage = useMay("partner.manage");
  const search = useAddressParams()["search"];
  const result = useQuery(organizationsPageQuery, {
    variables: { search, after: useAfter() },
  });
  const list = (loaded(result) ?? result.previousData)?.partnerOrganizations;
  const filters = useMemo(
    () => [{ kind: "words" as const, name: "search", label: text("partners.filter.name") }],
    [text],
  );
  return (
    <Page
      title={text("partners.directory")}
      sentence={text("partners.directory.sentence")}
      action={
        mayManage && (
          <Link to="/partners/new" className="usa-button">
            {text("partners.add")}
          </Link>
        )
      }
    >
      <FilterBar filters={filters} />
      <DataTable
        name="organizations"
        caption={text("partners.directory")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list])}
        rowKey={(row) => row.id}
        rowTo={(row) => `/partners/${row.id}`}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={
          <EmptyState
            title={text(search ? "partners.directory.none.title" : "partners.directory.empty.title")}
          >
            {text(search ? "partners.directory.none.text" : "partners.directory.empty.text")}
          </EmptyState>
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
      { id: "publicName", header: text("partners.publicName"), value: (row) => row.publicName },
      { id: "legalName", header: text("partners.legalName"), value: (row) => row.legalName },
      {
        id: "formerNames",
        header: text("partners.formerNames"),
        value: (row) => row.formerNames.join("; ") || null,
        isHiddenAtFirst: true,
      },
      { id: "contact", header: text("partners.contact"), value: (row) => row.contactEmail ?? null },
      { id: "website", header: text("partners.website"), value: (row) => row.website ?? null },
      {
        id: "keeper",
        header: text("partners.keeper"),
        value: (row) => text(row.isClaimed ? "partners.keeper.itself" : "partners.keeper.city"),
      },
    ],
    [text],
  );
}
