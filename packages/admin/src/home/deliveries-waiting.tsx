import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor } from "#admin/session/actor.ts";
import { Day } from "#admin/ui/day.tsx";
import { HomeSection } from "./home-section.tsx";

const deliveriesWaitingQuery = graphql(`
  query DeliveriesWaiting {
    deliveriesDue(first: 6) {
      totalCount
      edges {
        node {
          id
          jurisdictionId
          partnershipId
          siteName
          organizationName
          title
          period
          dueOn
          daysLeft
        }
      }
    }
  }
`);

/** Deliveries that an organization has to report, or reports that a city has to answer. */
export function DeliveriesWaiting() {
  const text = useText();
  const isOrganization = useActor().hat === "organization";
  const due = loaded(useQuery(deliveriesWaitingQuery))?.deliveriesDue;
  const whose = isOrganization ? "organization" : "city";
  return (
    <HomeSection
      title={text(`deliveries.waiting.${whose}`)}
      count={due?.totalCount}
      allClear={text(`deliveries.waiting.${whose}.empty.title`)}
      to="/deliveries"
    >
      {due?.edges.map(({ node }) => (
        <li key={node.id}>
          <Link to={`/partnerships/${node.jurisdictionId}/${node.partnershipId}`}>
            {text("home.deliveries.period", { title: node.title, period: node.period })}
          </Link>
          <span className="fs-home__facts">
            {isOrganization ? node.siteName : `${node.organizationName} · ${node.siteName}`}
            {isOrganization && (
              <>
                {" · "}
                {text("home.deliveries.due")} <Day date={node.dueOn} daysLeft={node.daysLeft} />
              </>
            )}
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
