import { useCallback } from "react";
import { useText } from "#admin/i18n/use-text.ts";
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

/** "in 12 days", "today" or "12 days ago", for the launch of a site. */
export function useLaunchWords(): (daysToLaunch: number) => string {
  const text = useText();
  return useCallback(
    (days) => {
      if (days === 0) return text("sites.launch.today");
      return days > 0 ? text("sites.launch.ahead", { days }) : text("sites.launch.past", { days: -days });
    },
    [text],
  );
}
