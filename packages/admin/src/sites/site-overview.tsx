import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SiteOverviewQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { SiteOffers } from "#admin/offers/site-offers.tsx";
import { ProposeAdaptation } from "#admin/proposals/propose-adaptation.tsx";
import { useMay } from "#admin/session/actor.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { FactList } from "#admin/ui/fact-list.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { RevertAdaptation } from "#admin/upgrades/revert-adaptation.tsx";
import { SiteReleases } from "#admin/upgrades/site-releases.tsx";
import { AdaptationList, type ShownAdaptation } from "./adaptation-list.tsx";
import { ExplainAdaptation } from "./explain-adaptation.tsx";
import { SiteOwners } from "./site-owners.tsx";
import { SiteFigures } from "./site-figures.tsx";

const siteOverviewQuery = graphql(`
  query SiteOverview($id: ID!) {
    site(id: $id) {
      id
      revision
      kind
      stage
      address
      latitude
      longitude
      residentPopulation
      residentPopulationYear
      residentPopulationSource
      launchOn
      openedOn
      daysToLaunch
      timeZone
      release {
        templateKey
        templateName
        version
      }
      readiness {
        gateCount
        gatesMet
        gatesFailing
      }
      ...SiteFigures_site @unmask
      ownerRoles {
        key
        title
        owner {
          name
          email
        }
      }
      adaptations {
        id
        section
        key
        title
        change
        field
        fromValue
        toValue
        touchesCore
        coreComponents {
          key
          name
        }
        reasonCode
        reason
        decidedOn
        decidedBy
        isPlanned
        isConsistent
        steeringDecidedOn
      }
    }
  }
`);

type Site = NonNullable<SiteOverviewQuery["site"]>;

/** A site at a glance: how far it is, what holds it, who leads it, what it does differently. */
export function SiteOverview({ siteId }: { siteId: string }) {
  const text = useText();
  const data = loaded(
    useQuery(siteOverviewQuery, { variables: { id: siteId }, fetchPolicy: "cache-and-network" }),
  );
  if (!data) return <Skeleton lines={8} />;
  const { site } = data;
  if (!site) return <Notice kind="note">{text("sites.missing.text")}</Notice>;
  return (
    <div className="fs-stack">
      <LaunchNotice site={site} />
      <SiteFigures site={site} />
      <section className="fs-stack fs-stack--tight">
        <h2>{text("sites.overview.about")}</h2>
        <SiteFacts site={site} />
      </section>
      <SiteOffers siteId={site.id} />
      <SiteReleases siteId={site.id} />
      <SiteOwners siteId={site.id} ownerRoles={site.ownerRoles} />
      <SiteAdaptations site={site} />
    </div>
  );
}

/** What the site does differently: first what nobody has explained yet. */
function SiteAdaptations({ site }: { site: Site }) {
  const text = useText();
  const isUnexplained = ({ reasonCode, touchesCore, steeringDecidedOn }: Site["adaptations"][number]) =>
    !reasonCode || (touchesCore && !steeringDecidedOn);
  const unexplained = site.adaptations.filter(isUnexplained);
  const explained = site.adaptations.filter((adaptation) => !isUnexplained(adaptation));
  const { part, change } = useAddressParams();
  const shown = [...unexplained, ...explained].filter(
    (one) => (!part || one.section === part) && (!change || one.change === change),
  );
  return (
    <section className="fs-stack fs-stack--tight" aria-labelledby="site-adaptations">
      <div className="fs-row fs-row--apart">
        <h2 id="site-adaptations">{text("sites.overview.adaptations")}</h2>
        <AdaptingLinks siteId={site.id} />
      </div>
      {site.adaptations.length === 0 && <p>{text("sites.overview.noAdaptations")}</p>}
      {unexplained.length > 0 && (
        <Notice kind="warning">{text("sites.overview.unexplained", { count: unexplained.length })}</Notice>
      )}
      <AdaptationFilters adaptations={site.adaptations} />
      <AdaptationList
        adaptations={shown}
        ownerRoles={site.ownerRoles}
        below={(adaptation) => (
          <div className="fs-row">
            <ChangeOwnPart siteId={site.id} adaptation={adaptation} />
            <ExplainAdaptation site={site} adaptation={adaptation} />
            <RevertAdaptation site={site} adaptation={adaptation} />
            <ProposeAdaptation siteId={site.id} adaptation={adaptation} />
          </div>
        )}
      />
    </section>
  );
}

/** From so many differences on, one looks for some of them. */
const manyAdaptations = 5;

/** By part and by kind, where there are many; each in the address. */
function AdaptationFilters({ adaptations }: { adaptations: Site["adaptations"] }) {
  const text = useText();
  if (adaptations.length < manyAdaptations) return null;
  const sections = [...new Set(adaptations.map(({ section }) => section))];
  const changes = [...new Set(adaptations.map(({ change }) => change))];
  return (
    <FilterBar
      filters={[
        {
          kind: "choice",
          name: "part",
          label: text("sites.overview.filter.part"),
          choices: sections.map((value) => ({
            value,
            label: text(`templates.section.${sectionInAddress(value)}`),
          })),
        },
        {
          kind: "choice",
          name: "change",
          label: text("sites.overview.filter.change"),
          choices: changes.map((value) => ({ value, label: text(`sites.overview.change.${value}`) })),
        },
      ]}
    />
  );
}

/** The ways to do something differently here. */
function AdaptingLinks({ siteId }: { siteId: string }) {
  const text = useText();
  if (!useMay("site.adapt")) return null;
  return (
    <div className="fs-row fs-no-print">
      <Link to={`/sites/${siteId}/adapt`} className="usa-button usa-button--outline fs-small-button">
        {text("sites.overview.adapt")}
      </Link>
      <Link to={`/sites/${siteId}/own-part`} className="usa-button usa-button--outline fs-small-button">
        {text("sites.overview.addPart")}
      </Link>
    </div>
  );
}

interface ChangeOwnPartProps {
  siteId: string;
  adaptation: ShownAdaptation;
}

function ChangeOwnPart({ siteId, adaptation }: ChangeOwnPartProps) {
  const text = useText();
  const { change, section, key, title } = adaptation;
  if (!useMay("site.adapt") || change !== "ADDED") return null;
  return (
    <Link
      to={`/sites/${siteId}/own-part`}
      search={{ section: sectionInAddress(section), part: key }}
      aria-label={text("sites.overview.changePart.of", { title })}
    >
      {text("sites.overview.changePart")}
    </Link>
  );
}

/** `CHECKLIST_ITEMS` of the API is `checklistItems` in an address. */
function sectionInAddress(section: string): string {
  return section.toLowerCase().replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());
}

function LaunchNotice({ site }: { site: Site }) {
  const text = useText();
  const { readiness } = site;
  const unmet = readiness.gateCount - readiness.gatesMet;
  if (site.stage === "HELD_AT_GATES") {
    return (
      <Notice kind="warning" title={text("sites.overview.held", { gates: unmet })}>
        <Link to="." search={{ tab: "checklist", show: "gates" }}>
          {text("sites.overview.seeGates")}
        </Link>
      </Notice>
    );
  }
  if (readiness.gatesFailing === 0) return null;
  return (
    <Notice kind="warning" title={text("sites.overview.failing", { gates: readiness.gatesFailing })}>
      <Link to="." search={{ tab: "checklist", show: "gates" }}>
        {text("sites.overview.seeGates")}
      </Link>
    </Notice>
  );
}

function SiteFacts({ site }: { site: Site }) {
  const text = useText();
  const intl = useIntl();
  const day = useDayWriter();
  const point =
    typeof site.latitude === "number" && typeof site.longitude === "number"
      ? `${intl.formatNumber(site.latitude, { maximumFractionDigits: 5 })}, ${intl.formatNumber(site.longitude, { maximumFractionDigits: 5 })}`
      : null;
  const residents =
    typeof site.residentPopulation === "number"
      ? text("sites.residents.with", {
          residents: site.residentPopulation,
          year: String(site.residentPopulationYear ?? ""),
          source: site.residentPopulationSource ?? "",
        })
      : null;
  const facts = [
    { term: text("sites.kind"), value: text(`sites.kind.${site.kind}`) },
    { term: text("sites.address"), value: site.address ?? null },
    { term: text("sites.point"), value: point },
    { term: text("sites.residents"), value: residents },
    {
      term: text("sites.release"),
      value: (
        <Link to={`/templates/${site.release.templateKey}`} search={{ release: site.release.version }}>
          {site.release.templateName} {site.release.version}
        </Link>
      ),
    },
    { term: text("sites.openedOn"), value: day.absolute(site.openedOn) },
    { term: text("sites.timeZone"), value: site.timeZone },
  ];
  return <FactList facts={facts} />;
}
