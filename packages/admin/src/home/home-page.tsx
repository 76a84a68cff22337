import { lazy, Suspense } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor, useMay } from "#admin/session/actor.ts";
import { TourCard } from "#admin/tour/tour-card.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { CatalogueSummary } from "./catalogue-summary.tsx";
import { CommitmentsEnding } from "./commitments-ending.tsx";
import { DeliveriesWaiting } from "./deliveries-waiting.tsx";
import { DirectorySummary } from "./directory-summary.tsx";
import { ItemsDue } from "./items-due.tsx";
import { MissingFigures } from "./missing-figures.tsx";
import { OffersWaiting } from "./offers-waiting.tsx";
import { OwnTemplates } from "./own-templates.tsx";
import { PartnershipsLapsing } from "./partnerships-lapsing.tsx";
import { ProposalsWaiting } from "./proposals-waiting.tsx";
import { RolesUncovered } from "./roles-uncovered.tsx";
import { SiteCards } from "./site-cards.tsx";
import { VacantSlots } from "./vacant-slots.tsx";
import "./home.css";

/** What needs the person who signed in, by the hat worn: what is due, what is vacant, what runs out. */
export function HomePage() {
  const text = useText();
  const { roles, hat } = useActor();
  const mayReadSites = useMay("site.read");
  const mayReadTemplates = useMay("template.read");
  const mayManageDirectory = useMay("jurisdiction.manage");
  const mayAuthor = useMay("template.author");
  const places = roles.map((role) => role.placeName).join(", ");
  const sentence = () => {
    if (hat === "state") return text("home.sentence.state");
    if (hat === "organization") return text("home.sentence.organization", { places });
    return places ? text("home.sentence.places", { places }) : text("home.sentence");
  };
  return (
    <Page title={text("home.title")} sentence={sentence()}>
      {hat === undefined && (
        <EmptyState title={text("home.noRole.title")}>{text("home.noRole.text")}</EmptyState>
      )}
      <TourCard />
      <Needs />
      {mayReadSites && <Sites />}
      <div className="fs-home">
        {mayManageDirectory && <DirectorySummary />}
        {mayReadTemplates && !mayReadSites && !mayAuthor && <CatalogueSummary />}
      </div>
    </Page>
  );
}

const StateSites = lazy(async () => ({ default: (await import("./state-sites.tsx")).StateSites }));

function Sites() {
  if (useActor().hat !== "state") return <SiteCards />;
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      <StateSites />
    </Suspense>
  );
}

function Needs() {
  const { roles, hat } = useActor();
  const mayReadChecklist = useMay("checklist.read");
  const mayImport = useMay("observation.import");
  const mayUpgrade = useMay("site.upgrade");
  const [jurisdictionId] = roles.flatMap((role) => (role.siteId ? [] : (role.jurisdictionId ?? [])));
  const [organizationId] = roles.flatMap((role) => role.organizationId ?? []);
  return (
    <div className="fs-home">
      {mayReadChecklist && hat !== "state" && <ItemsDue />}
      {mayUpgrade && <OffersWaiting />}
      <TemplateNeeds />
      {jurisdictionId && <PeopleNeeds jurisdictionId={jurisdictionId} />}
      {mayImport && jurisdictionId && <MissingFigures jurisdictionId={jurisdictionId} />}
      {(jurisdictionId ?? organizationId) && (
        <PartnerNeeds jurisdictionId={jurisdictionId} organizationId={organizationId} />
      )}
    </div>
  );
}

function TemplateNeeds() {
  const mayAuthor = useMay("template.author");
  const mayAnswer = useMay("proposal.answer");
  return (
    <>
      {mayAuthor && <OwnTemplates />}
      {mayAnswer && <ProposalsWaiting />}
    </>
  );
}

function PeopleNeeds({ jurisdictionId }: { jurisdictionId: string }) {
  if (!useMay("roster.read")) return null;
  return (
    <>
      <VacantSlots jurisdictionId={jurisdictionId} />
      <CommitmentsEnding jurisdictionId={jurisdictionId} />
    </>
  );
}

interface PartnerNeedsProps {
  jurisdictionId: string | undefined;
  organizationId: string | undefined;
}

function PartnerNeeds({ jurisdictionId, organizationId }: PartnerNeedsProps) {
  const mayRead = useMay("partner.read");
  const mayReport = useMay("delivery.report");
  if (!mayRead) return null;
  return (
    <>
      {mayReport && <DeliveriesWaiting />}
      {jurisdictionId && <RolesUncovered jurisdictionId={jurisdictionId} />}
      <PartnershipsLapsing jurisdictionId={jurisdictionId} organizationId={organizationId} />
    </>
  );
}
