import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { HomeSection } from "./home-section.tsx";

const missingFiguresQuery = graphql(`
  query MissingFigures($jurisdictionId: ID!) {
    missingFigures(jurisdictionId: $jurisdictionId, first: 6) {
      totalCount
      edges {
        node {
          id
          siteId
          siteName
          indicatorName
          periodEnd
          lastHeldOn
        }
      }
    }
  }
`);

/** Figures that goals need and that are not in for the last period that is over. */
export function MissingFigures({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const day = useDayWriter();
  const figures = loaded(useQuery(missingFiguresQuery, { variables: { jurisdictionId } }))?.missingFigures;
  return (
    <HomeSection
      title={text("home.missing.title")}
      count={figures?.totalCount}
      allClear={text("home.missing.none")}
      to="/imports/new"
      toLabel={text("home.missing.bringIn")}
    >
      {figures?.edges.map(({ node }) => (
        <li key={node.id}>
          <Link to={`/sites/${node.siteId}`} search={{ tab: "goals" }}>
            {node.indicatorName}
          </Link>
          <span className="fs-home__facts">
            {node.siteName} ·{" "}
            {node.lastHeldOn === null
              ? text("home.missing.never", { until: day.absolute(node.periodEnd) })
              : text("home.missing.until", {
                  until: day.absolute(node.periodEnd),
                  held: day.absolute(node.lastHeldOn),
                })}
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
