import { skipToken, useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { ChangesStep } from "./changes-step.tsx";
import { DesignStep } from "./design-step.tsx";
import { LaunchStep, PeopleStep, PlaceStep } from "./form-steps.tsx";
import { type OpenSiteStep, openSiteSteps, StepList } from "./open-site-steps.tsx";
import { ReviewStep } from "./review-step.tsx";
import { readSiteForm } from "./site-form.ts";
import { type KeptForm, useSiteDraft } from "./use-site-draft.ts";
import "./sites.css";

const openSitePageQuery = graphql(`
  query OpenSitePage($id: ID!) {
    siteDraft(id: $id) {
      id
      form
      revision
    }
  }
`);

/** The guided form that opens a site: one step a page, kept on the server after each, to go on with on any day. */
export function OpenSitePage() {
  const text = useText();
  const { draft: draftId } = useAddressParams();
  const result = useQuery(
    openSitePageQuery,
    draftId === undefined ? skipToken : { variables: { id: draftId }, fetchPolicy: "network-only" },
  );
  const data = loaded(result);
  if (draftId === undefined)
    return <GuidedForm key="new" kept={{ id: undefined, revision: undefined, form: {} }} />;
  if (!data) return <PageSkeleton />;
  if (!data.siteDraft) {
    return (
      <Page title={text("sites.open.title")}>
        <Notice kind="note" title={text("sites.open.draftGone.title")}>
          {text("sites.open.draftGone.text")}
        </Notice>
      </Page>
    );
  }
  const { id, revision, form } = data.siteDraft;
  return <GuidedForm key={id} kept={{ id, revision, form: readSiteForm(form) }} />;
}

function GuidedForm({ kept }: { kept: KeptForm }) {
  const text = useText();
  const draft = useSiteDraft(kept);
  const asked = useAddressParams()["step"];
  const step: OpenSiteStep = openSiteSteps.find((each) => each === asked) ?? "design";
  return (
    <Page title={text("sites.open.title")} sentence={text("sites.open.sentence")}>
      <StepList current={step} form={draft.form} draftId={draft.id} />
      <section className="fs-stack" aria-labelledby="step-title">
        <h2 id="step-title">{text(`sites.open.step.${step}`)}</h2>
        <CurrentStep step={step} draft={draft} />
      </section>
    </Page>
  );
}

function CurrentStep({ step, draft }: { step: OpenSiteStep; draft: ReturnType<typeof useSiteDraft> }) {
  switch (step) {
    case "design":
      return <DesignStep draft={draft} />;
    case "place":
      return <PlaceStep draft={draft} />;
    case "launch":
      return <LaunchStep draft={draft} />;
    case "people":
      return <PeopleStep draft={draft} />;
    case "changes":
      return <ChangesStep draft={draft} />;
    case "review":
      return <ReviewStep draft={draft} />;
  }
}
