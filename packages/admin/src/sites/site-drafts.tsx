import { useMutation, useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Moment } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { readSiteForm } from "./site-form.ts";

const siteDraftsQuery = graphql(`
  query SiteDrafts {
    siteDrafts {
      id
      form
      updatedAt
    }
  }
`);

const discardMutation = graphql(`
  mutation SiteDrafts_discard($id: ID!) {
    discardSiteDraft(id: $id) {
      ... on SiteDraftDiscarded {
        id
      }
    }
  }
`);

/** The forms that one began and did not finish, to go on with or to throw away. */
export function SiteDrafts() {
  const text = useText();
  const { data, refetch } = useQuery(siteDraftsQuery, { fetchPolicy: "cache-and-network" });
  const [discard] = useMutation(discardMutation);
  if (!data || data.siteDrafts.length === 0) return null;
  return (
    <Notice kind="note" title={text("sites.drafts.title")}>
      <ul className="fs-plain fs-stack fs-stack--tight">
        {data.siteDrafts.map((draft) => (
          <li key={draft.id} className="fs-row">
            <Link to="/sites/open" search={{ draft: draft.id }}>
              {readSiteForm(draft.form).name ?? text("sites.drafts.unnamed")}
            </Link>
            <span className="fs-soft">
              <Moment at={draft.updatedAt} />
            </span>
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => {
                void discard({ variables: { id: draft.id } }).then(() => refetch());
              }}
            >
              {text("sites.drafts.discard")}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
