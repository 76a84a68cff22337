import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { VacancyTableQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { slotName } from "./slot-name.ts";

const vacancyTableQuery = graphql(`
  query VacancyTable($after: String) {
    vacancies(after: $after, first: 50) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          siteId
          siteName
          positionKey
          positionTitle
          rank
          slot
          hasSeveralSlots
          vacantSince
          daysVacant
          next {
            id
            startsOn
            officer {
              id
              name
            }
          }
        }
      }
    }
  }
`);

type Row = VacancyTableQuery["vacancies"]["edges"][number]["node"];

/** The vacant slots of the city's open sites, those vacant longest first. */
export function VacancyTable() {
  const text = useText();
  const result = useQuery(vacancyTableQuery, {
    variables: { after: useAfter() },
  });
  const list = (loaded(result) ?? result.previousData)?.vacancies;
  return (
    <DataTable
      name="vacancies"
      caption={text("roster.vacancies")}
      columns={useColumns()}
      rows={useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list])}
      rowKey={(row) => row.id}
      totalCount={list?.totalCount}
      isLoading={result.loading}
      empty={
        <EmptyState title={text("roster.vacancies.empty.title")}>
          {text("roster.vacancies.empty.text")}
        </EmptyState>
      }
      pager={list && <Pager pageInfo={list.pageInfo} />}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const write = useDayWriter();
  const mayManage = useMay("roster.manage");
  return useMemo(() => {
    const columns: Column<Row>[] = [
      { id: "slot", header: text("roster.slot"), value: (row) => slotName(row, text) },
      {
        id: "site",
        header: text("roster.site"),
        value: (row) => row.siteName,
        cell: (row) => (
          <Link to={`/sites/${row.siteId}`} search={{ tab: "roster" }}>
            {row.siteName}
          </Link>
        ),
      },
      {
        id: "since",
        header: text("roster.vacant.since"),
        value: (row) => row.vacantSince ?? null,
        cell: (row) => (row.vacantSince ? write.absolute(row.vacantSince) : "–"),
      },
      {
        id: "days",
        header: text("roster.vacant.daysHeader"),
        value: (row) => row.daysVacant,
        format: "number",
      },
      {
        id: "next",
        header: text("roster.vacant.nextHeader"),
        value: (row) => row.next?.officer.name ?? null,
        cell: (row) => (row.next ? `${row.next.officer.name}, ${write.absolute(row.next.startsOn)}` : "–"),
      },
    ];
    if (!mayManage) return columns;
    return [
      ...columns,
      {
        id: "act",
        header: text("roster.act"),
        value: () => null,
        canSort: false,
        cell: (row: Row) => (
          <Link
            to={`/sites/${row.siteId}/roster/fill`}
            search={{ position: row.positionKey, slot: String(row.slot) }}
            className="usa-button fs-small-button"
            aria-label={text("roster.fill.for", { slot: `${slotName(row, text)}, ${row.siteName}` })}
          >
            {text("roster.fill")}
          </Link>
        ),
      },
    ];
  }, [text, write, mayManage]);
}
