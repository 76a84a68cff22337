import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { HomeSection } from "./home-section.tsx";

const vacantSlotsQuery = graphql(`
  query VacantSlots($jurisdictionId: ID!) {
    vacancies(jurisdictionId: $jurisdictionId, first: 6) {
      totalCount
      edges {
        node {
          id
          siteId
          siteName
          positionTitle
          daysVacant
        }
      }
    }
  }
`);

/** Slots that nobody fills, those vacant longest first. */
export function VacantSlots({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const vacancies = loaded(useQuery(vacantSlotsQuery, { variables: { jurisdictionId } }))?.vacancies;
  return (
    <HomeSection
      title={text("home.vacant.title")}
      count={vacancies?.totalCount}
      allClear={text("home.vacant.none")}
      to="/roster?tab=vacancies"
    >
      {vacancies?.edges.map(({ node }) => (
        <li key={node.id}>
          <Link to={`/sites/${node.siteId}`} search={{ tab: "roster" }}>
            {node.positionTitle}
          </Link>
          <span className="fs-home__facts">
            {node.siteName} · {text("home.vacant.days", { days: node.daysVacant })}
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
