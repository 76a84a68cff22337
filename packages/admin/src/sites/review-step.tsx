import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ReviewStep_OpenMutation } from "#admin/graphql/generated/graphql.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import type { Finding } from "#admin/ui/finding.ts";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { PlanPreview } from "./plan-preview.tsx";
import type { OpenSiteStep } from "./open-site-steps.tsx";
import { toOpenSiteInput } from "./site-form.ts";
import type { SiteDraftWork } from "./use-site-draft.ts";
import { useFindingWords } from "./use-finding-words.ts";

const reviewStepQuery = graphql(`
  query ReviewStep($input: OpenSiteInput!) {
    siteOpeningPreview(input: $input) {
      canOpen
      findings {
        code
        severity
        path
        message
      }
      ...PlanPreview_plan @unmask
    }
  }
`);

const openMutation = graphql(`
  mutation ReviewStep_open($input: OpenSiteInput!) {
    openSite(input: $input) {
      ... on SiteOpened {
        site {
          id
        }
      }
      ... on OpenSiteRefused {
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

/** The last step: everything that opening the site will make, with real dates; and the button that makes it. */
export function ReviewStep({ draft }: { draft: SiteDraftWork }) {
  const text = useText();
  const inWords = useFindingWords();
  const input = toOpenSiteInput(draft.form, draft.id);
  const { data, error } = useQuery(reviewStepQuery, { variables: { input }, fetchPolicy: "network-only" });
  const opening = useOpening(input);
  if (error) {
    return (
      <Notice kind="problem" title={text("sites.open.cannotPreview")}>
        {refusalMessage(error) ?? text("ui.form.unreachable.text")}
      </Notice>
    );
  }
  if (!data) return <Skeleton lines={10} />;
  const plan = data.siteOpeningPreview;
  // What touches the core is shown by name in the preview itself.
  const findings = inWords(opening.findings ?? plan.findings).filter(
    ({ code }) => code !== "ADAPTATION_TOUCHES_CORE",
  );
  return (
    <div className="fs-stack">
      {!plan.canOpen && (
        <Notice kind="problem" title={text("sites.open.notYet")}>
          {text("sites.open.notYet.text")}
        </Notice>
      )}
      <FindingsList
        findings={findings}
        title={text("sites.open.findings")}
        placeOf={(path) => <StepOf path={path} draftId={draft.id} />}
      />
      {opening.failure && (
        <Notice kind="problem" isLive title={text("sites.open.failed")}>
          {opening.failure}
        </Notice>
      )}
      <PlanPreview plan={plan} name={draft.form.name ?? ""} />
      <div className="fs-row">
        <button
          type="button"
          className="usa-button"
          disabled={!plan.canOpen || opening.isOpening}
          onClick={opening.open}
        >
          {text(opening.isOpening ? "sites.open.opening" : "sites.open.action")}
        </button>
        <Link to="/sites" className="usa-button usa-button--outline">
          {text("sites.open.later")}
        </Link>
      </div>
    </div>
  );
}

/** Opens the site and goes to it; what stands against it is said instead. */
function useOpening(input: ReturnType<typeof toOpenSiteInput>) {
  const text = useText();
  const navigate = useNavigate();
  const [openSite, { loading, client }] = useMutation(openMutation);
  const [findings, setFindings] = useState<readonly Finding[]>();
  const [failure, setFailure] = useState<string>();
  const done = async (outcome: ReviewStep_OpenMutation["openSite"] | undefined) => {
    if (outcome?.__typename === "OpenSiteRefused") setFindings(outcome.findings);
    if (outcome?.__typename !== "SiteOpened") return;
    client.cache.evict({ fieldName: "siteDrafts" });
    client.cache.evict({ fieldName: "sites" });
    await navigate({ to: `/sites/${outcome.site.id}` });
  };
  const open = () => {
    setFindings(undefined);
    setFailure(undefined);
    openSite({ variables: { input } })
      .then(({ data }) => done(data?.openSite))
      .catch((error: unknown) => {
        setFailure(refusalMessage(error) ?? text("ui.form.unreachable.text"));
      });
  };
  return { open, isOpening: loading, findings, failure };
}

/** The step of the form in which a finding is put right: the last but one where it is about a part of the design. */
const stepsByField: Readonly<Record<string, OpenSiteStep>> = {
  releaseId: "design",
  jurisdictionId: "design",
  name: "place",
  kind: "place",
  address: "place",
  latitude: "place",
  longitude: "place",
  residentPopulation: "place",
  residentPopulationYear: "place",
  residentPopulationSource: "place",
  launchOn: "launch",
  owners: "people",
};

function StepOf({ path, draftId }: { path: string; draftId: string | undefined }) {
  const text = useText();
  const step = stepsByField[path.split(/[.[]/)[0] ?? ""] ?? "changes";
  return (
    <Link to="/sites/open" search={{ draft: draftId, step }}>
      {text("sites.open.toStep", { step: text(`sites.open.step.${step}`) })}
    </Link>
  );
}
