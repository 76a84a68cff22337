import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { OpenSiteStep } from "./open-site-steps.tsx";
import type { SiteForm } from "./site-form.ts";

const saveDraftMutation = graphql(`
  mutation UseSiteDraft_save($input: SaveSiteDraftInput!) {
    saveSiteDraft(input: $input) {
      ... on SiteDraftSaved {
        draft {
          id
          revision
          form
        }
      }
    }
  }
`);

/** A form as the server keeps it; without an id it is new. */
export interface KeptForm {
  readonly id: string | undefined;
  readonly revision: number | undefined;
  readonly form: SiteForm;
}

/** A half-filled form, and the ways on from a step of it. */
export interface SiteDraftWork extends KeptForm {
  /** Keeps these answers on the server, and stays. */
  readonly keep: (answers: SiteForm) => Promise<void>;
  /** Keeps these answers on the server and goes on to a step. */
  readonly goOn: (step: OpenSiteStep) => Promise<void>;
}

/** Keeps the guided form on the server: from its first answer it can be gone on with anywhere. */
export function useSiteDraft(kept: KeptForm): SiteDraftWork {
  const [current, setCurrent] = useState(kept);
  const latest = useRef(kept);
  const [save] = useMutation(saveDraftMutation);
  const navigate = useNavigate();
  const keep = useCallback(
    async (answers: SiteForm) => {
      const form = { ...latest.current.form, ...answers };
      const { id, revision } = latest.current;
      const jurisdictionId = form.jurisdictionId ?? "";
      const { data } = await save({
        variables: { input: { id, expectedRevision: revision, jurisdictionId, form } },
      });
      const draft = data?.saveSiteDraft.draft;
      if (draft === undefined) throw new Error("The answer brought no draft");
      latest.current = { id: draft.id, revision: draft.revision, form };
      setCurrent(latest.current);
    },
    [save],
  );
  const goOn = useCallback(
    async (step: OpenSiteStep) => {
      await navigate({ to: "/sites/open", search: { draft: latest.current.id, step } } as never);
    },
    [navigate],
  );
  return { ...current, keep, goOn };
}
