import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type {
  IndicatorClass,
  IndicatorsPageQuery,
  IndicatorTheme,
} from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { indicatorClasses, indicatorThemes, oneOf } from "./indicator-words.ts";

const indicatorsPageQuery = graphql(`
  query IndicatorsPage($search: String, $theme: IndicatorTheme, $class: IndicatorClass, $after: String) {
    indicators(search: $search, theme: $theme, class: $class, after: $after, first: 100) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          code
          name
          theme
          class
          unit
          direction
          cadence
          source
          mayBeGoal
        }
      }
    }
  }
`);

type Row = IndicatorsPageQuery["indicators"]["edges"][number]["node"];

/** The indicator catalogue: what can be measured, and what each means. */
export function IndicatorsPage() {
  const text = useText();
  const asked = useAddressParams();
  const result = useQuery(indicatorsPageQuery, {
    variables: {
      search: asked["search"],
      theme: oneOf<IndicatorTheme>(indicatorThemes, asked["theme"]),
      class: oneOf<IndicatorClass>(indicatorClasses, asked["class"]),
      after: useAfter(),
    },
  });
  const list = (loaded(result) ?? result.previousData)?.indicators;
  return (
    <Page title={text("indicators.title")} sentence={text("indicators.sentence")}>
      <FilterBar filters={useFilters()} />
      <DataTable
        name="indicators"
        caption={text("indicators.title")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list])}
        rowKey={({ code }) => code}
        rowTo={({ code }) => `/indicators/${code}`}
        totalCount={list?.totalCount ?? 0}
        isLoading={result.loading}
        empty={
          <EmptyState title={text("indicators.empty.title")}>{text("indicators.empty.text")}</EmptyState>
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
      { kind: "words" as const, name: "search", label: text("indicators.search") },
      {
        kind: "choice" as const,
        name: "theme",
        label: text("indicators.theme"),
        choices: indicatorThemes.map((value) => ({ value, label: text(`indicators.theme.${value}`) })),
      },
      {
        kind: "choice" as const,
        name: "class",
        label: text("indicators.class"),
        choices: indicatorClasses.map((value) => ({ value, label: text(`indicators.class.${value}`) })),
      },
    ],
    [text],
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "code", header: text("indicators.code"), value: (row: Row) => row.code },
      { id: "name", header: text("indicators.name"), value: (row: Row) => row.name },
      { id: "unit", header: text("indicators.unit"), value: (row: Row) => row.unit },
      {
        id: "direction",
        header: text("indicators.direction"),
        value: (row: Row) => text(`indicators.direction.${row.direction}`),
      },
      {
        id: "cadence",
        header: text("indicators.cadence"),
        value: (row: Row) => text(`indicators.cadence.${row.cadence}`),
      },
      {
        id: "theme",
        header: text("indicators.theme"),
        value: (row: Row) => text(`indicators.theme.${row.theme}`),
      },
      {
        id: "goal",
        header: text("indicators.mayBeGoal"),
        value: (row: Row) => text(row.mayBeGoal ? "indicators.yes" : "indicators.never"),
      },
      {
        id: "class",
        header: text("indicators.class"),
        value: (row: Row) => text(`indicators.class.${row.class}`),
        isHiddenAtFirst: true,
      },
      {
        id: "source",
        header: text("indicators.source"),
        value: (row: Row) => row.source,
        isHiddenAtFirst: true,
      },
    ],
    [text],
  );
}
