import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Day } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { HomeSection } from "./home-section.tsx";

const itemsDueQuery = graphql(`
  query ItemsDue {
    dueItems(withinDays: 7, first: 8) {
      totalCount
      edges {
        node {
          id
          siteId
          siteName
          title
          dueOn
          daysLeft
          isLaunchGate
        }
      }
    }
  }
`);

/** Checklist items that are overdue or due within a week, the earliest first. */
export function ItemsDue() {
  const text = useText();
  const items = loaded(useQuery(itemsDueQuery))?.dueItems;
  return (
    <HomeSection title={text("home.due.title")} count={items?.totalCount} allClear={text("home.due.none")}>
      {items?.edges.map(({ node }) => (
        <li key={node.id}>
          <Link to={`/sites/${node.siteId}`} search={{ tab: "checklist" }}>
            {node.title}
          </Link>
          <span className="fs-home__facts">
            {node.siteName} · <Day date={node.dueOn} daysLeft={node.daysLeft} />{" "}
            {node.daysLeft < 0 && <StatusTag kind="attention">{text("home.due.overdue")}</StatusTag>}
            {node.isLaunchGate && <StatusTag kind="plain">{text("home.due.gate")}</StatusTag>}
          </span>
        </li>
      ))}
    </HomeSection>
  );
}
