import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OrganizationPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { FactList } from "#admin/ui/fact-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { PartnershipTable } from "./partnership-table.tsx";

const organizationPageQuery = graphql(`
  query OrganizationPage($id: ID!) {
    partnerOrganization(id: $id) {
      id
      publicName
      legalName
      formerNames
      website
      contactEmail
      isClaimed
      mayChange
    }
  }
`);

/** One organization: its record, and the partnerships that the reader may see. */
export function OrganizationPage() {
  const text = useText();
  const data = loaded(
    useQuery(organizationPageQuery, {
      variables: { id: usePathParam("organizationId") },
    }),
  );
  if (!data) return <PageSkeleton />;
  if (!data.partnerOrganization) {
    return (
      <Page title={text("partners.organization.missing.title")}>
        <Notice kind="note">{text("partners.organization.missing.text")}</Notice>
      </Page>
    );
  }
  return <OrganizationView organization={data.partnerOrganization} />;
}

function OrganizationView({
  organization,
}: {
  organization: NonNullable<OrganizationPageQuery["partnerOrganization"]>;
}) {
  const text = useText();
  const { id, website, contactEmail, formerNames } = organization;
  return (
    <Page
      title={organization.publicName}
      sentence={text(
        organization.isClaimed ? "partners.keeper.itself.sentence" : "partners.keeper.city.sentence",
      )}
      action={
        organization.mayChange && (
          <Link to={`/partners/${id}/change`} className="usa-button usa-button--outline">
            {text("partners.change")}
          </Link>
        )
      }
    >
      <FactList
        facts={[
          { term: text("partners.legalName"), value: organization.legalName },
          {
            term: text("partners.formerNames"),
            value: formerNames.length > 0 ? formerNames.join("; ") : null,
          },
          {
            term: text("partners.website"),
            value: website && (
              <a href={website} rel="noreferrer">
                {website}
              </a>
            ),
          },
          {
            term: text("partners.contact"),
            value: contactEmail && <a href={`mailto:${contactEmail}`}>{contactEmail}</a>,
          },
        ]}
      />
      <section className="fs-stack" aria-labelledby="organization-partnerships">
        <h2 id="organization-partnerships">{text("partners.partnerships")}</h2>
        <PartnershipTable organizationId={id} includesEnded />
      </section>
    </Page>
  );
}
