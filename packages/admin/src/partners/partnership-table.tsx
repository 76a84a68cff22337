import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PartnershipTableQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { AgreementStanding } from "./agreement-standing.tsx";

const partnershipTableQuery = graphql(`
  query PartnershipTable(
    $organizationId: ID
    $lapsesWithinDays: Int
    $includesEnded: Boolean
    $after: String
  ) {
    partnerships(
      organizationId: $organizationId
      lapsesWithinDays: $lapsesWithinDays
      includesEnded: $includesEnded
      after: $after
      first: 50
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          jurisdictionId
          jurisdictionName
          siteId
          siteName
          roleTitle
          stage
          organization {
            id
            publicName
          }
          standing {
            kind
            on
            daysLeft
          }
        }
      }
    }
  }
`);

type Row = PartnershipTableQuery["partnerships"]["edges"][number]["node"];

export interface PartnershipTableProps {
  organizationId?: string;
  lapsesWithinDays?: number | undefined;
  includesEnded?: boolean;
}

/** Partnerships open to the reader, the nearest lapse first. */
export function PartnershipTable({ organizationId, lapsesWithinDays, includesEnded }: PartnershipTableProps) {
  const text = useText();
  const result = useQuery(partnershipTableQuery, {
    variables: { organizationId, lapsesWithinDays, includesEnded, after: useAfter() },
  });
  const list = (loaded(result) ?? result.previousData)?.partnerships;
  return (
    <DataTable
      name="partnerships"
      caption={text("partners.partnerships")}
      columns={useColumns()}
      rows={useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list])}
      rowKey={(row) => row.id}
      rowTo={(row) => `/partnerships/${row.jurisdictionId}/${row.id}`}
      totalCount={list?.totalCount}
      isLoading={result.loading}
      empty={
        <EmptyState title={text("partners.partnerships.empty.title")}>
          {text("partners.partnerships.empty.text")}
        </EmptyState>
      }
      pager={list && <Pager pageInfo={list.pageInfo} />}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "role", header: text("partners.role"), value: (row) => row.roleTitle },
      {
        id: "organization",
        header: text("partners.organization"),
        value: (row) => row.organization.publicName,
        cell: (row) => <Link to={`/partners/${row.organization.id}`}>{row.organization.publicName}</Link>,
      },
      {
        id: "site",
        header: text("partners.site"),
        value: (row) => text("partners.siteOf", { site: row.siteName, jurisdiction: row.jurisdictionName }),
      },
      { id: "stage", header: text("partners.stage"), value: (row) => text(`partners.stage.${row.stage}`) },
      {
        id: "agreement",
        header: text("partners.agreement"),
        value: (row) => row.standing.on ?? null,
        cell: (row) => <AgreementStanding standing={row.standing} />,
      },
    ],
    [text],
  );
}
