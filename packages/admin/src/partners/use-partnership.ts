import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PartnershipToChangeQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { usePathParam } from "#admin/ui/address.ts";

const partnershipToChangeQuery = graphql(`
  query PartnershipToChange($jurisdictionId: ID!, $id: ID!) {
    partnership(jurisdictionId: $jurisdictionId, id: $id) {
      id
      jurisdictionId
      revision
      siteName
      timeZone
      roleTitle
      stage
      followingStages
      deliverable
      organization {
        id
        publicName
      }
      agreements {
        id
        revision
        kind
        startsOn
        endsOn
        noticeDays
        renewalMonths
      }
    }
  }
`);

export type PartnershipToChange = NonNullable<PartnershipToChangeQuery["partnership"]>;

/** The partnership that the address names, as it is now; `undefined` while asking, null when there is none. */
export function usePartnership(): PartnershipToChange | null | undefined {
  const data = loaded(
    useQuery(partnershipToChangeQuery, {
      variables: { jurisdictionId: usePathParam("jurisdictionId"), id: usePathParam("partnershipId") },
      fetchPolicy: "network-only",
    }),
  );
  return data && (data.partnership ?? null);
}
