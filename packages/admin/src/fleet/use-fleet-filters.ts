import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParam } from "#admin/ui/address.ts";
import type { Filter } from "#admin/ui/filter-bar.tsx";
import { fleetStages } from "./fleet-filter.ts";
import type { ReleaseSpread } from "./release-spread.ts";

const fleetCitiesQuery = graphql(`
  query FleetCities {
    jurisdictions(isParticipating: true, first: 100) {
      edges {
        node {
          id
          name
          stateCode
        }
      }
    }
  }
`);

/** The filters of the fleet: words, template, city, stage, release, and only those that are behind. */
export function useFleetFilters(releases: readonly ReleaseSpread[]): readonly Filter[] {
  const text = useText();
  const [template] = useAddressParam("template");
  const cities = loaded(useQuery(fleetCitiesQuery))?.jurisdictions.edges;
  return useMemo(() => {
    const templates = new Map(releases.map(({ templateKey, templateName }) => [templateKey, templateName]));
    const versions = releases.filter(({ templateKey }) => !template || templateKey === template);
    const choice = (name: string, choices: readonly { value: string; label: string }[]): Filter => ({
      kind: "choice",
      name,
      label: text(`fleet.${name}`),
      choices,
    });
    return [
      { kind: "words", name: "search", label: text("fleet.search") },
      choice(
        "template",
        [...templates].map(([value, label]) => ({ value, label })),
      ),
      choice(
        "city",
        (cities ?? []).map(({ node }) => ({ value: node.id, label: `${node.name}, ${node.stateCode}` })),
      ),
      choice(
        "stage",
        fleetStages.map((value) => ({ value, label: text(`sites.stage.${value}`) })),
      ),
      choice(
        "release",
        [...new Set(versions.map(({ version }) => version))].map((value) => ({ value, label: value })),
      ),
      choice("behind", [{ value: "yes", label: text("fleet.behind.only") }]),
    ];
  }, [text, template, releases, cities]);
}
