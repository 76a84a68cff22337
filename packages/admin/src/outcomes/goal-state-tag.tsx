import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";
import type { GoalTarget } from "./goal-card.tsx";

const kinds: Record<GoalTarget["state"], StatusKind> = {
  ON_TRACK: "good",
  OFF_TRACK: "problem",
  CANNOT_TELL: "partly",
  TOO_EARLY: "waiting",
  NO_DATA: "skipped",
};

/** Where a goal stands, by icon and word. */
export function GoalStateTag({ state }: { state: GoalTarget["state"] }) {
  const text = useText();
  return <StatusTag kind={kinds[state]}>{text(`goals.state.${state}`)}</StatusTag>;
}
