import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { HomeSection } from "./home-section.tsx";

const directorySummaryQuery = graphql(`
  query DirectorySummary {
    listed: jurisdictions(first: 1) {
      totalCount
    }
    takingPart: jurisdictions(first: 1, isParticipating: true) {
      totalCount
    }
  }
`);

/** For the platform steward: how large the directory is, and the way to it. */
export function DirectorySummary() {
  const text = useText();
  const data = loaded(useQuery(directorySummaryQuery));
  return (
    <HomeSection
      title={text("home.directory.title")}
      count={data?.listed.totalCount}
      allClear={text("home.directory.none")}
      to="/jurisdictions"
    >
      <li>
        <Link to="/jurisdictions" search={{ "taking-part": "yes" }}>
          {text("home.directory.takingPart", { count: data?.takingPart.totalCount ?? 0 })}
        </Link>
      </li>
    </HomeSection>
  );
}
