import { skipToken, useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OrganizationFormPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { LookAlikeList } from "./look-alike-list.tsx";
import { OrganizationFields } from "./organization-fields.tsx";
import { emptyOrganization, organizationInput, organizationSchema } from "./partnership-entry.ts";
import { useAddOrganization } from "./use-add-organization.ts";
import { useFindingWords } from "./use-finding-words.ts";

const organizationFormPageQuery = graphql(`
  query OrganizationFormPage($id: ID!) {
    partnerOrganization(id: $id) {
      id
      revision
      publicName
      legalName
      formerNames
      website
      contactEmail
    }
  }
`);

const changeMutation = graphql(`
  mutation OrganizationFormPage_change($input: ChangeOrganizationInput!) {
    changeOrganization(input: $input) {
      ... on OrganizationChanged {
        organization {
          id
          revision
          publicName
          legalName
          formerNames
          website
          contactEmail
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

/** Records an organization, or changes its record. */
export function OrganizationFormPage() {
  const { organizationId }: { organizationId?: string } = useParams({ strict: false });
  const data = loaded(
    useQuery(
      organizationFormPageQuery,
      organizationId === undefined
        ? skipToken
        : { variables: { id: organizationId }, fetchPolicy: "network-only" },
    ),
  );
  if (organizationId === undefined) return <AddOrganization />;
  return data?.partnerOrganization ? (
    <ChangeOrganization before={data.partnerOrganization} />
  ) : (
    <PageSkeleton />
  );
}

function AddOrganization() {
  const text = useText();
  const navigate = useNavigate();
  const inWords = useFindingWords();
  const added = useRef("");
  const { addOrganization, lookAlikes } = useAddOrganization();
  return (
    <Page title={text("partners.add")} sentence={text("partners.add.sentence")}>
      <EntityForm
        schema={organizationSchema}
        defaultValues={emptyOrganization}
        saveLabel={text("partners.add")}
        save={async (entry) => {
          const { isAnotherOrganization } = entry;
          const { id, findings } = await addOrganization({
            ...organizationInput(entry),
            isAnotherOrganization,
          });
          if (id === undefined) return inWords(findings);
          added.current = id;
          return [];
        }}
        onSaved={() => void navigate({ to: `/partners/${added.current}` })}
        otherActions={<Link to="/partners">{text("partners.cancel")}</Link>}
      >
        <OrganizationFields />
        <LookAlikeList organizations={lookAlikes} />
      </EntityForm>
    </Page>
  );
}

function ChangeOrganization({
  before,
}: {
  before: NonNullable<OrganizationFormPageQuery["partnerOrganization"]>;
}) {
  const text = useText();
  const navigate = useNavigate();
  const inWords = useFindingWords();
  const [change] = useMutation(changeMutation);
  const { id, revision, publicName, legalName, formerNames, website, contactEmail } = before;
  const address = `/partners/${id}`;
  return (
    <Page
      title={text("partners.change.title", { name: publicName })}
      trail={[
        { label: text("partners.directory"), to: "/partners" },
        { label: publicName, to: address },
      ]}
    >
      <EntityForm
        schema={organizationSchema}
        defaultValues={{
          ...emptyOrganization,
          publicName,
          legalName,
          formerNames: formerNames.join("\n"),
          website: website ?? "",
          contactEmail: contactEmail ?? "",
        }}
        saveLabel={text("partners.change.save")}
        save={async (entry) => {
          const input = { ...organizationInput(entry), id, expectedRevision: revision };
          const { data } = await change({ variables: { input } });
          const outcome = data?.changeOrganization;
          return outcome?.__typename === "PartnerChangeRefused" ? inWords(outcome.findings) : [];
        }}
        onSaved={() => void navigate({ to: address })}
        otherActions={<Link to={address}>{text("partners.cancel")}</Link>}
      >
        <OrganizationFields />
      </EntityForm>
    </Page>
  );
}
