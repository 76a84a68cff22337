import { useCallback } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";

/** Where a site stands, as the API says it. */
export type SiteStage = "PREPARING" | "HELD_AT_GATES" | "LAUNCHED";

const kinds: Readonly<Record<SiteStage, StatusKind>> = {
  PREPARING: "waiting",
  HELD_AT_GATES: "blocked",
  LAUNCHED: "good",
};

export function SiteStageTag({ stage }: { stage: SiteStage }) {
  const text = useText();
  return <StatusTag kind={kinds[stage]}>{text(`sites.stage.${stage}`)}</StatusTag>;
}

/** "in 12 days", "today" or "4 years ago", for the launch of a site. */
export function useLaunchWords(): (daysToLaunch: number) => string {
  const text = useText();
  const { fromToday } = useDayWriter();
  return useCallback(
    (days) => (days === 0 ? text("sites.launch.today") : fromToday(days)),
    [text, fromToday],
  );
}
