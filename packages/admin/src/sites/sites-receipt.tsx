import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";

/** What came of a table. */
export interface OpenedSites {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly alreadyThere: readonly string[];
}

/** Says which sites are open now, and leads to each. */
export function SitesReceipt({ opened: { sites, alreadyThere } }: { opened: OpenedSites }) {
  const text = useText();
  return (
    <section className="fs-card fs-stack">
      <Notice kind="good" isLive title={text("sites.several.opened", { count: sites.length })}>
        {text("sites.several.opened.text")}
      </Notice>
      <ul>
        {sites.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/sites/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
      {alreadyThere.length > 0 && (
        <p>
          {text("sites.several.alreadyThere", { count: alreadyThere.length, names: alreadyThere.join(", ") })}
        </p>
      )}
      <div className="fs-row">
        <Link to="/sites" className="usa-button">
          {text("sites.several.toList")}
        </Link>
      </div>
    </section>
  );
}
