import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { partsOf } from "#admin/authoring/draft.ts";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, usePathParam } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { OwnPartForm } from "./own-part-form.tsx";
import { type OwnSection, ownSections } from "./own-sections.ts";
import "#admin/authoring/authoring.css";

const ownPartPageQuery = graphql(`
  query OwnPartPage($id: ID!) {
    site(id: $id) {
      id
      name
      revision
      design
      adaptations {
        id
        section
        key
        change
        reasonCode
        reason
        decidedBy
        isPlanned
        isConsistent
        steeringDecidedOn
      }
    }
    partForms {
      ...PartForm_form @unmask
    }
  }
`);

const sectionNames = Object.keys(ownSections) as OwnSection[];

/** Adds a part that the template does not have, or writes one anew: `?section=activities&part=own-garden`. */
export function OwnPartPage() {
  const text = useText();
  const id = usePathParam("siteId");
  const asked = useAddressParams();
  const section = sectionNames.find((name) => name === asked["section"]);
  const data = loaded(useQuery(ownPartPageQuery, { variables: { id }, fetchPolicy: "network-only" }));
  if (!data) return <PageSkeleton />;
  const { site, partForms } = data;
  if (!site?.design) {
    return (
      <Page title={text("sites.missing.title")}>
        <Notice kind="note">{text("sites.missing.text")}</Notice>
      </Page>
    );
  }
  const part = section && partsOf(site.design, section).find(({ key }) => key === asked["part"]);
  const form = partForms.find((known) => known.section === section);
  return (
    <Page
      title={text(part ? "ownParts.change.title" : "ownParts.title")}
      sentence={text("ownParts.sentence")}
      trail={[
        { label: text("sites.title"), to: "/sites" },
        { label: site.name, to: `/sites/${site.id}` },
      ]}
    >
      {section && form ? (
        <OwnPartForm key={section} site={site} section={section} form={form} part={part} />
      ) : (
        <SectionChoice />
      )}
    </Page>
  );
}

/** What kind of part it is to be, each with what it does at the site. */
function SectionChoice() {
  const text = useText();
  return (
    <section className="fs-stack fs-stack--tight" aria-labelledby="own-part-kind">
      <h2 id="own-part-kind">{text("ownParts.kind")}</h2>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {sectionNames.map((name) => (
          <li key={name} className="fs-card">
            <Link to="." search={{ section: name }}>
              {text(`ownParts.kind.${name}`)}
            </Link>
            <p className="fs-soft">{text(`ownParts.kind.${name}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
