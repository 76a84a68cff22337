import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { placeSchema } from "./site-form.ts";
import { useFindingWords } from "./use-finding-words.ts";
import "./sites.css";

const describeSitePageQuery = graphql(`
  query DescribeSitePage($id: ID!) {
    site(id: $id) {
      id
      revision
      name
      address
      latitude
      longitude
      residentPopulation
      residentPopulationYear
      residentPopulationSource
      jurisdiction {
        id
      }
    }
  }
`);

const describeMutation = graphql(`
  mutation DescribeSitePage_describe($input: DescribeSiteInput!) {
    describeSite(input: $input) {
      ... on SiteDescribed {
        site {
          id
          revision
          name
          address
          latitude
          longitude
          residentPopulation
          residentPopulationYear
          residentPopulationSource
        }
      }
      ... on DescribeSiteRefused {
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

/** Changes what a site is called, where it is, and how many people live there. */
export function DescribeSitePage() {
  const text = useText();
  const inWords = useFindingWords();
  const navigate = useNavigate();
  const siteId = usePathParam("siteId");
  const data = loaded(
    useQuery(describeSitePageQuery, { variables: { id: siteId }, fetchPolicy: "network-only" }),
  );
  const [describe] = useMutation(describeMutation);
  if (!data) return <PageSkeleton />;
  const { site } = data;
  if (!site) {
    return (
      <Page title={text("sites.missing.title")}>
        <Notice kind="note">{text("sites.missing.text")}</Notice>
      </Page>
    );
  }
  const { id, revision } = site;
  return (
    <Page
      title={text("sites.describe.title")}
      trail={[
        { label: text("sites.title"), to: "/sites" },
        { label: site.name, to: `/sites/${id}` },
      ]}
    >
      <EntityForm
        schema={placeSchema}
        defaultValues={placeSchema.parse(site)}
        saveLabel={text("sites.describe.save")}
        save={async (values) => {
          const { data: answer } = await describe({
            variables: { input: { ...values, siteId, expectedRevision: revision } },
          });
          const outcome = answer?.describeSite;
          return outcome?.__typename === "DescribeSiteRefused" ? inWords(outcome.findings) : [];
        }}
        onSaved={() => void navigate({ to: `/sites/${id}` })}
        otherActions={<Link to={`/sites/${id}`}>{text("sites.cancel")}</Link>}
      >
        <PlaceFields jurisdictionId={site.jurisdiction.id} />
      </EntityForm>
    </Page>
  );
}
