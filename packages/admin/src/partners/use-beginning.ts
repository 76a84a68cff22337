import { useMutation } from "@apollo/client/react";
import { useRef } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import type { Finding } from "#admin/ui/finding.ts";
import type { BeginEntry } from "./begin-entry.ts";
import { newOrganization } from "./organization-choice.tsx";
import { agreementInput, agreementSchema, organizationInput } from "./partnership-entry.ts";
import { useAddOrganization } from "./use-add-organization.ts";
import { useFindingWords } from "./use-finding-words.ts";

const beginMutation = graphql(`
  mutation BeginPartnership($input: BeginPartnershipInput!) {
    beginPartnership(input: $input) {
      ... on PartnershipBegun {
        partnership {
          id
        }
      }
      ... on PartnershipAlreadyBegun {
        partnership {
          id
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

interface Place {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly partnerRoleKey: string;
}

/** Adds the organization where it is new, then gives it the role. */
export function useBeginning(place: Place) {
  const text = useText();
  const inWords = useFindingWords();
  const [begin] = useMutation(beginMutation);
  const { addOrganization, lookAlikes, forgetLookAlikes } = useAddOrganization();
  // An organization added a moment ago, whose partnership was then refused, is not added again.
  const addedBefore = useRef(new Map<string, string>());
  const { jurisdictionId, siteId } = place;
  const organizationOf = async (entry: BeginEntry) => {
    const known =
      entry.organizationId === newOrganization
        ? addedBefore.current.get(entry.publicName)
        : entry.organizationId;
    if (known) return { id: known };
    const { isAnotherOrganization } = entry;
    return await addOrganization({
      ...organizationInput(entry),
      jurisdictionId,
      siteId,
      isAnotherOrganization,
    });
  };
  const save = async (entry: BeginEntry): Promise<readonly Finding[]> => {
    const organization = await organizationOf(entry);
    if (organization.id === undefined) return inWords(organization.findings);
    addedBefore.current.set(entry.publicName, organization.id);
    const { data } = await begin({
      variables: {
        input: {
          ...place,
          organizationId: organization.id,
          stage: entry.stage,
          deliverable: entry.deliverable || undefined,
          agreement: entry.isSigned ? agreementInput(agreementSchema.parse(entry)) : undefined,
        },
      },
    });
    const outcome = data?.beginPartnership;
    if (outcome?.__typename === "PartnerChangeRefused") return inWords(outcome.findings);
    if (outcome?.__typename !== "PartnershipAlreadyBegun") return [];
    return [
      {
        code: "ALREADY_BEGUN",
        severity: "ERROR",
        path: "organizationId",
        message: text("partners.alreadyBegun"),
      },
    ];
  };
  return { save, lookAlikes, forgetLookAlikes };
}
