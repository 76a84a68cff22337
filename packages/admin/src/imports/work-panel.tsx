import type { FragmentType } from "@apollo/client";
import { useFragment, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { WorkPanel_ImportFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { ProgressLine } from "#admin/ui/progress-line.tsx";

const workPanelFragment = graphql(`
  fragment WorkPanel_import on Import {
    id
    state
    progress {
      done
      total
      perSecond
    }
  }
`);

const cancelMutation = graphql(`
  mutation WorkPanel_cancel($id: ID!) {
    cancelImport(importId: $id) {
      ... on ImportCancelAsked {
        import {
          id
          state
        }
      }
    }
  }
`);

/** Long work under way: it goes on when one leaves the page, and can be stopped. */
export function WorkPanel({ shown }: { shown: FragmentType<WorkPanel_ImportFragment> }) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: workPanelFragment, from: shown });
  const [cancel] = useMutation(cancelMutation);
  const [isAsked, setIsAsked] = useState(false);
  if (!complete) return null;
  const { progress } = data;
  return (
    <div className="fs-card fs-stack" role="status">
      <ProgressLine
        label={text(`imports.work.${data.state}`)}
        done={progress?.done ?? 0}
        total={progress && progress.total > 0 ? progress.total : undefined}
        perSecond={progress?.perSecond}
        action={
          <button
            type="button"
            className="usa-button usa-button--outline fs-small-button"
            aria-disabled={isAsked}
            onClick={() => {
              setIsAsked(true);
              void cancel({ variables: { id: data.id } });
            }}
          >
            {text(isAsked ? "imports.canceling" : "imports.cancel")}
          </button>
        }
      />
      <p className="fs-soft">{text("imports.work.leave")}</p>
    </div>
  );
}
