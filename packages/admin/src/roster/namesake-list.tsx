import { useFormContext } from "react-hook-form";
import { useText } from "#admin/i18n/use-text.ts";
import { MaybeKnown } from "#admin/ui/maybe-known.tsx";

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
  const take =
    onTake &&
    ((id: string) => {
      setValue("officerId", id, { shouldDirty: true });
      onTake(id);
    });
  return (
    <MaybeKnown
      title={text("roster.namesake.title")}
      known={namesakes.map(({ id, name, rank }) => ({ id, label: `${name}, ${rank}` }))}
      takeLabel={text("roster.namesake.take")}
      onTake={take}
      other={{ name: "isAnotherPerson", label: text("roster.namesake.other") }}
    />
  );
}
