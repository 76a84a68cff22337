import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useState } from "react";
import { useWatch } from "react-hook-form";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { SearchChoice } from "#admin/ui/search-choice.tsx";

const organizationChoiceQuery = graphql(`
  query OrganizationChoice($search: String) {
    partnerOrganizations(search: $search, first: 8) {
      totalCount
      edges {
        node {
          id
          publicName
          legalName
        }
      }
    }
  }
`);

/** The value that stands for an organization that is not on the record yet. */
export const newOrganization = "new";

/** An organization that the cities share, found by name, or a new one. */
export function OrganizationChoice() {
  const text = useText();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, previousData } = useQuery(organizationChoiceQuery, { variables: { search } });
  const found = (data ?? previousData)?.partnerOrganizations;
  const known = found?.edges.map(({ node }) => ({
    value: node.id,
    label: node.publicName,
    help: node.legalName,
  }));
  return (
    <SearchChoice
      name="organizationId"
      label={text("partners.choose.which")}
      searchLabel={text("partners.choose.search")}
      typed={typed}
      onType={setTyped}
      foundWords={
        found && text("partners.choose.found", { count: found.totalCount, shown: found.edges.length })
      }
      options={[
        ...(known ?? []),
        {
          value: newOrganization,
          label: text("partners.choose.new"),
          help: text("partners.choose.new.help"),
        },
      ]}
    />
  );
}

/** Whether the form is about a new organization. */
export function useIsNewOrganization(): boolean {
  return useWatch({ name: "organizationId" }) === newOrganization;
}
