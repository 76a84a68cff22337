import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { AddOfficerInput } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import type { Finding } from "#admin/ui/finding.ts";
import type { Namesake } from "./namesake-list.tsx";

const addOfficerMutation = graphql(`
  mutation AddOfficer($input: AddOfficerInput!) {
    addOfficer(input: $input) {
      ... on OfficerAdded {
        officer {
          id
          jurisdictionId
          name
          rank
        }
      }
      ... on OfficerMaybeKnown {
        officers {
          id
          name
          rank
        }
      }
      ... on RosterChangeRefused {
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
  | {
      readonly officer: { readonly id: string; readonly jurisdictionId: string };
      readonly findings?: undefined;
    }
  | { readonly officer?: undefined; readonly findings: readonly Finding[] };

/** Adds a person to the roster; keeps those of the same name for the person to decide about. */
export function useAddOfficer() {
  const text = useText();
  const [namesakes, setNamesakes] = useState<readonly Namesake[]>([]);
  const [add] = useMutation(addOfficerMutation);
  const addOfficer = async (input: AddOfficerInput): Promise<Added> => {
    const { data } = await add({ variables: { input } });
    const outcome = data?.addOfficer;
    switch (outcome?.__typename) {
      case "OfficerAdded":
        setNamesakes([]);
        return { officer: outcome.officer };
      case "OfficerMaybeKnown":
        setNamesakes(outcome.officers);
        return {
          findings: [
            { code: "MAYBE_KNOWN", severity: "ERROR", path: "name", message: text("roster.namesake.text") },
          ],
        };
      default:
        return { findings: outcome?.findings ?? [] };
    }
  };
  return { addOfficer, namesakes, forgetNamesakes: () => setNamesakes([]) };
}
