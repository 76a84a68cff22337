import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { CheckField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";

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
  if (organizations.length === 0) return null;
  return (
    <Notice kind="warning" isLive title={text("partners.alike.title")}>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {organizations.map(({ id, publicName, legalName }) => (
          <li key={id} className="fs-row">
            <span>
              <Link to={`/partners/${id}`}>{publicName}</Link>
              <span className="fs-soft"> · {legalName}</span>
            </span>
            {onTake && (
              <button
                type="button"
                className="usa-button usa-button--outline fs-small-button"
                onClick={() => {
                  onTake(id);
                }}
              >
                {text("partners.alike.take")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <CheckField name="isAnotherOrganization" label={text("partners.alike.other")} />
    </Notice>
  );
}
