import { useCallback } from "react";
import type { CoverageMapQuery } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { type StatusKind, StatusTag } from "#admin/ui/status-tag.tsx";

type Role = CoverageMapQuery["partnerCoverage"]["edges"][number]["node"]["roles"][number];

const kinds: Record<Role["state"], StatusKind> = {
  GAP: "problem",
  UNDELIVERED: "attention",
  LAPSING: "attention",
  STARTING: "waiting",
  COVERED: "good",
  OPEN: "skipped",
};

/** How a role is covered, by icon and word, with the day on which that ends and who has the role. */
export function CoverageCell({ role }: { role: Role | undefined }) {
  const text = useText();
  const write = useDayWriter();
  const stateWords = useStateWords();
  if (!role) return <span className="fs-soft">{text("coverage.notInDesign")}</span>;
  return (
    <span className="fs-stack fs-stack--tight">
      <StatusTag kind={kinds[role.state]}>{stateWords(role)}</StatusTag>
      {role.lapsesOn && role.state === "LAPSING" && (
        <span className="fs-soft">{text("coverage.until", { date: write.absolute(role.lapsesOn) })}</span>
      )}
      {role.holders.length > 0 && (
        <span className="fs-soft">
          {role.holders.map(({ organizationName }) => organizationName).join(", ")}
        </span>
      )}
    </span>
  );
}

function useStateWords() {
  const text = useText();
  return useCallback(
    ({ state, delivery, isRequired }: Role) => {
      if (state === "UNDELIVERED" && delivery === "NOTHING_PROMISED") return text("coverage.nothingPromised");
      const words = text(`coverage.state.${state}`);
      return isRequired || state === "OPEN" ? words : text("coverage.optional", { state: words });
    },
    [text],
  );
}

/** What a cell says, as a file has it. */
export function useCoverageWords() {
  const text = useText();
  const stateWords = useStateWords();
  return useCallback(
    (role: Role | undefined) => {
      if (!role) return text("coverage.notInDesign");
      const names = role.holders.map(({ organizationName }) => organizationName);
      const until = role.lapsesOn ? [text("coverage.until", { date: role.lapsesOn })] : [];
      return [stateWords(role), ...until, ...names].join("; ");
    },
    [text, stateWords],
  );
}
