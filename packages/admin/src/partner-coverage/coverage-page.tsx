import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor } from "#admin/session/actor.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Page } from "#admin/ui/page.tsx";
import { CoverageMap } from "./coverage-map.tsx";
import { PartnerNetwork } from "./partner-network.tsx";

/** How the partner roles of a city's sites are covered, and on whom they hang. */
export function CoveragePage() {
  const text = useText();
  const { hat } = useActor();
  return (
    <Page
      title={text("coverage.title")}
      sentence={text("coverage.sentence")}
      trail={[{ label: text("partners.partnerships"), to: "/partnerships" }]}
    >
      {hat === "city" ? (
        <>
          <CoverageMap />
          <PartnerNetwork />
        </>
      ) : (
        <EmptyState
          title={text("coverage.forCities.title")}
          action={
            <Link to="/partnerships" className="usa-button">
              {text("partners.partnerships.mine")}
            </Link>
          }
        >
          {text("coverage.forCities.text")}
        </EmptyState>
      )}
    </Page>
  );
}
