import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { GoalsGlanceQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { GoalStateTag } from "./goal-state-tag.tsx";

const goalsGlanceQuery = graphql(`
  query GoalsGlance($siteId: ID!) {
    site(id: $siteId) {
      id
      goals {
        key
        title
        targets {
          indicatorCode
          state
        }
      }
    }
  }
`);

type Goal = NonNullable<GoalsGlanceQuery["site"]>["goals"][number];
type State = Goal["targets"][number]["state"];

/** The worst first: what is off track is what a person must see. */
const order: readonly State[] = ["OFF_TRACK", "CANNOT_TELL", "ON_TRACK", "TOO_EARLY", "NO_DATA"];

/** The goals of a site at a glance, for its overview: how many stand where, and those off track by name. */
export function GoalsGlance({ siteId }: { siteId: string }) {
  const text = useText();
  const data = loaded(useQuery(goalsGlanceQuery, { variables: { siteId } }));
  if (!data) return <Skeleton lines={3} />;
  const goals = data.site?.goals ?? [];
  const byState = order.map((state) => ({ state, goals: goals.filter((goal) => stateOf(goal) === state) }));
  const offTrack = byState.find(({ state }) => state === "OFF_TRACK")?.goals ?? [];
  return (
    <div className="fs-stack fs-stack--tight">
      <ul className="fs-plain fs-row">
        {byState
          .filter((each) => each.goals.length > 0)
          .map((each) => (
            <li key={each.state}>
              <GoalStateTag state={each.state} /> {each.goals.length}
            </li>
          ))}
      </ul>
      {offTrack.length > 0 && (
        <ul>
          {offTrack.map((goal) => (
            <li key={goal.key}>{goal.title}</li>
          ))}
        </ul>
      )}
      <Link to="." search={{ tab: "goals" }}>
        {text("goals.open")}
      </Link>
    </div>
  );
}

/** A goal on several indicators stands where its worst one does. */
function stateOf({ targets }: Goal): State {
  return order.find((state) => targets.some((target) => target.state === state)) ?? "NO_DATA";
}
