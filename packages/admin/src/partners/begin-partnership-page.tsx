import { useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { BeginPartnershipPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, usePathParam } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { CheckField, RadioField, TextAreaField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { AgreementFields } from "./agreement-fields.tsx";
import { beginSchema } from "./begin-entry.ts";
import { type LookAlike, LookAlikeList } from "./look-alike-list.tsx";
import { OrganizationChoice, useIsNewOrganization } from "./organization-choice.tsx";
import { OrganizationFields } from "./organization-fields.tsx";
import { emptyOrganization, stagesToBegin } from "./partnership-entry.ts";
import { useBeginning } from "./use-beginning.ts";

const beginPartnershipPageQuery = graphql(`
  query BeginPartnershipPage($siteId: ID!) {
    site(id: $siteId) {
      id
      name
      today
      jurisdiction {
        id
      }
      partners {
        siteId
        roles {
          partnerRoleKey
          title
          requirement
          deliverable
        }
      }
    }
  }
`);

type Site = NonNullable<BeginPartnershipPageQuery["site"]>;
type Role = NonNullable<Site["partners"]>["roles"][number];

/** Gives an organization, known or new, a role at a site, with what is signed already. */
export function BeginPartnershipPage() {
  const text = useText();
  const asked = useAddressParams()["role"];
  const data = loaded(
    useQuery(beginPartnershipPageQuery, {
      variables: { siteId: usePathParam("siteId") },
    }),
  );
  if (!data) return <PageSkeleton />;
  const role = data.site?.partners?.roles.find(({ partnerRoleKey }) => partnerRoleKey === asked);
  if (!data.site || !role) {
    return (
      <Page title={text("partners.begin.missing.title")}>
        <Notice kind="note">{text("partners.begin.missing.text")}</Notice>
      </Page>
    );
  }
  return <BeginPartnership site={data.site} role={role} />;
}

function BeginPartnership({ site, role }: { site: Site; role: Role }) {
  const text = useText();
  const navigate = useNavigate();
  const partnersAddress = `/sites/${site.id}?tab=partners`;
  const { save, lookAlikes, forgetLookAlikes } = useBeginning({
    jurisdictionId: site.jurisdiction.id,
    siteId: site.id,
    partnerRoleKey: role.partnerRoleKey,
  });
  return (
    <Page
      title={text("partners.begin.title", { role: role.title })}
      sentence={
        role.deliverable ? text("partners.begin.brings", { deliverable: role.deliverable }) : undefined
      }
      trail={[
        { label: text("partners.sites"), to: "/sites" },
        { label: site.name, to: partnersAddress },
      ]}
    >
      <EntityForm
        schema={beginSchema}
        defaultValues={{
          ...emptyOrganization,
          stage: "IDENTIFIED",
          deliverable: role.deliverable ?? "",
          isSigned: false,
          startsOn: site.today,
          endsOn: "",
        }}
        saveLabel={text("partners.begin")}
        save={save}
        onSaved={() => void navigate({ to: `/sites/${site.id}`, search: { tab: "partners" } })}
        otherActions={<Link to={partnersAddress}>{text("partners.cancel")}</Link>}
      >
        <OrganizationChoice />
        <NewOrganization lookAlikes={lookAlikes} forgetLookAlikes={forgetLookAlikes} />
        <RadioField
          name="stage"
          label={text("partners.stage")}
          choices={stagesToBegin.map((stage) => ({
            value: stage,
            label: text(`partners.stage.${stage}`),
            help: text(`partners.stage.${stage}.help`),
          }))}
        />
        <TextAreaField
          name="deliverable"
          label={text("partners.deliverable")}
          help={text("partners.deliverable.help")}
          rows={2}
          isOptional
        />
        <CheckField name="isSigned" label={text("partners.isSigned")} help={text("partners.isSigned.help")} />
        <Signed />
      </EntityForm>
    </Page>
  );
}

interface NewOrganizationProps {
  lookAlikes: readonly LookAlike[];
  forgetLookAlikes: () => void;
}

function NewOrganization({ lookAlikes, forgetLookAlikes }: NewOrganizationProps) {
  const { setValue } = useFormContext();
  if (!useIsNewOrganization()) return null;
  return (
    <>
      <OrganizationFields />
      <LookAlikeList
        organizations={lookAlikes}
        onTake={(id) => {
          setValue("organizationId", id, { shouldDirty: true });
          forgetLookAlikes();
        }}
      />
    </>
  );
}

function Signed() {
  return useWatch({ name: "isSigned" }) === true ? <AgreementFields /> : null;
}
