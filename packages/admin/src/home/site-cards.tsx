import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SiteCardsQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { SiteStageTag } from "#admin/sites/site-stage.tsx";
import { Day } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { daysBetween } from "#admin/ui/plain-day.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";

const siteCardsQuery = graphql(`
  query SiteCards {
    sites(first: 12, sort: LAUNCH_DATE) {
      totalCount
      edges {
        node {
          id
          name
          stage
          launchOn
          today
          jurisdiction {
            id
            name
          }
          readiness {
            gateCount
            gatesMet
            percentDone
            overdueCount
          }
        }
      }
    }
  }
`);

type Site = SiteCardsQuery["sites"]["edges"][number]["node"];

/** The sites that one may see, as cards: stage, launch, gates met. */
export function SiteCards() {
  const text = useText();
  const mayOpen = useMay("site.open");
  const sites = loaded(useQuery(siteCardsQuery))?.sites;
  if (!sites) return <Skeleton lines={4} />;
  if (sites.totalCount === 0) {
    return (
      <EmptyState
        title={text("home.sites.empty.title")}
        action={
          mayOpen && (
            <Link className="usa-button" to="/sites/open">
              {text("home.sites.open")}
            </Link>
          )
        }
      >
        {text("home.sites.empty.text")}
      </EmptyState>
    );
  }
  return (
    <section className="fs-stack">
      <div className="fs-row fs-row--apart">
        <h2>{text("home.sites.title", { count: sites.totalCount })}</h2>
        <Link to="/sites">{text("home.sites.all")}</Link>
      </div>
      <ul className="fs-plain fs-grid">
        {sites.edges.map(({ node }) => (
          <SiteCard key={node.id} site={node} />
        ))}
      </ul>
    </section>
  );
}

function SiteCard({ site }: { site: Site }) {
  const text = useText();
  const { gatesMet, gateCount, percentDone, overdueCount } = site.readiness;
  return (
    <li className="fs-card fs-stack fs-stack--tight">
      <div className="fs-row fs-row--apart">
        <Link to={`/sites/${site.id}`}>
          <strong>{site.name}</strong>
        </Link>
        <SiteStageTag stage={site.stage} />
      </div>
      <span className="fs-soft">{site.jurisdiction.name}</span>
      <span>
        {text("home.sites.launch")}{" "}
        <Day date={site.launchOn} daysLeft={daysBetween(site.today, site.launchOn)} />
      </span>
      <span>
        {text("home.sites.gates", { met: gatesMet, count: gateCount })} ·{" "}
        {text("home.sites.done", { percent: percentDone })}
        {overdueCount > 0 && ` · ${text("home.sites.overdue", { count: overdueCount })}`}
      </span>
      <progress aria-label={text("home.sites.progress", { name: site.name })} value={percentDone} max={100} />
    </li>
  );
}
