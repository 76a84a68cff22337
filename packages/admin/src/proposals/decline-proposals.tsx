import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Dialog } from "#admin/ui/dialog.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextAreaField } from "#admin/ui/field.tsx";

const declineMutation = graphql(`
  mutation DeclineProposals($input: DeclineProposalsInput!) {
    declineProposals(input: $input) {
      ... on ProposalsDeclined {
        declinedCount
      }
      ... on ProposalRefused {
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

const entrySchema = z.object({ answer: z.string().trim().min(3, "ui.form.required").max(2000) });

/** Says no to a proposed change, with an answer that the cities read. */
export function DeclineProposals({ title, proposalIds }: { title: string; proposalIds: readonly string[] }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const [decline] = useMutation(declineMutation, {
    refetchQueries: ["ProposalsPage"],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <div className="fs-row">
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-label={`${text("proposals.decline")}: ${title}`}
          onClick={() => {
            setAsking(true);
          }}
        >
          {text("proposals.decline")}
        </button>
      </div>
      <Dialog
        title={text("proposals.decline.ask", { title })}
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
      >
        <EntityForm
          schema={entrySchema}
          defaultValues={{ answer: "" }}
          saveLabel={text("proposals.decline")}
          save={async ({ answer }) => {
            const { data } = await decline({
              variables: { input: { proposalIds: [...proposalIds], answer } },
            });
            const outcome = data?.declineProposals;
            return outcome?.__typename === "ProposalRefused" ? outcome.findings : [];
          }}
          onSaved={() => {
            setAsking(false);
          }}
        >
          <TextAreaField
            name="answer"
            label={text("proposals.decline.answer")}
            help={text("proposals.decline.help")}
            rows={3}
          />
        </EntityForm>
      </Dialog>
    </>
  );
}
