import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OwnTemplatesPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import "./authoring.css";

const ownTemplatesQuery = graphql(`
  query OwnTemplatesPage($after: String) {
    ownTemplates(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          key
          name
          organizationId
          organizationName
          newestVersion
          publishedAt
          draftId
          draftUpdatedAt
          draftUpdatedBy
        }
      }
    }
  }
`);

export const startDraftMutation = graphql(`
  mutation StartDraft($input: StartTemplateDraftInput!) {
    startTemplateDraft(input: $input) {
      ... on TemplateDraftStarted {
        draft {
          id
        }
      }
      ... on TemplateDraftRefused {
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

type OwnTemplate = OwnTemplatesPageQuery["ownTemplates"]["edges"][number]["node"];

/** The templates of one's organization, with the drafts that are being worked on. */
export function OwnTemplatesPage() {
  const text = useText();
  const result = useQuery(ownTemplatesQuery, {
    variables: { after: useAfter() },
    fetchPolicy: "cache-and-network",
  });
  const { published, of } = useAddressParams();
  const list = (loaded(result) ?? result.previousData)?.ownTemplates;
  if (!list) return <PageSkeleton />;
  const begin = (
    <Link to="/authoring/new" className="usa-button">
      {text("authoring.new")}
    </Link>
  );
  return (
    <Page
      title={text("authoring.title")}
      sentence={text("authoring.sentence")}
      action={list.totalCount > 0 && begin}
    >
      {published && of && (
        <Notice kind="good" isLive title={text("authoring.published", { version: published })}>
          <div className="fs-row">
            <Link to={`/templates/${of}`} search={{ release: published }}>
              {text("authoring.published.look")}
            </Link>
            <Link to="/fleet" search={{ template: of, behind: "yes" }}>
              {text("authoring.published.offer")}
            </Link>
          </div>
        </Notice>
      )}
      {list.totalCount === 0 && (
        <EmptyState title={text("authoring.empty.title")} action={begin}>
          {text("authoring.empty.text")}
        </EmptyState>
      )}
      <ul className="fs-plain fs-stack">
        {list.edges.map(({ node }) => (
          <OwnTemplateCard key={node.key} template={node} />
        ))}
      </ul>
      <Pager pageInfo={list.pageInfo} />
    </Page>
  );
}

function OwnTemplateCard({ template }: { template: OwnTemplate }) {
  const text = useText();
  const day = useDayWriter();
  const { key, name, newestVersion, publishedAt, draftId, draftUpdatedAt, draftUpdatedBy } = template;
  return (
    <li className="fs-card fs-stack fs-stack--tight">
      <div className="fs-row">
        <h2>{name}</h2>
        {draftId && <StatusTag kind="waiting">{text("authoring.hasDraft")}</StatusTag>}
      </div>
      <p className="fs-soft">
        {template.organizationName} · <code>{key}</code>
      </p>
      <p>
        {newestVersion && publishedAt
          ? text("authoring.newest", { version: newestVersion, day: day.absolute(publishedAt.slice(0, 10)) })
          : text("authoring.unpublished")}
      </p>
      {draftUpdatedAt && (
        <p>
          {text("authoring.changed", {
            by: draftUpdatedBy ?? "",
            day: day.absolute(draftUpdatedAt.slice(0, 10)),
          })}
        </p>
      )}
      <div className="fs-row">
        {draftId ? (
          <Link
            to={`/authoring/${draftId}`}
            className="usa-button"
            aria-label={text("authoring.goOn.of", { name })}
          >
            {text("authoring.goOn")}
          </Link>
        ) : (
          <StartDraft template={template} />
        )}
        {newestVersion && (
          <Link to={`/templates/${key}`}>{text("authoring.look", { version: newestVersion })}</Link>
        )}
      </div>
    </li>
  );
}

function StartDraft({ template: { key, name, organizationId } }: { template: OwnTemplate }) {
  const text = useText();
  const navigate = useNavigate();
  const [start, { loading }] = useMutation(startDraftMutation);
  const [failure, setFailure] = useState<string>();
  const begin = () => {
    start({ variables: { input: { organizationId, templateKey: key } } })
      .then(async ({ data }) => {
        const outcome = data?.startTemplateDraft;
        if (outcome?.__typename === "TemplateDraftStarted")
          await navigate({ to: `/authoring/${outcome.draft.id}` });
        else setFailure(outcome?.findings.map(({ message }) => message).join(" "));
      })
      .catch((error: unknown) => {
        setFailure(refusalMessage(error) ?? text("ui.form.unreachable.title"));
      });
  };
  return (
    <>
      <button
        type="button"
        className="usa-button"
        aria-disabled={loading}
        aria-label={text("authoring.start.of", { name })}
        onClick={begin}
      >
        {text("authoring.start")}
      </button>
      {failure && (
        <Notice kind="problem" isLive>
          {failure}
        </Notice>
      )}
    </>
  );
}
