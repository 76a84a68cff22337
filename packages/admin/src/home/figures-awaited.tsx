import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FiguresAwaitedQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor, useMay } from "#admin/session/actor.ts";
import { HomeSection } from "./home-section.tsx";

const figuresAwaitedQuery = graphql(`
  query FiguresAwaited {
    sitesAwaitingFigures(first: 6) {
      totalCount
      edges {
        node {
          siteId
          siteName
          jurisdictionId
          awaitedCount
          awaited {
            indicatorCode
            indicatorName
            periodStart
            periodEnd
          }
        }
      }
    }
  }
`);

type Site = FiguresAwaitedQuery["sitesAwaitingFigures"]["edges"][number]["node"];

/** How many indicators a site names here; the figures page has them all. */
const namedAtMost = 2;

/** Sites at which an indicator with a goal has no figure for its latest whole period. */
export function FiguresAwaited() {
  const text = useText();
  const mayImport = useMay("observation.import");
  const sites = loaded(useQuery(figuresAwaitedQuery))?.sitesAwaitingFigures;
  return (
    <HomeSection
      title={text("home.figures.title")}
      count={sites?.totalCount}
      countWords={text("home.figures.sites", { count: sites?.totalCount ?? 0 })}
      allClear={text("home.figures.none")}
      {...(mayImport ? { to: "/imports/new", toWords: text("home.figures.import") } : {})}
    >
      {sites?.edges.map(({ node }) => (
        <SiteRow key={node.siteId} site={node} />
      ))}
    </HomeSection>
  );
}

/** The figures of a site are a page of its city; who works at the site alone goes to its goals. */
function usePlaceOf({ siteId, jurisdictionId }: Site) {
  const isOfCity = useActor().roles.some((role) => role.jurisdictionId === jurisdictionId && !role.siteId);
  return isOfCity
    ? { to: "/figures", search: { jurisdiction: jurisdictionId, site: siteId } }
    : { to: `/sites/${siteId}`, search: { tab: "goals" } };
}

/** "Jul – Sep 2026" for a period by its first and its last day. */
function usePeriodWords() {
  const intl = useIntl();
  const months = { month: "short", year: "numeric", timeZone: "UTC" } as const;
  return {
    format: (from: string, to: string) => intl.formatDateTimeRange(new Date(from), new Date(to), months),
  };
}

function SiteRow({ site }: { site: Site }) {
  const text = useText();
  const where = usePlaceOf(site);
  const period = usePeriodWords();
  const named = site.awaited.slice(0, namedAtMost);
  const others = site.awaitedCount - named.length;
  return (
    <li>
      <Link {...where}>{text("home.figures.site", { site: site.siteName, count: site.awaitedCount })}</Link>
      <span className="fs-home__facts fs-home__facts--lines">
        {named.map(({ indicatorCode, indicatorName, periodStart, periodEnd }) => (
          <span key={indicatorCode}>
            {indicatorName}, {period.format(periodStart, periodEnd)}
          </span>
        ))}
        {others > 0 && <span>{text("home.figures.more", { count: others })}</span>}
      </span>
    </li>
  );
}
