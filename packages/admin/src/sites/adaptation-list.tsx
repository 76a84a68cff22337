import type { ReactNode } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { Day } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Named } from "./adaptable-part.ts";
import { useValueWords } from "./use-value-words.ts";

/** A difference from the release, as the API says it. */
export interface ShownAdaptation {
  readonly id?: string | null;
  readonly section: string;
  readonly key: string;
  readonly title: string;
  readonly change: "ADDED" | "LEFT_OUT" | "CHANGED";
  readonly field?: string | null;
  readonly fromValue?: unknown;
  readonly toValue?: unknown;
  readonly touchesCore: boolean;
  readonly coreComponents: readonly { readonly key: string; readonly name: string }[];
  /** Null while nobody has given a reason. */
  readonly reasonCode?: string | null;
  readonly reason?: string | null;
  readonly decidedOn?: string | null;
  readonly decidedBy?: string | null;
  readonly isPlanned?: boolean | null;
  readonly isConsistent?: boolean | null;
  readonly steeringDecidedOn?: string | null;
}

const nobody: readonly Named[] = [];

/** What a site does differently, each difference with its reason. */
export function AdaptationList({
  adaptations,
  ownerRoles = nobody,
  below,
}: {
  adaptations: readonly ShownAdaptation[];
  ownerRoles?: readonly Named[];
  /** Under each difference: what can be done about it. */
  below?: (adaptation: ShownAdaptation) => ReactNode;
}) {
  const text = useText();
  return (
    <ul className="fs-plain fs-stack fs-stack--tight">
      {adaptations.map((adaptation) => (
        <li
          key={adaptation.id ?? `${adaptation.section}:${adaptation.key}:${adaptation.field ?? ""}`}
          className="fs-card"
        >
          <strong>{adaptation.title}</strong>: <Difference adaptation={adaptation} ownerRoles={ownerRoles} />{" "}
          {adaptation.touchesCore && (
            <StatusTag kind="attention">{text("sites.adapt.touchesCore")}</StatusTag>
          )}
          {adaptation.coreComponents.length > 0 && (
            <p>
              {text("sites.adapt.touches", {
                components: adaptation.coreComponents.map(({ name }) => name).join("; "),
              })}
            </p>
          )}
          <p className="fs-soft">
            {adaptation.reasonCode
              ? `${text(`sites.reason.${adaptation.reasonCode}`)}: ${adaptation.reason ?? ""}`
              : text("sites.adapt.noReason")}
            {adaptation.decidedOn && (
              <>
                {" "}
                · <Day date={adaptation.decidedOn} isRelative={false} />
              </>
            )}
            <DecidedBy adaptation={adaptation} />
          </p>
          {below?.(adaptation)}
        </li>
      ))}
    </ul>
  );
}

function Difference({
  adaptation: { change, field, fromValue, toValue },
  ownerRoles,
}: {
  adaptation: ShownAdaptation;
  ownerRoles: readonly Named[];
}) {
  const text = useText();
  const words = useValueWords(ownerRoles);
  if (change === "ADDED") return text("sites.adapt.added");
  if (change === "LEFT_OUT") return text("sites.adapt.leftOut");
  return text("sites.adapt.changedFrom", {
    field: text(`sites.field.${field ?? ""}`),
    from: words(field, fromValue),
    to: words(field, toValue),
  });
}

/** Who decided it, and for what touches the core when the steering committee did. */
function DecidedBy({ adaptation: { decidedBy, steeringDecidedOn } }: { adaptation: ShownAdaptation }) {
  const text = useText();
  return (
    <>
      {decidedBy && ` · ${text(`sites.decider.${decidedBy}`)}`}
      {steeringDecidedOn && (
        <>
          {" · "}
          {text("sites.adapt.steering.on")} <Day date={steeringDecidedOn} isRelative={false} />
        </>
      )}
    </>
  );
}
