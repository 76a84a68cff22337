import { useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import { type Named, type Part, touchesCore } from "./adaptable-part.ts";
import { AdaptationDialog } from "./adaptation-dialog.tsx";
import { useValueWords } from "./use-value-words.ts";
import type { AdaptationEntry } from "./site-form.ts";

export interface AdaptationChooserProps {
  parts: readonly Part[];
  coreComponents: readonly { key: string; name: string }[];
  ownerRoles: readonly Named[];
  chosen: readonly AdaptationEntry[];
  onChange: (chosen: readonly AdaptationEntry[]) => void;
  /** Said while nothing is chosen. */
  nothingYet: string;
  /** Keeps a difference that is being described on this computer, under this name. */
  draft?: string | undefined;
}

const sections = [
  "POSITIONS",
  "TRAININGS",
  "PARTNER_ROLES",
  "ACTIVITIES",
  "GOVERNANCE_BODIES",
  "CHECKLIST_ITEMS",
  "GOALS",
] as const;

/** Chooses parts of a design to leave out or change: what was chosen on top, then every part by section. */
export function AdaptationChooser(props: AdaptationChooserProps) {
  const text = useText();
  const { parts, chosen, onChange } = props;
  const [part, setPart] = useState<Part>();
  return (
    <div className="fs-stack">
      <ChosenList {...props} />
      {sections.map((section) => {
        const ofSection = parts.filter((each) => each.section === section);
        if (ofSection.length === 0) return null;
        return (
          <details key={section} className="fs-parts">
            <summary>
              {text(`sites.section.${section}`)} <span className="fs-soft">({ofSection.length})</span>
            </summary>
            <ul className="fs-plain">
              {ofSection.map((each) => (
                <PartRow
                  key={each.key}
                  part={each}
                  isChosen={chosen.some((entry) => entry.section === section && entry.key === each.key)}
                  onChoose={() => {
                    setPart(each);
                  }}
                />
              ))}
            </ul>
          </details>
        );
      })}
      {part && (
        <AdaptationDialog
          key={`${part.section}:${part.key}`}
          part={part}
          draft={props.draft && `${props.draft}-${part.section}-${part.key}`}
          coreComponents={props.coreComponents}
          ownerRoles={props.ownerRoles}
          onClose={() => {
            setPart(undefined);
          }}
          onChoose={(entry) => {
            const others = chosen.filter((each) => !isSame(each, entry));
            onChange([...others, entry]);
            setPart(undefined);
          }}
        />
      )}
    </div>
  );
}

/** Whether a new choice takes the place of an earlier one: the same field, or a part left out altogether. */
function isSame(earlier: AdaptationEntry, entry: AdaptationEntry): boolean {
  if (earlier.section !== entry.section || earlier.key !== entry.key) return false;
  return earlier.change === "LEFT_OUT" || entry.change === "LEFT_OUT" || earlier.field === entry.field;
}

function PartRow({ part, isChosen, onChoose }: { part: Part; isChosen: boolean; onChoose: () => void }) {
  const text = useText();
  return (
    <li className="fs-part">
      <span className="fs-part__words">
        <span className="fs-soft">{part.key}</span> {part.title}
        {part.isLaunchGate && <StatusTag kind="attention">{text("sites.gate")}</StatusTag>}
        {part.isCore && !part.isLaunchGate && <StatusTag kind="attention">{text("sites.core")}</StatusTag>}
        {isChosen && <StatusTag kind="partly">{text("sites.differs")}</StatusTag>}
      </span>
      <button
        type="button"
        className="usa-button usa-button--outline fs-small-button"
        onClick={onChoose}
        aria-label={text("sites.adapt.choose.of", { title: part.title })}
      >
        {text("sites.adapt.choose")}
      </button>
    </li>
  );
}

function ChosenList({ parts, ownerRoles, chosen, onChange, nothingYet }: AdaptationChooserProps) {
  const text = useText();
  const words = useValueWords(ownerRoles);
  if (chosen.length === 0) return <p>{nothingYet}</p>;
  return (
    <ul className="fs-plain fs-stack fs-stack--tight">
      {chosen.map((entry) => {
        const part = parts.find((each) => each.section === entry.section && each.key === entry.key);
        const isCoreTouched = part !== undefined && touchesCore(part, entry.field);
        return (
          <li key={`${entry.section}:${entry.key}:${entry.field ?? ""}`} className="fs-card fs-chosen">
            <div>
              <strong>{entry.title}</strong>:{" "}
              {entry.change === "LEFT_OUT"
                ? text("sites.adapt.leftOut")
                : text("sites.adapt.changedTo", {
                    field: text(`sites.field.${entry.field ?? ""}`),
                    value: words(entry.field, entry.value),
                  })}
              {isCoreTouched && <StatusTag kind="attention">{text("sites.adapt.touchesCore")}</StatusTag>}
              <p className="fs-soft">
                {text(`sites.reason.${entry.reasonCode}`)}: {entry.reason}
              </p>
            </div>
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => {
                onChange(chosen.filter((each) => each !== entry));
              }}
              aria-label={text("sites.adapt.takeBack.of", { title: entry.title })}
            >
              {text("sites.adapt.takeBack")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
