import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OwnTemplatesSummaryQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { HomeSection } from "./home-section.tsx";

const ownTemplatesQuery = graphql(`
  query OwnTemplatesSummary {
    ownTemplates(first: 6) {
      totalCount
      edges {
        node {
          key
          name
          newestVersion
          draftId
        }
      }
    }
    fleetReleases {
      templateKey
      version
      siteCount
    }
  }
`);

/** For a template's authors: their templates, how many sites have which release, and the drafts under way. */
export function OwnTemplates() {
  const text = useText();
  const data = loaded(useQuery(ownTemplatesQuery));
  return (
    <HomeSection
      title={text("home.ownTemplates.title")}
      count={data?.ownTemplates.totalCount}
      allClear={text("home.ownTemplates.none")}
      to="/authoring"
    >
      {data?.ownTemplates.edges.map(({ node }) => (
        <li key={node.key}>
          <Link to={node.newestVersion ? `/templates/${node.key}` : "/authoring"}>{node.name}</Link>
          <Spread releases={data.fleetReleases.filter(({ templateKey }) => templateKey === node.key)} />
          {node.draftId && (
            <span className="fs-home__facts">
              <Link to={`/authoring/${node.draftId}`} aria-label={text("home.ownTemplates.draft.of", node)}>
                {text("home.ownTemplates.draft")}
              </Link>
            </span>
          )}
        </li>
      ))}
    </HomeSection>
  );
}

function Spread({ releases }: { releases: OwnTemplatesSummaryQuery["fleetReleases"] }) {
  const text = useText();
  const held = releases.filter(({ siteCount }) => siteCount > 0);
  return (
    <span className="fs-home__facts">
      {held.length === 0
        ? text("home.ownTemplates.noSite")
        : held
            .map(({ version, siteCount }) => text("home.ownTemplates.sites", { version, count: siteCount }))
            .join(" · ")}
    </span>
  );
}
