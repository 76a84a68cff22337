import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { HomeSection } from "./home-section.tsx";

const catalogueSummaryQuery = graphql(`
  query CatalogueSummary {
    templates(first: 10) {
      totalCount
      edges {
        node {
          key
          name
        }
      }
    }
  }
`);

/** For those who keep templates and no site: which there are, and the way to them. */
export function CatalogueSummary() {
  const text = useText();
  const templates = loaded(useQuery(catalogueSummaryQuery))?.templates;
  return (
    <HomeSection
      title={text("home.catalogue.title")}
      count={templates?.totalCount}
      allClear={text("home.catalogue.none")}
      to="/templates"
    >
      {templates?.edges.map(({ node }) => (
        <li key={node.key}>
          <Link to={`/templates/${node.key}`}>{node.name}</Link>
        </li>
      ))}
    </HomeSection>
  );
}
