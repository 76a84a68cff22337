import { useFormContext } from "react-hook-form";
import { useText } from "#admin/i18n/use-text.ts";
import { CheckField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";

export interface Namesake {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
}

export interface NamesakeListProps {
  namesakes: readonly Namesake[];
  /** Takes one of them in place of a new person; left out where that makes no sense. */
  onTake?: (id: string) => void;
}

/** Somebody of the same name is on the roster: the person decides whether it is the same one. */
export function NamesakeList({ namesakes, onTake }: NamesakeListProps) {
  const text = useText();
  const { setValue } = useFormContext();
  if (namesakes.length === 0) return null;
  return (
    <Notice kind="warning" isLive title={text("roster.namesake.title")}>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {namesakes.map(({ id, name, rank }) => (
          <li key={id} className="fs-row">
            <span>
              {name}, {rank}
            </span>
            {onTake && (
              <button
                type="button"
                className="usa-button usa-button--outline fs-small-button"
                onClick={() => {
                  setValue("officerId", id, { shouldDirty: true });
                  onTake(id);
                }}
              >
                {text("roster.namesake.take")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <CheckField name="isAnotherPerson" label={text("roster.namesake.other")} />
    </Notice>
  );
}
