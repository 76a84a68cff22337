import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TextField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Draft } from "./draft.ts";
import { ChangeNotes } from "./change-notes.tsx";
import { DraftBehind } from "./draft-base.tsx";
import { DraftChanges } from "./draft-changes.tsx";
import { DraftFindings } from "./draft-findings.tsx";
import { DraftFrame } from "./draft-frame.tsx";

const publishMutation = graphql(`
  mutation PublishDraft($input: PublishTemplateDraftInput!) {
    publishTemplateDraft(input: $input) {
      ... on ReleasePublished {
        release {
          id
          version
        }
      }
      ... on ReleaseRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

/** What the release will change and why, its number, and the deed that nobody can take back. */
export function PublishDraftPage() {
  const text = useText();
  return (
    <DraftFrame title={() => text("authoring.publish.title")} sentence={text("authoring.publish.sentence")}>
      {({ draft, edits }) => (
        <>
          <DraftBehind draft={draft} />
          {draft.newestVersion === null || draft.changes.length === 0 ? (
            <DraftChanges draft={draft} />
          ) : (
            <section className="fs-stack fs-stack--tight" aria-labelledby="notes-title">
              <h2 id="notes-title">{text("authoring.notes", { count: draft.changes.length })}</h2>
              <p className="fs-soft">{text("authoring.notes.text")}</p>
              <ChangeNotes key={draft.revision} draft={draft} edits={edits} />
            </section>
          )}
          {draft.findings.some(({ severity }) => severity === "ERROR") && <DraftFindings draft={draft} />}
          <section className="fs-stack fs-stack--tight" aria-labelledby="publish-title">
            <h2 id="publish-title">{text("authoring.publish.number")}</h2>
            <Publish key={draft.revision} draft={draft} />
          </section>
        </>
      )}
    </DraftFrame>
  );
}

const schema = z.object({
  version: z
    .string()
    .trim()
    .regex(/^\d+\.\d+\.\d+$/, "authoring.publish.version.form"),
});

function Publish({ draft }: { draft: Draft }) {
  const text = useText();
  const navigate = useNavigate();
  const [publish] = useMutation(publishMutation);
  const errors = [...draft.findings, ...draft.releaseFindings].filter(({ severity }) => severity === "ERROR");
  const missing = errors.filter(({ code }) => code === "CHANGE_NOTE_MISSING").length;
  const others = draft.releaseFindings.filter(
    ({ code, severity }) =>
      severity === "ERROR" && code !== "CHANGE_NOTE_MISSING" && code !== "DRAFT_BEHIND_RELEASE",
  );
  return (
    <>
      {missing > 0 && (
        <Notice kind="warning">{text("authoring.publish.notesMissing", { count: missing })}</Notice>
      )}
      {others.map(({ code, message }) => (
        <Notice key={code} kind="warning">
          {message}
        </Notice>
      ))}
      <div className="fs-row">
        <FormDialog
          action={text("authoring.publish.open")}
          title={text("authoring.publish.ask", { name: draft.name })}
          lead={<p>{text("authoring.publish.lead", { count: draft.siteCount })}</p>}
          schema={schema}
          isUnguarded
          defaultValues={{ version: draft.proposedVersion }}
          saveLabel={text("authoring.publish")}
          save={async ({ version }) => {
            const input = { draftId: draft.id, expectedRevision: draft.revision, version };
            const outcome = (await publish({ variables: { input } })).data?.publishTemplateDraft;
            if (outcome?.__typename !== "ReleaseRefused") return [];
            return outcome.findings.map((finding) => ({
              ...finding,
              path: finding.path === "version" ? "version" : null,
            }));
          }}
          onSaved={({ version }) =>
            void navigate({ to: "/authoring", search: { published: version, of: draft.templateKey } })
          }
        >
          <TextField
            name="version"
            label={text("authoring.publish.version")}
            help={text(`authoring.publish.help.${draft.newestVersion === null ? "FIRST" : draft.level}`, {
              version: draft.proposedVersion,
            })}
          />
        </FormDialog>
      </div>
    </>
  );
}
