import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const takeMutation = graphql(`
  mutation TakeProposals($input: TakeProposalsInput!) {
    takeProposals(input: $input) {
      ... on ProposalsTaken {
        draftId
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

const entrySchema = z.object({ answer: z.string().trim().max(2000) });

/** What was taken, and the draft that has it; null where the newest release says it already. */
export interface Taken {
  readonly title: string;
  readonly draftId: string | null;
}

export interface TakeProposalsProps {
  title: string;
  proposalIds: readonly string[];
  onTaken: (taken: Taken) => void;
}

/** Takes a proposed change into the draft of the next release; offered to those who write drafts. */
export function TakeProposals({ title, proposalIds, onTaken }: TakeProposalsProps) {
  const text = useText();
  const mayWrite = useMay("template.author");
  const [take] = useMutation(takeMutation, {
    refetchQueries: ["ProposalsPage"],
    awaitRefetchQueries: true,
  });
  if (!mayWrite) return null;
  return (
    <FormDialog
      action={text("proposals.take")}
      actionLabel={`${text("proposals.take")}: ${title}`}
      title={text("proposals.take.ask", { title })}
      lead={<p>{text("proposals.take.lead")}</p>}
      schema={entrySchema}
      defaultValues={{ answer: "" }}
      saveLabel={text("proposals.take")}
      save={async ({ answer }) => {
        const { data } = await take({ variables: { input: { proposalIds: [...proposalIds], answer } } });
        const outcome = data?.takeProposals;
        if (outcome?.__typename === "ProposalsTaken") onTaken({ title, draftId: outcome.draftId ?? null });
        return outcome?.__typename === "ProposalRefused" ? outcome.findings : [];
      }}
    >
      <TextAreaField
        name="answer"
        label={text("proposals.take.answer")}
        help={text("proposals.take.help")}
        rows={3}
      />
    </FormDialog>
  );
}
