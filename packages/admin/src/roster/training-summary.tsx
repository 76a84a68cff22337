import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";

export interface Standing {
  readonly trainingKey: string;
  readonly name: string;
  readonly state: "DONE" | "EXPIRING" | "EXPIRED" | "MISSING";
}

export const standingKinds: Record<Standing["state"], StatusKind> = {
  DONE: "good",
  EXPIRING: "attention",
  EXPIRED: "problem",
  MISSING: "problem",
};

/** How many of the trainings that a slot asks for its holder has, and which are lacking. */
export function TrainingSummary({ trainings }: { trainings: readonly Standing[] }) {
  const text = useText();
  if (trainings.length === 0) return <span className="fs-soft">{text("roster.training.none")}</span>;
  const lacking = trainings.filter(({ state }) => state === "MISSING" || state === "EXPIRED");
  const held = trainings.length - lacking.length;
  return (
    <div className="fs-stack fs-stack--tight">
      <StatusTag kind={lacking.length === 0 ? "good" : "attention"}>
        {text("roster.training.of", { held, total: trainings.length })}
      </StatusTag>
      {lacking.length > 0 && (
        <span className="fs-soft">
          {text("roster.training.lacks", { names: lacking.map(({ name }) => name).join(", ") })}
        </span>
      )}
    </div>
  );
}
