import { useMutation } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Draft } from "./draft.ts";
import { DraftBase, DraftBehind } from "./draft-base.tsx";
import { DraftFrame } from "./draft-frame.tsx";
import { DraftFindings } from "./draft-findings.tsx";
import { DraftHead } from "./draft-head.tsx";
import { DraftChanges } from "./draft-changes.tsx";

const discardMutation = graphql(`
  mutation DiscardDraft($input: DiscardTemplateDraftInput!) {
    discardTemplateDraft(input: $input) {
      ... on TemplateDraftDiscarded {
        templateKey
      }
    }
  }
`);

const nothing = z.object({});

/** A draft as a whole: how far it is, what differs from the release before, what is to be put right. */
export function DraftPage() {
  const text = useText();
  return (
    <DraftFrame
      action={({ draft }) => (
        <>
          <Link to={`/authoring/${draft.id}/publish`} className="usa-button">
            {text("authoring.publish.title")}
          </Link>
          <Discard draft={draft} />
        </>
      )}
    >
      {({ draft, edits }) => (
        <>
          <Standing draft={draft} />
          <DraftBehind draft={draft} />
          <DraftBase draft={draft} />
          <DraftFindings draft={draft} />
          <section className="fs-stack fs-stack--tight" aria-labelledby="changes-title">
            <h2 id="changes-title">{text("authoring.changes", { count: draft.changes.length })}</h2>
            <DraftChanges draft={draft} />
          </section>
          <section className="fs-stack fs-stack--tight" aria-labelledby="head-title">
            <h2 id="head-title">{text("authoring.head")}</h2>
            <DraftHead key={draft.revision} draft={draft} edits={edits} />
          </section>
        </>
      )}
    </DraftFrame>
  );
}

/** Which release comes of it, how far it reaches, who was at it last. */
function Standing({ draft }: { draft: Draft }) {
  const text = useText();
  const day = useDayWriter();
  const { newestVersion, proposedVersion, level, siteCount, updatedBy, updatedAt } = draft;
  return (
    <Notice
      kind="note"
      title={
        newestVersion === null
          ? text("authoring.standing.first", { version: proposedVersion })
          : text(`authoring.standing.${level}`, { version: proposedVersion, newest: newestVersion })
      }
    >
      <p>{text("authoring.standing.sites", { count: siteCount })}</p>
      <p>{text("authoring.changed", { by: updatedBy, day: day.absolute(updatedAt.slice(0, 10)) })}</p>
    </Notice>
  );
}

function Discard({ draft }: { draft: Draft }) {
  const text = useText();
  const navigate = useNavigate();
  const [discard] = useMutation(discardMutation);
  return (
    <FormDialog
      action={text("authoring.discard")}
      title={text("authoring.discard.ask", { name: draft.name })}
      lead={<p>{text("authoring.discard.lead", { count: draft.changes.length })}</p>}
      schema={nothing}
      defaultValues={{}}
      saveLabel={text("authoring.discard")}
      save={async () => {
        await discard({ variables: { input: { draftId: draft.id, expectedRevision: draft.revision } } });
        return [];
      }}
      onSaved={() => void navigate({ to: "/authoring" })}
    >
      {null}
    </FormDialog>
  );
}
