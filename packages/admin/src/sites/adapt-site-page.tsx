import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { AdaptSitePageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { refusalCode, refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { usePathParam } from "#admin/ui/address.ts";
import type { Finding } from "#admin/ui/finding.ts";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { LeaveGuard } from "#admin/ui/leave-guard.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { AdaptationChooser } from "./adaptation-chooser.tsx";
import { type AdaptationEntry, toAdaptationInput } from "./site-form.ts";
import { useFindingWords } from "./use-finding-words.ts";
import "./sites.css";

const adaptSitePageQuery = graphql(`
  query AdaptSitePage($id: ID!) {
    site(id: $id) {
      id
      name
      revision
      release {
        id
      }
      ownerRoles {
        key
        title
      }
      coreComponents {
        key
        name
      }
      adaptableParts {
        section
        key
        title
        isCore
        isLaunchGate
        coreComponents
        fields {
          name
          kind
          value
          choices
          isCore
        }
      }
    }
  }
`);

const adaptMutation = graphql(`
  mutation AdaptSitePage_adapt($input: AdaptSiteInput!) {
    adaptSite(input: $input) {
      ... on SiteAdapted {
        site {
          id
          revision
          adaptationCount
        }
      }
      ... on AdaptSiteRefused {
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

type Site = NonNullable<AdaptSitePageQuery["site"]>;

/** Records what an open site does differently from its release, each difference with its reason. */
export function AdaptSitePage() {
  const text = useText();
  const siteId = usePathParam("siteId");
  const data = loaded(
    useQuery(adaptSitePageQuery, { variables: { id: siteId }, fetchPolicy: "network-only" }),
  );
  if (!data) return <PageSkeleton />;
  if (!data.site) {
    return (
      <Page title={text("sites.missing.title")}>
        <Notice kind="note">{text("sites.missing.text")}</Notice>
      </Page>
    );
  }
  return <AdaptSite site={data.site} />;
}

function AdaptSite({ site }: { site: Site }) {
  const text = useText();
  const [chosen, setChosen] = useState<readonly AdaptationEntry[]>([]);
  const { adapt, isSaving, hasSaved, findings, failure } = useAdapting(site);
  return (
    <Page
      title={text("sites.adapt.page")}
      sentence={text("sites.adapt.sentence")}
      trail={[
        { label: text("sites.title"), to: "/sites" },
        { label: site.name, to: `/sites/${site.id}` },
      ]}
    >
      <LeaveGuard isNeeded={() => chosen.length > 0 && !hasSaved()} />
      <div className="fs-stack">
        {failure && (
          <Notice kind="problem" isLive>
            {failure}
          </Notice>
        )}
        <FindingsList findings={findings} />
        <AdaptationChooser
          parts={site.adaptableParts}
          coreComponents={site.coreComponents}
          ownerRoles={site.ownerRoles}
          chosen={chosen}
          onChange={setChosen}
          nothingYet={text("sites.adapt.noneNew")}
        />
        <div className="fs-row">
          <button
            type="button"
            className="usa-button"
            disabled={chosen.length === 0 || isSaving}
            onClick={() => {
              adapt(chosen);
            }}
          >
            {text("sites.adapt.save", { count: chosen.length })}
          </button>
          <Link to={`/sites/${site.id}`}>{text("sites.cancel")}</Link>
        </div>
      </div>
    </Page>
  );
}

function useAdapting(site: Site) {
  const text = useText();
  const inWords = useFindingWords();
  const navigate = useNavigate();
  const [adaptSite, { loading }] = useMutation(adaptMutation);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [failure, setFailure] = useState<string>();
  const [saved] = useState({ isDone: false });
  const adapt = (chosen: readonly AdaptationEntry[]) => {
    setFailure(undefined);
    adaptSite({
      variables: {
        input: {
          siteId: site.id,
          expectedRevision: site.revision,
          adaptations: chosen.map(toAdaptationInput),
        },
      },
    })
      .then(async ({ data }) => {
        const outcome = data?.adaptSite;
        if (outcome?.__typename === "AdaptSiteRefused") {
          setFindings(inWords(outcome.findings));
          return;
        }
        saved.isDone = true;
        await navigate({ to: `/sites/${site.id}` });
      })
      .catch((error: unknown) => {
        const isStale = refusalCode(error) === "STALE_REVISION";
        setFailure(
          isStale ? text("ui.form.stale.text") : (refusalMessage(error) ?? text("ui.form.unreachable.text")),
        );
      });
  };
  return { adapt, isSaving: loading, hasSaved: () => saved.isDone, findings, failure };
}
