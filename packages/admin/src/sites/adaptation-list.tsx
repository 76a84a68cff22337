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
  readonly change: "LEFT_OUT" | "CHANGED";
  readonly field?: string | null;
  readonly fromValue?: unknown;
  readonly toValue?: unknown;
  readonly touchesCore: boolean;
  readonly coreComponents: readonly { readonly key: string; readonly name: string }[];
  readonly reasonCode: string;
  readonly reason: string;
  readonly decidedOn?: string | null;
}

const nobody: readonly Named[] = [];

/** What a site does differently, each difference with its reason. */
export function AdaptationList({
  adaptations,
  ownerRoles = nobody,
}: {
  adaptations: readonly ShownAdaptation[];
  ownerRoles?: readonly Named[];
}) {
  const text = useText();
  const words = useValueWords(ownerRoles);
  return (
    <ul className="fs-plain fs-stack fs-stack--tight">
      {adaptations.map((adaptation) => (
        <li
          key={adaptation.id ?? `${adaptation.section}:${adaptation.key}:${adaptation.field ?? ""}`}
          className="fs-card"
        >
          <strong>{adaptation.title}</strong>:{" "}
          {adaptation.change === "LEFT_OUT"
            ? text("sites.adapt.leftOut")
            : text("sites.adapt.changedFrom", {
                field: text(`sites.field.${adaptation.field ?? ""}`),
                from: words(adaptation.field, adaptation.fromValue),
                to: words(adaptation.field, adaptation.toValue),
              })}{" "}
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
            {text(`sites.reason.${adaptation.reasonCode}`)}: {adaptation.reason}
            {adaptation.decidedOn && (
              <>
                {" "}
                · <Day date={adaptation.decidedOn} isRelative={false} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
