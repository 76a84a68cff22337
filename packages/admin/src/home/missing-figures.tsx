import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { MissingFiguresQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { HomeSection } from "./home-section.tsx";

const missingFiguresQuery = graphql(`
  query MissingFigures($jurisdictionId: ID!) {
    missingFigures(jurisdictionId: $jurisdictionId, first: 100) {
      totalCount
      edges {
        node {
          id
          siteId
          siteName
          indicatorName
          periodEnd
        }
      }
    }
  }
`);

type Figure = MissingFiguresQuery["missingFigures"]["edges"][number]["node"];

const sitesAtMost = 6;
const namedAtMost = 2;

/** Figures that goals need and that are not in for the last period that is over, by site. */
export function MissingFigures({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const figures = loaded(useQuery(missingFiguresQuery, { variables: { jurisdictionId } }))?.missingFigures;
  // They come by site, and far fewer than a hundred belong to the first few sites.
  const bySite = Map.groupBy(figures?.edges.map(({ node }) => node) ?? [], ({ siteId }) => siteId);
  return (
    <HomeSection
      title={text("home.missing.title")}
      count={figures?.totalCount}
      allClear={text("home.missing.none")}
      to="/imports/new"
      toLabel={text("home.missing.bringIn")}
    >
      {[...bySite].slice(0, sitesAtMost).map(([siteId, ofSite]) => (
        <SiteRow key={siteId} jurisdictionId={jurisdictionId} siteId={siteId} figures={ofSite} />
      ))}
    </HomeSection>
  );
}

interface SiteRowProps {
  jurisdictionId: string;
  siteId: string;
  figures: readonly Figure[];
}

function SiteRow({ jurisdictionId, siteId, figures }: SiteRowProps) {
  const text = useText();
  const intl = useIntl();
  const month = (day: string) => intl.formatDate(day, { month: "short", year: "numeric", timeZone: "UTC" });
  const named = figures.slice(0, namedAtMost);
  const others = figures.length - named.length;
  return (
    <li>
      <Link to="/figures" search={{ jurisdiction: jurisdictionId, site: siteId }}>
        {text("home.missing.site", { site: figures[0]?.siteName, count: figures.length })}
      </Link>
      <span className="fs-home__facts fs-home__facts--lines">
        {named.map(({ id, indicatorName, periodEnd }) => (
          <span key={id}>
            {text("home.missing.named", { indicator: indicatorName, until: month(periodEnd) })}
          </span>
        ))}
        {others > 0 && <span>{text("home.missing.more", { count: others })}</span>}
      </span>
    </li>
  );
}
