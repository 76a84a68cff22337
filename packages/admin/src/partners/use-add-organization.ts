import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { AddOrganizationInput } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import type { Finding } from "#admin/ui/finding.ts";
import type { LookAlike } from "./look-alike-list.tsx";

const addOrganizationMutation = graphql(`
  mutation AddOrganization($input: AddOrganizationInput!) {
    addOrganization(input: $input) {
      ... on OrganizationAdded {
        organization {
          id
          publicName
          legalName
        }
      }
      ... on OrganizationMaybeKnown {
        organizations {
          id
          publicName
          legalName
        }
      }
      ... on PartnerChangeRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

export type Added =
  | { readonly id: string; readonly findings?: undefined }
  | { readonly id?: undefined; readonly findings: readonly Finding[] };

/** Records an organization; keeps those with a similar name for the person to decide about. */
export function useAddOrganization() {
  const text = useText();
  const [lookAlikes, setLookAlikes] = useState<readonly LookAlike[]>([]);
  const [add] = useMutation(addOrganizationMutation);
  const addOrganization = async (input: AddOrganizationInput): Promise<Added> => {
    const { data } = await add({ variables: { input } });
    const outcome = data?.addOrganization;
    switch (outcome?.__typename) {
      case "OrganizationAdded":
        setLookAlikes([]);
        return { id: outcome.organization.id };
      case "OrganizationMaybeKnown":
        setLookAlikes(outcome.organizations);
        return {
          findings: [
            {
              code: "MAYBE_KNOWN",
              severity: "ERROR",
              path: "publicName",
              message: text("partners.alike.text"),
            },
          ],
        };
      default:
        return { findings: outcome?.findings ?? [] };
    }
  };
  return { addOrganization, lookAlikes, forgetLookAlikes: () => setLookAlikes([]) };
}
