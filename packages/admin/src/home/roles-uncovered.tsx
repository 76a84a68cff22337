import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { HomeSection } from "./home-section.tsx";

const rolesUncoveredQuery = graphql(`
  query RolesUncovered($jurisdictionId: ID!) {
    partnerNetwork(jurisdictionId: $jurisdictionId) {
      id
      gapCount
      undeliveredCount
      lapsingCount
    }
  }
`);

/** Required partner roles without an agreement or without a delivery, or about to be without. */
export function RolesUncovered({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const network = loaded(useQuery(rolesUncoveredQuery, { variables: { jurisdictionId } }))?.partnerNetwork;
  const counts = network
    ? ([
        ["GAP", network.gapCount],
        ["UNDELIVERED", network.undeliveredCount],
        ["LAPSING", network.lapsingCount],
      ] as const)
    : [];
  return (
    <HomeSection
      title={text("home.coverage.title")}
      count={network && counts.reduce((sum, [, count]) => sum + count, 0)}
      allClear={text("home.coverage.none")}
      to="/coverage"
      toLabel={text("home.coverage.toMap")}
    >
      {counts
        .filter(([, count]) => count > 0)
        .map(([state, count]) => (
          <li key={state}>
            <strong>{text("home.coverage.state", { state: text(`coverage.state.${state}`), count })}</strong>
            <span className="fs-home__facts">{text(`coverage.state.${state}.help`)}</span>
          </li>
        ))}
    </HomeSection>
  );
}
