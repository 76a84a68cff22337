import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

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
  const [decline] = useMutation(declineMutation, {
    refetchQueries: ["ProposalsPage"],
    awaitRefetchQueries: true,
  });
  return (
    <FormDialog
      action={text("proposals.decline")}
      actionLabel={`${text("proposals.decline")}: ${title}`}
      title={text("proposals.decline.ask", { title })}
      schema={entrySchema}
      defaultValues={{ answer: "" }}
      saveLabel={text("proposals.decline")}
      save={async ({ answer }) => {
        const input = { proposalIds: [...proposalIds], answer };
        const { data } = await decline({ variables: { input } });
        const outcome = data?.declineProposals;
        return outcome?.__typename === "ProposalRefused" ? outcome.findings : [];
      }}
    >
      <TextAreaField
        name="answer"
        label={text("proposals.decline.answer")}
        help={text("proposals.decline.help")}
        rows={3}
      />
    </FormDialog>
  );
}
