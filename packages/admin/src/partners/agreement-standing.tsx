import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { type StatusKind, StatusTag } from "#admin/ui/status-tag.tsx";

export interface Standing {
  readonly kind: "UNSIGNED" | "NOT_YET_CURRENT" | "CURRENT" | "LAPSING" | "LAPSED";
  readonly on?: string | null;
  readonly daysLeft?: number | null;
}

const kinds: Record<Standing["kind"], StatusKind> = {
  UNSIGNED: "waiting",
  NOT_YET_CURRENT: "waiting",
  CURRENT: "good",
  LAPSING: "attention",
  LAPSED: "problem",
};

/** How the agreement of a partnership stands, by icon and word, with the day that matters. */
export function AgreementStanding({ standing }: { standing: Standing }) {
  const text = useText();
  const write = useDayWriter();
  const { kind, on, daysLeft } = standing;
  return (
    <span className="fs-stack fs-stack--tight">
      <StatusTag kind={kinds[kind]}>
        {text(`partners.standing.${kind}`, { days: Math.abs(daysLeft ?? 0) })}
      </StatusTag>
      {on ? (
        <span className="fs-soft">{text(`partners.standing.${kind}.on`, { date: write.absolute(on) })}</span>
      ) : (
        kind === "CURRENT" && <span className="fs-soft">{text("partners.standing.noEnd")}</span>
      )}
    </span>
  );
}
