import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { MaybeKnown } from "#admin/ui/maybe-known.tsx";

export interface LookAlike {
  readonly id: string;
  readonly publicName: string;
  readonly legalName: string;
}

export interface LookAlikeListProps {
  organizations: readonly LookAlike[];
  /** Takes one of them in place of a new one; without it each leads to its own page. */
  onTake?: (id: string) => void;
}

/** Organizations with a similar name are known: the person decides whether one of them is meant. */
export function LookAlikeList({ organizations, onTake }: LookAlikeListProps) {
  const text = useText();
  return (
    <MaybeKnown
      title={text("partners.alike.title")}
      known={organizations.map(({ id, publicName, legalName }) => ({
        id,
        label: (
          <>
            <Link to={`/partners/${id}`}>{publicName}</Link>
            <span className="fs-soft"> · {legalName}</span>
          </>
        ),
      }))}
      takeLabel={text("partners.alike.take")}
      onTake={onTake}
      other={{ name: "isAnotherOrganization", label: text("partners.alike.other") }}
    />
  );
}
