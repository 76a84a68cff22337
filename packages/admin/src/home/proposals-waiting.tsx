import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { HomeSection } from "./home-section.tsx";

const proposalsWaitingQuery = graphql(`
  query ProposalsWaiting {
    proposals {
      name
      templateName
      title
      siteCount
      siteTotal
    }
  }
`);

const shown = 6;

/** What cities propose for one's templates and nobody has answered. */
export function ProposalsWaiting() {
  const text = useText();
  const proposals = loaded(useQuery(proposalsWaitingQuery))?.proposals;
  return (
    <HomeSection
      title={text("home.proposals.title")}
      count={proposals?.length}
      allClear={text("home.proposals.none")}
      to="/proposals"
    >
      {proposals?.slice(0, shown).map(({ name, title, templateName, siteCount, siteTotal }) => (
        <li key={name}>
          <Link to="/proposals">{title}</Link>
          <span className="fs-home__facts">
            {templateName} · {text("home.proposals.sites", { count: siteCount, total: siteTotal })}
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
