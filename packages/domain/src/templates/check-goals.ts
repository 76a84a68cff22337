import {
  refusedAsGoal,
  refusedByCode,
  refusedByTitle,
  type Goal,
  type GoalRefusal,
  type Indicator,
} from "../outcomes/index.ts";
import type { Finding } from "../shared/index.ts";
import type { ContentParts } from "./template-content.ts";

const refusedWords: Record<GoalRefusal, string> = {
  arrests: "arrests",
  citations: "citations",
  stops: "stops",
  fieldInterviews: "field interviews",
  gangDatabaseEntries: "gang-database entries",
  perOfficer: "a measure of single officers",
};

function refusalOf(goal: Goal, indicators: ReadonlyMap<string, Indicator>): GoalRefusal | undefined {
  for (const target of goal.targets) {
    const indicator = indicators.get(target.indicator);
    const refusal = indicator === undefined ? refusedByCode(target.indicator) : refusedAsGoal(indicator);
    if (refusal !== undefined) return refusal;
  }
  return refusedByTitle(goal);
}

/** Findings on goals that the engine refuses, goals that seek nothing, and goals on what is neither good nor bad. */
export function findGoalFaults(content: ContentParts, indicators: ReadonlyMap<string, Indicator>): Finding[] {
  return content.goals.flatMap((goal): Finding[] => {
    const path = `goals.${goal.key}`;
    if (goal.targets.length === 0) {
      const message = `"${goal.key}" has no indicator. Name at least one, with the change or level sought.`;
      return [{ code: "GOAL_WITHOUT_INDICATOR", severity: "error", path, message }];
    }
    const refusal = refusalOf(goal, indicators);
    if (refusal !== undefined) {
      const message = `"${goal.key}" makes a goal of ${refusedWords[refusal]}. These may be shown beside outcomes and may never be a goal. Choose what residents gain instead.`;
      return [{ code: "GOAL_REFUSED", severity: "error", path, message }];
    }
    return goal.targets
      .filter((target) => indicators.get(target.indicator)?.direction === "context")
      .map((target) => ({
        code: "GOAL_ON_CONTEXT",
        severity: "warning",
        path,
        message: `"${goal.key}" seeks a change of ${target.indicator}, of which neither more nor less is better by itself. Say in a note why it is a goal here.`,
      }));
  });
}
