import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Day } from "#admin/ui/day.tsx";
import { HomeSection } from "./home-section.tsx";

const commitmentsEndingQuery = graphql(`
  query CommitmentsEnding($jurisdictionId: ID!) {
    officers(jurisdictionId: $jurisdictionId, endsWithinDays: 180, isAssigned: true, first: 6) {
      totalCount
      edges {
        node {
          id
          name
          assignments {
            id
            endedOn
            siteName
            commitment {
              endsOn
            }
          }
        }
      }
    }
  }
`);

/** Officers whose five years at a site end within half a year. */
export function CommitmentsEnding({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const officers = loaded(useQuery(commitmentsEndingQuery, { variables: { jurisdictionId } }))?.officers;
  return (
    <HomeSection
      title={text("home.ending.title")}
      count={officers?.totalCount}
      allClear={text("home.ending.none")}
    >
      {officers?.edges.map(({ node }) => {
        const current = node.assignments.find((each) => each.endedOn === null);
        return (
          <li key={node.id}>
            <Link to={`/roster/${jurisdictionId}/${node.id}`}>{node.name}</Link>
            <span className="fs-home__facts">
              {current?.siteName}
              {current?.commitment && (
                <>
                  {" · "}
                  <Day date={current.commitment.endsOn} />
                </>
              )}
            </span>
          </li>
        );
      })}
    </HomeSection>
  );
}
