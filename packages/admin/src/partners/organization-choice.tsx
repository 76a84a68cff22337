import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useFieldMessage } from "#admin/ui/field-names.ts";

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
  const words = useFieldMessage();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, previousData } = useQuery(organizationChoiceQuery, { variables: { search } });
  const found = (data ?? previousData)?.partnerOrganizations;
  const { formState, getFieldState } = useFormContext();
  const message = getFieldState("organizationId", formState).error?.message;
  return (
    <fieldset className="usa-fieldset fs-stack fs-stack--tight" id="field-organizationId" tabIndex={-1}>
      <legend className="usa-legend">{text("partners.choose.which")}</legend>
      {message && <span className="usa-error-message">{words(message)}</span>}
      <label className="usa-label" htmlFor="organization-search">
        {text("partners.choose.search")}
      </label>
      <input
        id="organization-search"
        type="search"
        className="usa-input"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <p className="fs-soft" role="status">
        {found && text("partners.choose.found", { count: found.totalCount, shown: found.edges.length })}
      </p>
      <div className="fs-stack fs-stack--tight">
        {found?.edges.map(({ node }) => (
          <Option key={node.id} value={node.id} label={node.publicName} help={node.legalName} />
        ))}
        <Option
          value={newOrganization}
          label={text("partners.choose.new")}
          help={text("partners.choose.new.help")}
        />
      </div>
    </fieldset>
  );
}

function Option({ value, label, help }: { value: string; label: string; help: string }) {
  const { register } = useFormContext();
  const id = `organization-${value}`;
  return (
    <div className="usa-radio">
      <input
        className="usa-radio__input"
        type="radio"
        id={id}
        value={value}
        {...register("organizationId")}
      />
      <label className="usa-radio__label" htmlFor={id}>
        {label}
        <span className="usa-checkbox__label-description">{help}</span>
      </label>
    </div>
  );
}

/** Whether the form is about a new organization. */
export function useIsNewOrganization(): boolean {
  return useWatch({ name: "organizationId" }) === newOrganization;
}
