import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SitesPageQuery, SitesPageQueryVariables } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { SiteDrafts } from "./site-drafts.tsx";
import { SiteStageTag, useLaunchWords } from "./site-stage.tsx";
import "./sites.css";

const sitesPageQuery = graphql(`
  query SitesPage(
    $search: String
    $stage: SiteStage
    $kind: SiteKind
    $stateCode: String
    $sort: SiteSort
    $after: String
  ) {
    sites(
      search: $search
      stage: $stage
      kind: $kind
      stateCode: $stateCode
      sort: $sort
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
          stage
          launchOn
          daysToLaunch
          phase {
            label
          }
          jurisdiction {
            name
            stateCode
          }
          release {
            templateName
            version
          }
          readiness {
            percentDone
            overdueCount
            gateCount
            gatesMet
          }
        }
      }
    }
  }
`);

type Row = SitesPageQuery["sites"]["edges"][number]["node"];

const stages = ["PREPARING", "HELD_AT_GATES", "LAUNCHED"] as const;
const kinds = ["PUBLIC_HOUSING", "PARK", "NEIGHBORHOOD", "OTHER"] as const;

/** The sites that one may see: where each stands, and how far it has come. */
export function SitesPage() {
  const text = useText();
  const mayOpen = useMay("site.open");
  const result = useQuery(sitesPageQuery, {
    variables: { ...useAsked(), after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const list = (loaded(result) ?? result.previousData)?.sites;
  const openAction = mayOpen && <OpenActions />;
  return (
    <Page title={text("sites.title")} sentence={text("sites.sentence")} action={openAction}>
      {mayOpen && <SiteDrafts />}
      <FilterBar filters={useFilters()} />
      <DataTable
        name="sites"
        caption={text("sites.title")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map((edge) => edge.node) ?? [], [list])}
        rowKey={(row) => row.id}
        rowTo={(row) => `/sites/${row.id}`}
        totalCount={list?.totalCount}
        sorting="server"
        isLoading={result.loading}
        empty={
          <EmptyState title={text("sites.empty.title")} action={openAction}>
            {text(mayOpen ? "sites.empty.text" : "sites.empty.other")}
          </EmptyState>
        }
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </Page>
  );
}

function OpenActions() {
  const text = useText();
  return (
    <div className="fs-row">
      <Link to="/sites/open" className="usa-button">
        {text("sites.open.action")}
      </Link>
      <Link to="/sites/open-several" className="usa-button usa-button--outline">
        {text("sites.several.action")}
      </Link>
    </div>
  );
}

function oneOf<Value extends string>(values: readonly Value[], asked: string | undefined): Value | undefined {
  return values.find((value) => value === asked);
}

function useAsked(): Omit<SitesPageQueryVariables, "after"> {
  const asked = useAddressParams();
  return {
    search: asked["search"],
    stage: oneOf(stages, asked["stage"]),
    kind: oneOf(kinds, asked["kind"]),
    stateCode: asked["state"],
    sort: asked["sites-sort"] === "launch" ? "LAUNCH_DATE" : "NAME",
  };
}

function useFilters() {
  const text = useText();
  return useMemo(
    () => [
      { kind: "words" as const, name: "search", label: text("sites.filter.search") },
      {
        kind: "choice" as const,
        name: "stage",
        label: text("sites.stage"),
        choices: stages.map((stage) => ({ value: stage, label: text(`sites.stage.${stage}`) })),
      },
      {
        kind: "choice" as const,
        name: "kind",
        label: text("sites.kind"),
        choices: kinds.map((kind) => ({ value: kind, label: text(`sites.kind.${kind}`) })),
      },
    ],
    [text],
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const day = useDayWriter();
  const launch = useLaunchWords();
  return useMemo(
    () => [
      { id: "name", header: text("sites.name"), value: (row) => row.name },
      {
        id: "place",
        header: text("sites.jurisdiction"),
        value: (row) => `${row.jurisdiction.name}, ${row.jurisdiction.stateCode}`,
        canSort: false,
      },
      {
        id: "stage",
        header: text("sites.stage"),
        value: (row) => text(`sites.stage.${row.stage}`),
        cell: (row) => <SiteStageTag stage={row.stage} />,
        canSort: false,
      },
      {
        id: "launch",
        header: text("sites.launchOn"),
        value: (row) => row.launchOn,
        cell: (row) => `${day.absolute(row.launchOn)} (${launch(row.daysToLaunch)})`,
      },
      {
        id: "gates",
        header: text("sites.gates"),
        value: (row) =>
          text("sites.gates.of", { met: row.readiness.gatesMet, count: row.readiness.gateCount }),
        isNumber: true,
        canSort: false,
      },
      {
        id: "done",
        header: text("sites.percentDone"),
        value: (row) => `${row.readiness.percentDone}%`,
        isNumber: true,
        canSort: false,
      },
      {
        id: "overdue",
        header: text("sites.overdue"),
        value: (row) => row.readiness.overdueCount,
        isNumber: true,
        canSort: false,
      },
      {
        id: "phase",
        header: text("sites.phase"),
        value: (row) => row.phase?.label ?? null,
        canSort: false,
        isHiddenAtFirst: true,
      },
      {
        id: "kind",
        header: text("sites.kind"),
        value: (row) => text(`sites.kind.${row.kind}`),
        canSort: false,
        isHiddenAtFirst: true,
      },
      {
        id: "release",
        header: text("sites.release"),
        value: (row) => `${row.release.templateName} ${row.release.version}`,
        canSort: false,
        isHiddenAtFirst: true,
      },
    ],
    [text, day, launch],
  );
}
