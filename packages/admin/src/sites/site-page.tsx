import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, type ReactNode } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SitePageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Menu } from "#admin/ui/menu.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton, Skeleton } from "#admin/ui/skeleton.tsx";
import { type Tab, Tabs, useTab } from "#admin/ui/tabs.tsx";
import { SiteStageTag, useLaunchWords } from "./site-stage.tsx";
import "./sites.css";

const sitePageQuery = graphql(`
  query SitePage($id: ID!) {
    site(id: $id) {
      id
      name
      stage
      launchOn
      daysToLaunch
      phase {
        label
      }
      jurisdiction {
        id
        name
        stateCode
      }
      release {
        templateKey
        templateName
        version
      }
      readiness {
        overdueCount
      }
    }
  }
`);

type Site = NonNullable<SitePageQuery["site"]>;

const SiteOverview = lazy(() =>
  import("./site-overview.tsx").then(({ SiteOverview: component }) => ({ default: component })),
);
const ChecklistPanel = lazy(() =>
  import("#admin/onboarding/checklist-panel.tsx").then(({ ChecklistPanel: component }) => ({
    default: component,
  })),
);
const RosterPanel = lazy(() =>
  import("#admin/roster/roster-panel.tsx").then(({ RosterPanel: component }) => ({ default: component })),
);
const PartnersPanel = lazy(() =>
  import("#admin/partners/partners-panel.tsx").then(({ PartnersPanel: component }) => ({
    default: component,
  })),
);
const GoalsPanel = lazy(() =>
  import("#admin/outcomes/goals-panel.tsx").then(({ GoalsPanel: component }) => ({ default: component })),
);
const FidelityPanel = lazy(() =>
  import("#admin/fidelity/fidelity-panel.tsx").then(({ FidelityPanel: component }) => ({
    default: component,
  })),
);
const HistoryList = lazy(() =>
  import("#admin/audit/history-list.tsx").then(({ HistoryList: component }) => ({ default: component })),
);

interface SiteTab {
  readonly key: string;
  /** The permission that shows it. */
  readonly permission: string;
  readonly panel: (site: Site) => ReactNode;
}

/** The tabs of the workspace; a concept adds its panel by a row. */
const siteTabs: readonly SiteTab[] = [
  { key: "overview", permission: "site.read", panel: (site) => <SiteOverview siteId={site.id} /> },
  { key: "checklist", permission: "checklist.read", panel: (site) => <ChecklistPanel siteId={site.id} /> },
  { key: "roster", permission: "roster.read", panel: (site) => <RosterPanel siteId={site.id} /> },
  { key: "partners", permission: "partner.read", panel: (site) => <PartnersPanel siteId={site.id} /> },
  { key: "goals", permission: "goal.read", panel: (site) => <GoalsPanel siteId={site.id} /> },
  { key: "fidelity", permission: "fidelity.read", panel: (site) => <FidelityPanel siteId={site.id} /> },
  {
    key: "history",
    permission: "history.read",
    panel: (site) => <HistoryList jurisdictionId={site.jurisdiction.id} siteId={site.id} />,
  },
];

/** The workspace of a site. */
export function SitePage() {
  const text = useText();
  const data = loaded(
    useQuery(sitePageQuery, { variables: { id: usePathParam("siteId") }, fetchPolicy: "cache-and-network" }),
  );
  if (!data) return <PageSkeleton />;
  if (!data.site) {
    return (
      <Page title={text("sites.missing.title")}>
        <Notice kind="note">{text("sites.missing.text")}</Notice>
      </Page>
    );
  }
  return <SiteWorkspace site={data.site} />;
}

function SiteWorkspace({ site }: { site: Site }) {
  const text = useText();
  const day = useDayWriter();
  const launch = useLaunchWords();
  const tabs = useSiteTabs(site);
  const current = useTab(tabs);
  return (
    <Page
      title={site.name}
      status={<SiteStageTag stage={site.stage} />}
      facts={[
        {
          term: text("sites.jurisdiction"),
          value: `${site.jurisdiction.name}, ${site.jurisdiction.stateCode}`,
        },
        {
          term: text("sites.launchOn"),
          value: `${day.absolute(site.launchOn)} (${launch(site.daysToLaunch)})`,
        },
        { term: text("sites.phase"), value: site.phase?.label ?? "–" },
      ]}
      action={<SiteActions site={site} />}
    >
      <Tabs tabs={tabs} label={text("sites.tabs")} />
      <Suspense key={current} fallback={<Skeleton lines={8} />}>
        {siteTabs.find(({ key }) => key === current)?.panel(site)}
      </Suspense>
    </Page>
  );
}

function useSiteTabs(site: Site): readonly Tab[] {
  const text = useText();
  const may: Readonly<Record<string, boolean>> = {
    "site.read": useMay("site.read"),
    "checklist.read": useMay("checklist.read"),
    "roster.read": useMay("roster.read"),
    "partner.read": useMay("partner.read"),
    "goal.read": useMay("goal.read"),
    "fidelity.read": useMay("fidelity.read"),
    "history.read": useMay("history.read"),
  };
  return siteTabs
    .filter(({ permission }) => may[permission])
    .map(({ key }) => ({
      key,
      label: text(`sites.tab.${key}`),
      count: key === "checklist" && site.readiness.overdueCount > 0 ? site.readiness.overdueCount : undefined,
    }));
}

function SiteActions({ site }: { site: Site }) {
  const text = useText();
  const mayPlan = useMay("site.plan");
  const mayAdapt = useMay("site.adapt");
  if (!mayPlan && !mayAdapt) return null;
  return (
    <Menu label={text("sites.change")}>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {mayPlan && (
          <>
            <li>
              <Link to={`/sites/${site.id}/launch-date`}>{text("onboarding.launchDate.title")}</Link>
            </li>
            <li>
              <Link to={`/sites/${site.id}/describe`}>{text("sites.describe.title")}</Link>
            </li>
          </>
        )}
        {mayAdapt && (
          <li>
            <Link to={`/sites/${site.id}/adapt`}>{text("sites.adapt.page")}</Link>
          </li>
        )}
      </ul>
    </Menu>
  );
}
