import type { ReactNode } from "react";
import { CheckField } from "./field.tsx";
import { Notice } from "./notice.tsx";

export interface MaybeKnownProps {
  title: string;
  known: readonly { readonly id: string; readonly label: ReactNode }[];
  takeLabel: string;
  /** Takes one of them in place of a new one; left out where that makes no sense. */
  onTake?: ((id: string) => void) | undefined;
  /** The statement that none of them is meant, by the name of its value in the form. */
  other: { readonly name: string; readonly label: string };
}

/** What is being added looks like something that is there already: the person decides whether it is the same. */
export function MaybeKnown({ title, known, takeLabel, onTake, other }: MaybeKnownProps) {
  if (known.length === 0) return null;
  return (
    <Notice kind="warning" isLive title={title}>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {known.map(({ id, label }) => (
          <li key={id} className="fs-row">
            <span>{label}</span>
            {onTake && (
              <button
                type="button"
                className="usa-button usa-button--outline fs-small-button"
                onClick={() => {
                  onTake(id);
                }}
              >
                {takeLabel}
              </button>
            )}
          </li>
        ))}
      </ul>
      <CheckField name={other.name} label={other.label} />
    </Notice>
  );
}
