import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { TemplatesPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TemplateFileLinks } from "#admin/template-files/template-file-links.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Page } from "#admin/ui/page.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import "./templates.css";

const templatesPageQuery = graphql(`
  query TemplatesPage($after: String) {
    templates(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          key
          name
          summary
          siteKind
          releases {
            id
            version
            withdrawal {
              withdrawnAt
            }
          }
        }
      }
    }
  }
`);

type Template = TemplatesPageQuery["templates"]["edges"][number]["node"];

/** The template catalogue: the designs that a site can be opened from. */
export function TemplatesPage() {
  const text = useText();
  const result = useQuery(templatesPageQuery, { variables: { after: useAfter() } });
  const list = (loaded(result) ?? result.previousData)?.templates;
  if (!list) return <PageSkeleton />;
  return (
    <Page
      title={text("templates.title")}
      sentence={text("templates.sentence")}
      action={
        <>
          <TemplateFileLinks />
          <Link to="/indicators" className="usa-button usa-button--outline">
            {text("templates.toIndicators")}
          </Link>
        </>
      }
    >
      {list.totalCount === 0 && (
        <EmptyState title={text("templates.empty.title")}>{text("templates.empty.text")}</EmptyState>
      )}
      <ul className="fs-plain fs-template-cards">
        {list.edges.map(({ node }) => (
          <TemplateCard key={node.id} template={node} />
        ))}
      </ul>
      <Pager pageInfo={list.pageInfo} />
    </Page>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const text = useText();
  const [newest, ...older] = template.releases.filter(({ withdrawal }) => withdrawal === null);
  return (
    <li className="fs-template-card">
      <p className="fs-soft">{text(`templates.siteKind.${template.siteKind}`)}</p>
      <h2>
        <Link to={`/templates/${template.key}`}>{template.name}</Link>
      </h2>
      <p>{template.summary}</p>
      <p className="fs-row">
        {newest ? (
          <strong>{text("templates.newest", { version: newest.version })}</strong>
        ) : (
          <StatusTag kind="attention">{text("templates.withdrawn.all")}</StatusTag>
        )}
        {older.map(({ id, version }) => (
          <Link key={id} to={`/templates/${template.key}`} search={{ release: version }}>
            {text("templates.older", { version })}
          </Link>
        ))}
      </p>
    </li>
  );
}
