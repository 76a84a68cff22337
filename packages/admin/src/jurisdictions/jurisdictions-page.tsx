import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import type { JurisdictionsPageQuery } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { stateCodes } from "./state-codes.ts";

const jurisdictionsPageQuery = graphql(`
  query JurisdictionsPage($search: String, $stateCode: String, $isParticipating: Boolean, $after: String) {
    jurisdictions(
      search: $search
      stateCode: $stateCode
      isParticipating: $isParticipating
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
          name
          kind
          stateCode
          ori
          population
          populationYear
          isParticipating
        }
      }
    }
  }
`);

type Row = JurisdictionsPageQuery["jurisdictions"]["edges"][number]["node"];

/** The directory: every police jurisdiction that figures can be compared with, and those that use Frontstep. */
export function JurisdictionsPage() {
  const text = useText();
  const mayManage = useMay("jurisdiction.manage");
  const asked = useAddressParams();
  const result = useQuery(jurisdictionsPageQuery, {
    variables: {
      search: asked["search"],
      stateCode: asked["state"],
      isParticipating: asked["taking-part"] === undefined ? undefined : asked["taking-part"] === "yes",
      after: useAfter(),
    },
  });
  const list = (loaded(result) ?? result.previousData)?.jurisdictions;
  const columns = useColumns();
  return (
    <Page
      title={text("jurisdictions.title")}
      sentence={text("jurisdictions.sentence")}
      action={
        mayManage && (
          <Link to="/jurisdictions/new" className="usa-button">
            {text("jurisdictions.add")}
          </Link>
        )
      }
    >
      <FilterBar filters={useFilters()} />
      <DataTable
        name="jurisdictions"
        caption={text("jurisdictions.title")}
        columns={columns}
        rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
        rowKey={(row) => row.id}
        rowTo={(row) => `/jurisdictions/${row.id}`}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={
          <EmptyState title={text("jurisdictions.empty.title")}>
            {text("jurisdictions.empty.text")}
          </EmptyState>
        }
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </Page>
  );
}

function useFilters() {
  const text = useText();
  return useMemo(
    () => [
      { kind: "words" as const, name: "search", label: text("jurisdictions.filter.search") },
      {
        kind: "choice" as const,
        name: "state",
        label: text("jurisdictions.state"),
        choices: stateCodes.map((code) => ({ value: code, label: code })),
      },
      {
        kind: "choice" as const,
        name: "taking-part",
        label: text("jurisdictions.filter.takingPart"),
        choices: [
          { value: "yes", label: text("jurisdictions.takingPart") },
          { value: "no", label: text("jurisdictions.listed") },
        ],
      },
    ],
    [text],
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "name", header: text("jurisdictions.name"), value: (row) => row.name },
      { id: "state", header: text("jurisdictions.state"), value: (row) => row.stateCode },
      {
        id: "kind",
        header: text("jurisdictions.kind"),
        value: (row) => text(`jurisdictions.kind.${row.kind}`),
      },
      {
        id: "population",
        header: text("jurisdictions.population"),
        value: (row) => row.population ?? null,
        format: "number",
      },
      {
        id: "year",
        header: text("jurisdictions.populationYear"),
        value: (row) => row.populationYear ?? null,
        isNumber: true,
      },
      { id: "ori", header: text("jurisdictions.ori"), value: (row) => row.ori ?? null },
      {
        id: "takingPart",
        header: text("jurisdictions.filter.takingPart"),
        value: (row) => text(row.isParticipating ? "jurisdictions.takingPart" : "jurisdictions.listed"),
        cell: (row) => (
          <StatusTag kind={row.isParticipating ? "good" : "plain"}>
            {text(row.isParticipating ? "jurisdictions.takingPart" : "jurisdictions.listed")}
          </StatusTag>
        ),
      },
    ],
    [text],
  );
}
