import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useOfferWords } from "#admin/offers/use-offer-words.ts";
import { HomeSection } from "./home-section.tsx";

const offersWaitingQuery = graphql(`
  query OffersWaiting {
    offersWaiting(first: 6) {
      totalCount
      edges {
        node {
          id
          siteId
          siteName
          releaseId
          version
          offeredFor
          changeCount
          questionCount
        }
      }
    }
  }
`);

/** Releases that were offered to one's sites and wait for an answer. */
export function OffersWaiting() {
  const text = useText();
  const words = useOfferWords();
  const offers = loaded(useQuery(offersWaitingQuery))?.offersWaiting;
  return (
    <HomeSection
      title={text("offers.waiting.title")}
      count={offers?.totalCount}
      allClear={text("offers.waiting.none")}
    >
      {offers?.edges.map(({ node }) => (
        <li key={node.id}>
          <Link to={`/sites/${node.siteId}/upgrade/${node.releaseId}`}>{words(node)}</Link>
          <span className="fs-home__facts">
            {node.siteName} · {node.offeredFor}
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
