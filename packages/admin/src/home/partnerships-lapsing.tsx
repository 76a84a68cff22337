import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Day } from "#admin/ui/day.tsx";
import { HomeSection } from "./home-section.tsx";

const partnershipsLapsingQuery = graphql(`
  query PartnershipsLapsing($jurisdictionId: ID, $organizationId: ID) {
    partnerships(
      jurisdictionId: $jurisdictionId
      organizationId: $organizationId
      lapsesWithinDays: 90
      first: 6
    ) {
      totalCount
      edges {
        node {
          id
          siteId
          siteName
          roleTitle
          organization {
            id
            publicName
          }
          standing {
            on
            daysLeft
          }
        }
      }
    }
  }
`);

export interface PartnershipsLapsingProps {
  jurisdictionId: string | undefined;
  organizationId: string | undefined;
}

/** Agreements that lapse within ninety days, or have. */
export function PartnershipsLapsing(props: PartnershipsLapsingProps) {
  const text = useText();
  // To an organization its own name says nothing: the place does.
  const isOwn = props.jurisdictionId === undefined;
  const partnerships = loaded(useQuery(partnershipsLapsingQuery, { variables: { ...props } }))?.partnerships;
  return (
    <HomeSection
      title={text("home.lapsing.title")}
      count={partnerships?.totalCount}
      allClear={text("home.lapsing.none")}
      to="/partnerships"
    >
      {partnerships?.edges.map(({ node }) => (
        <li key={node.id}>
          <Link to={`/sites/${node.siteId}`} search={{ tab: "partners" }}>
            {isOwn ? node.siteName : node.organization.publicName}
          </Link>
          <span className="fs-home__facts">
            {isOwn ? node.roleTitle : `${node.siteName} · ${node.roleTitle}`}
            {node.standing.on && (
              <>
                {" · "}
                <Day date={node.standing.on} daysLeft={node.standing.daysLeft} />
              </>
            )}
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
