import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { ComparisonArea } from "./comparison-area.tsx";
import { GoalCard } from "./goal-card.tsx";
import "./goals.css";

const goalsPanelQuery = graphql(`
  query GoalsPanel($siteId: ID!) {
    site(id: $siteId) {
      id
      launchOn
      comparisonArea {
        id
        name
        chosenBecause
        revision
      }
      goals {
        key
        ...GoalCard_goal @unmask
      }
    }
  }
`);

/** The goals of a site: each with a plain sentence, its state, and a small chart with its table. */
export function GoalsPanel({ siteId }: { siteId: string }) {
  const text = useText();
  const result = useQuery(goalsPanelQuery, { variables: { siteId } });
  const site = (loaded(result) ?? result.previousData)?.site;
  if (!site) return result.loading ? <Skeleton lines={8} /> : null;
  if (site.goals.length === 0) {
    return <EmptyState title={text("goals.empty.title")}>{text("goals.empty.text")}</EmptyState>;
  }
  const isWithoutFigures = site.goals.every(({ targets }) =>
    targets.every(({ series }) => series.length === 0),
  );
  return (
    <section className="fs-stack" aria-label={text("goals.title")}>
      <p className="fs-soft">{text("goals.sentence")}</p>
      {isWithoutFigures && <Notice kind="note">{text("goals.noFigures")}</Notice>}
      <ComparisonArea siteId={site.id} area={site.comparisonArea} />
      {site.goals.map((goal) => (
        <GoalCard key={goal.key} goal={goal} launchOn={site.launchOn} />
      ))}
    </section>
  );
}
