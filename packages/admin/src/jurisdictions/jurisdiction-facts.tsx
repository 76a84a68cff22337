import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { JurisdictionFacts_JurisdictionFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { FactList } from "#admin/ui/fact-list.tsx";

const jurisdictionFactsFragment = graphql(`
  fragment JurisdictionFacts_jurisdiction on Jurisdiction {
    ori
    geoid
    timeZone
    populationYear
    populationSource
  }
`);

/** What identifies a jurisdiction in files of figures, and where its population comes from. */
export function JurisdictionFacts({
  jurisdiction,
}: {
  jurisdiction: FragmentType<JurisdictionFacts_JurisdictionFragment>;
}) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: jurisdictionFactsFragment, from: jurisdiction });
  if (!complete) return null;
  return (
    <FactList
      facts={[
        { term: text("jurisdictions.ori"), help: text("jurisdictions.ori.help"), value: data.ori },
        { term: text("jurisdictions.geoid"), value: data.geoid },
        {
          term: text("jurisdictions.timeZone"),
          help: text("jurisdictions.timeZone.help"),
          value: data.timeZone,
        },
        { term: text("jurisdictions.populationYear"), value: data.populationYear },
        { term: text("jurisdictions.populationSource"), value: data.populationSource },
      ]}
    />
  );
}
