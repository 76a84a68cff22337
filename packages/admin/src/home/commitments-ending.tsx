import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { CommitmentsEndingQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Day, useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { HomeSection } from "./home-section.tsx";

const commitmentsEndingQuery = graphql(`
  query CommitmentsEnding($jurisdictionId: ID!) {
    endingCommitments(jurisdictionId: $jurisdictionId, first: 6) {
      totalCount
      edges {
        node {
          id
          siteName
          holder {
            id
            officer {
              id
              name
            }
            commitment {
              endsOn
              daysLeft
              within
            }
          }
          next {
            id
            startsOn
            officer {
              id
              name
            }
          }
        }
      }
    }
  }
`);

type Ending = CommitmentsEndingQuery["endingCommitments"]["edges"][number]["node"];

/** Officers whose five years at a site end within half a year, the nearest first, and who follows them. */
export function CommitmentsEnding({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const ending = loaded(
    useQuery(commitmentsEndingQuery, { variables: { jurisdictionId } }),
  )?.endingCommitments;
  return (
    <HomeSection
      title={text("home.ending.title")}
      count={ending?.totalCount}
      allClear={text("home.ending.none")}
    >
      {ending?.edges.map(({ node }) => (
        <EndingItem key={node.id} node={node} jurisdictionId={jurisdictionId} />
      ))}
    </HomeSection>
  );
}

function EndingItem({ node, jurisdictionId }: { node: Ending; jurisdictionId: string }) {
  const text = useText();
  const write = useDayWriter();
  const { siteName, holder, next } = node;
  if (!holder?.commitment) return null;
  const { endsOn, daysLeft, within } = holder.commitment;
  return (
    <li>
      <span className="fs-row">
        <Link to={`/roster/${jurisdictionId}/${holder.officer.id}`}>{holder.officer.name}</Link>
        <StatusTag kind="attention">
          {daysLeft < 0 ? text("home.ending.over") : text("home.ending.within", { days: within ?? 0 })}
        </StatusTag>
      </span>
      <span className="fs-home__facts">
        {siteName}
        {" · "}
        <Day date={endsOn} daysLeft={daysLeft} />
        {" · "}
        {next
          ? text("home.ending.successor", { name: next.officer.name, date: write.absolute(next.startsOn) })
          : text("home.ending.noSuccessor")}
      </span>
    </li>
  );
}
