import { lazy, Suspense } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { GoalCard_GoalFragment, ToldTarget_TargetFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { GoalStateTag } from "./goal-state-tag.tsx";
import { useGoalWords } from "./use-goal-words.ts";

const GoalChart = lazy(async () => ({ default: (await import("./goal-chart.tsx")).GoalChart }));

graphql(`
  fragment ToldTarget_target on GoalTargetProgress {
    indicatorCode
    indicatorName
    indicatorUnit
    measureKind
    targetKind
    state
    missing
    unit
    reached
    reachedLower
    reachedUpper
    soughtNow
    sought
    dueOn
    comparedWith
    localNumberName
    baseline {
      from
      to
      months
      value
    }
    latest {
      from
      to
      months
      value
    }
  }
`);

graphql(`
  fragment GoalCard_goal on SiteGoal {
    key
    title
    kind
    note
    targets {
      ...ToldTarget_target @unmask
      baselineLevel
      soughtLevel
      series {
        period
        value
        isProtected
      }
      source
    }
  }
`);

/** How far one goal has come on one indicator, as the server tells it. */
export type GoalTarget = GoalCard_GoalFragment["targets"][number];

/** What sentences about a goal need of it: everything but what its chart draws. */
export type ToldTarget = ToldTarget_TargetFragment;

/** One goal: what is sought, and for each of its indicators where it stands. */
export function GoalCard({ goal, launchOn }: { goal: GoalCard_GoalFragment; launchOn: string }) {
  const text = useText();
  return (
    <article className="fs-card fs-goal" aria-labelledby={`goal-${goal.key}`}>
      <div>
        <h3 id={`goal-${goal.key}`}>{goal.title}</h3>
        <p className="fs-soft">
          {goal.key} · {text(`goals.kind.${goal.kind}`)}
        </p>
      </div>
      {goal.targets.map((target, index) => (
        <Target
          key={`${target.indicatorCode}:${target.targetKind}`}
          target={target}
          launchOn={launchOn}
          isCharted={isLastOfIndicator(goal.targets, index)}
        />
      ))}
      {goal.note && <p className="fs-soft">{goal.note}</p>}
    </article>
  );
}

/** Two targets on one indicator share a chart, under the second. */
function isLastOfIndicator(targets: readonly GoalTarget[], index: number): boolean {
  const code = targets[index]?.indicatorCode;
  return targets.findLastIndex(({ indicatorCode }) => indicatorCode === code) === index;
}

interface TargetProps {
  target: GoalTarget;
  launchOn: string;
  isCharted: boolean;
}

function Target({ target, launchOn, isCharted }: TargetProps) {
  const text = useText();
  const words = useGoalWords(target);
  const day = useDayWriter();
  const hasChart = isCharted && target.series.length > 0;
  return (
    <div className="fs-stack fs-stack--tight">
      <div className="fs-row">
        <strong>{target.indicatorName}</strong>
        <GoalStateTag state={target.state} />
      </div>
      {!hasChart && <p>{words.where}</p>}
      <p className="fs-soft">
        {words.sought} {text("goals.due", { day: day.both(target.dueOn) })}
      </p>
      {hasChart && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <GoalChart target={target} launchOn={launchOn} sentence={words.where} />
        </Suspense>
      )}
    </div>
  );
}
