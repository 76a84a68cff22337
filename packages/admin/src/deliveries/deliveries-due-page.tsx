import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { DeliveriesDuePageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor } from "#admin/session/actor.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { standingKinds } from "./standing-kinds.ts";

const deliveriesDuePageQuery = graphql(`
  query DeliveriesDuePage($after: String) {
    deliveriesDue(first: 50, after: $after) {
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
          partnershipId
          siteName
          organizationName
          title
          unit
          amountPerPeriod
          period
          dueOn
          daysLeft
          standing
        }
      }
    }
  }
`);

type Row = DeliveriesDuePageQuery["deliveriesDue"]["edges"][number]["node"];

/** What an organization has to report, or what a city has to confirm or return, the nearest last day first. */
export function DeliveriesDuePage() {
  const text = useText();
  const isOrganization = useActor().hat === "organization";
  const result = useQuery(deliveriesDuePageQuery, {
    variables: { after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const list = (loaded(result) ?? result.previousData)?.deliveriesDue;
  const whose = isOrganization ? "organization" : "city";
  const title = text(`deliveries.waiting.${whose}`);
  return (
    <Page
      title={title}
      sentence={text(`deliveries.waiting.${whose}.sentence`)}
      trail={[{ label: text("partners.partnerships"), to: "/partnerships" }]}
    >
      <DataTable
        name="deliveries-due"
        caption={title}
        columns={useColumns(isOrganization)}
        rows={useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list])}
        rowKey={(row) => row.id}
        rowTo={(row) => `/partnerships/${row.jurisdictionId}/${row.partnershipId}`}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={
          <EmptyState title={text(`deliveries.waiting.${whose}.empty.title`)}>
            {text(`deliveries.waiting.${whose}.empty.text`)}
          </EmptyState>
        }
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </Page>
  );
}

function useColumns(isOrganization: boolean): readonly Column<Row>[] {
  const text = useText();
  const write = useDayWriter();
  return useMemo(
    () => [
      { id: "title", header: text("deliveries.what"), value: (row) => row.title },
      { id: "period", header: text("deliveries.period"), value: (row) => row.period },
      {
        id: "site",
        header: text("partners.site"),
        value: (row) =>
          isOrganization
            ? text("partners.siteOf", { site: row.siteName, jurisdiction: row.jurisdictionName })
            : row.siteName,
      },
      ...(isOrganization
        ? []
        : [
            {
              id: "organization",
              header: text("partners.organization"),
              value: (row: Row) => row.organizationName,
            },
          ]),
      {
        id: "promised",
        header: text("deliveries.promised"),
        value: (row) => text("deliveries.promised.amount", { amount: row.amountPerPeriod, unit: row.unit }),
      },
      {
        id: "dueOn",
        header: text("deliveries.dueOn"),
        value: (row) => row.dueOn,
        cell: (row) => write.absolute(row.dueOn),
      },
      {
        id: "standing",
        header: text("deliveries.standing"),
        value: (row) => text(`deliveries.standing.${row.standing}`),
        cell: (row) => (
          <StatusTag kind={standingKinds[row.standing]}>
            {text(`deliveries.standing.${row.standing}`)}
          </StatusTag>
        ),
      },
    ],
    [text, write, isOrganization],
  );
}
