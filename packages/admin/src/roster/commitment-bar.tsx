import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import "./roster.css";

export interface CommitmentBarProps {
  /** Null where the position asks for no commitment. */
  commitment:
    | {
        endsOn: string;
        daysLeft: number;
        within?: number | null;
        elapsed: number;
        leaveDays: number;
        endsWithLeaveOn: string;
      }
    | null
    | undefined;
}

/** How far a commitment to stay has come: a bar, its last day in words, also with leave made up, and a mark when it is near. */
export function CommitmentBar({ commitment }: CommitmentBarProps) {
  const text = useText();
  const write = useDayWriter();
  if (!commitment) return <span className="fs-soft">{text("roster.commitment.none")}</span>;
  const { endsOn, daysLeft, within, elapsed, leaveDays, endsWithLeaveOn } = commitment;
  return (
    <div className="fs-commitment">
      <svg className="fs-commitment__bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="fs-commitment__whole" x="0" y="0" width="100" height="8" rx="2" />
        <rect className="fs-commitment__behind" x="0" y="0" width={elapsed * 100} height="8" rx="2" />
      </svg>
      <span>
        {text(daysLeft < 0 ? "roster.commitment.ended" : "roster.commitment.until", {
          date: write.absolute(endsOn),
        })}
      </span>
      {leaveDays > 0 && (
        <span className="fs-soft">
          {text("roster.commitment.withLeave", { days: leaveDays, date: write.absolute(endsWithLeaveOn) })}
        </span>
      )}
      {typeof within === "number" && daysLeft >= 0 && (
        <StatusTag kind="attention">{text("roster.commitment.daysLeft", { days: daysLeft })}</StatusTag>
      )}
    </div>
  );
}
