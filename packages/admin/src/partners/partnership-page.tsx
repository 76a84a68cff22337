import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { PledgeSection } from "#admin/deliveries/pledge-section.tsx";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PartnershipPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { usePathParam } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { AgreementStanding } from "./agreement-standing.tsx";
import { AgreementTable } from "./agreement-table.tsx";
import { CertificateSection } from "./certificate-section.tsx";

const partnershipPageQuery = graphql(`
  query PartnershipPage($jurisdictionId: ID!, $id: ID!) {
    partnership(jurisdictionId: $jurisdictionId, id: $id) {
      id
      jurisdictionId
      jurisdictionName
      siteId
      siteName
      roleTitle
      stage
      deliverable
      endedOn
      stages {
        stage
        since
      }
      organization {
        id
        publicName
      }
      standing {
        kind
        on
        daysLeft
      }
      ...AgreementTable_partnership
      ...PledgeSection_partnership
      ...CertificateSection_partnership
    }
  }
`);

/** One partnership: its stage, what the organization brings, what was signed, promised and delivered. */
export function PartnershipPage() {
  const text = useText();
  const data = loaded(
    useQuery(partnershipPageQuery, {
      variables: { jurisdictionId: usePathParam("jurisdictionId"), id: usePathParam("partnershipId") },
    }),
  );
  if (!data) return <PageSkeleton />;
  if (!data.partnership) {
    return (
      <Page title={text("partners.missing.title")}>
        <Notice kind="note">{text("partners.missing.text")}</Notice>
      </Page>
    );
  }
  return <PartnershipView partnership={data.partnership} />;
}

type Shown = NonNullable<PartnershipPageQuery["partnership"]>;

function PartnershipView({ partnership }: { partnership: Shown }) {
  const text = useText();
  const mayManage = useMay("partner.manage") && partnership.stage !== "ENDED";
  const { organization, siteId, siteName } = partnership;
  const address = `/partnerships/${partnership.jurisdictionId}/${partnership.id}`;
  return (
    <Page
      title={text("partners.partnership.title", {
        organization: organization.publicName,
        role: partnership.roleTitle,
      })}
      status={<StatusTag kind="plain">{text(`partners.stage.${partnership.stage}`)}</StatusTag>}
      trail={[
        { label: text("partners.partnerships"), to: "/partnerships" },
        { label: siteName, to: `/sites/${siteId}?tab=partners` },
      ]}
      facts={[
        {
          term: text("partners.site"),
          value: (
            <Link to={`/sites/${siteId}`} search={{ tab: "partners" }}>
              {text("partners.siteOf", { site: siteName, jurisdiction: partnership.jurisdictionName })}
            </Link>
          ),
        },
        {
          term: text("partners.organization"),
          value: <Link to={`/partners/${organization.id}`}>{organization.publicName}</Link>,
        },
      ]}
      action={
        mayManage && (
          <>
            <Link to={`${address}/sign`} className="usa-button">
              {text(partnership.standing.kind === "UNSIGNED" ? "partners.sign" : "partners.renew.title")}
            </Link>
            <Link to={`${address}/change`} className="usa-button usa-button--outline">
              {text("partners.stage.change")}
            </Link>
            <Link to={`${address}/end`} className="usa-button usa-button--outline">
              {text("partners.end")}
            </Link>
          </>
        )
      }
    >
      <Standing partnership={partnership} />
      <section className="fs-stack" aria-labelledby="partnership-agreements">
        <h2 id="partnership-agreements">{text("partners.agreements")}</h2>
        <AgreementTable partnership={partnership} mayManage={mayManage} />
      </section>
      <PledgeSection partnership={partnership} mayManage={mayManage} />
      <CertificateSection partnership={partnership} mayManage={mayManage} />
    </Page>
  );
}

function Standing({ partnership }: { partnership: Shown }) {
  const text = useText();
  const write = useDayWriter();
  const { endedOn, deliverable, standing, stages } = partnership;
  return (
    <div className="fs-card fs-stack">
      {endedOn ? (
        <p>{text("partners.endedOn", { date: write.absolute(endedOn) })}</p>
      ) : (
        <AgreementStanding standing={standing} />
      )}
      {deliverable && <p>{text("partners.begin.brings", { deliverable })}</p>}
      {stages.length > 0 && (
        <p className="fs-soft">
          {stages
            .map(({ stage, since }) =>
              text("partners.stage.sinceDay", {
                stage: text(`partners.stage.${stage}`),
                date: write.absolute(since),
              }),
            )
            .join(" · ")}
        </p>
      )}
    </div>
  );
}
