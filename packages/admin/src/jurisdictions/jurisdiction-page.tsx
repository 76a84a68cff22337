import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { FormattedNumber } from "react-intl";
import { UpgradeConsent } from "#admin/fleet/upgrade-consent.tsx";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { JurisdictionFacts } from "./jurisdiction-facts.tsx";

const jurisdictionPageQuery = graphql(`
  query JurisdictionPage($id: ID!) {
    jurisdiction(id: $id) {
      id
      name
      kind
      stateCode
      population
      isParticipating
      ...JurisdictionFacts_jurisdiction
    }
  }
`);

/** One jurisdiction of the directory: what figures are matched and rates are made with. */
export function JurisdictionPage() {
  const text = useText();
  const mayManage = useMay("jurisdiction.manage");
  const data = loaded(useQuery(jurisdictionPageQuery, { variables: { id: usePathParam("jurisdictionId") } }));
  if (!data) return <PageSkeleton />;
  const { jurisdiction } = data;
  if (!jurisdiction) {
    return (
      <Page title={text("jurisdictions.missing.title")}>
        <Notice kind="note">{text("jurisdictions.missing.text")}</Notice>
      </Page>
    );
  }
  return (
    <Page
      title={jurisdiction.name}
      status={
        <StatusTag kind={jurisdiction.isParticipating ? "good" : "plain"}>
          {text(jurisdiction.isParticipating ? "jurisdictions.takingPart" : "jurisdictions.listed")}
        </StatusTag>
      }
      facts={[
        { term: text("jurisdictions.kind"), value: text(`jurisdictions.kind.${jurisdiction.kind}`) },
        { term: text("jurisdictions.state"), value: jurisdiction.stateCode },
        {
          term: text("jurisdictions.population"),
          value:
            typeof jurisdiction.population === "number" ? (
              <FormattedNumber value={jurisdiction.population} />
            ) : (
              "–"
            ),
        },
      ]}
      action={
        mayManage && (
          <Link to={`/jurisdictions/${jurisdiction.id}/change`} className="usa-button">
            {text("jurisdictions.change")}
          </Link>
        )
      }
    >
      <JurisdictionFacts jurisdiction={jurisdiction} />
      <UpgradeConsent jurisdictionId={jurisdiction.id} />
    </Page>
  );
}
