import { useCallback } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Finding } from "#admin/ui/finding.ts";

graphql(`
  fragment Obstacle_assignment on Assignment {
    id
    siteName
    positionTitle
    startsOn
    endedOn
    officer {
      id
      name
    }
  }
`);

interface Other {
  readonly siteName?: string | null;
  readonly positionTitle: string;
  readonly startsOn: string;
  readonly endedOn?: string | null;
  readonly officer: { readonly name: string };
}

/** Says in words which other assignment leaves no room. */
export function useObstacleWords(): (kind: "AssignmentOverlaps" | "SlotHeld", other: Other) => Finding {
  const text = useText();
  const write = useDayWriter();
  return useCallback(
    (kind, other) => {
      const values = {
        name: other.officer.name,
        position: other.positionTitle,
        site: other.siteName ?? text("roster.obstacle.otherSite"),
        from: write.absolute(other.startsOn),
        to: other.endedOn ? write.absolute(other.endedOn) : "",
        isOpen: String(!other.endedOn),
      };
      return { code: kind, severity: "ERROR", message: text(`roster.obstacle.${kind}`, values) };
    },
    [text, write],
  );
}
