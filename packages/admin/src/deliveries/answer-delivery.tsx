import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { RadioField, TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";
import type { ShownPeriod, ShownPledge } from "./pledge-card.tsx";

const decideMutation = graphql(`
  mutation DecideDelivery($input: DecideDeliveryInput!) {
    decideDelivery(input: $input) {
      ... on DeliveryDecided {
        pledge {
          ...PledgeCard_pledge
        }
      }
      ... on DeliveryRefused {
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

const entrySchema = z
  .object({
    answer: z.enum(["CONFIRM", "RETURN"], "ui.form.choice"),
    reason: z.string().trim().max(500, "deliveries.reason.length"),
  })
  .refine(({ answer, reason }) => answer === "CONFIRM" || reason.length >= 10, {
    path: ["reason"],
    message: "deliveries.reason.length",
  });

/** Confirms the newest report of a period, or returns it with what to put right. */
export function AnswerDelivery({ pledge, period }: { pledge: ShownPledge; period: ShownPeriod }) {
  const text = useText();
  const inWords = useFindingWordsOf("deliveries", "ours");
  const [decide] = useMutation(decideMutation);
  const [newest] = period.reports;
  if (!newest) return null;
  const { id, revision, amount } = newest;
  const about = { period: period.period, amount, unit: pledge.unit };
  return (
    <FormDialog
      action={text("deliveries.answer")}
      actionLabel={`${text("deliveries.answer")}: ${pledge.title}, ${period.period}`}
      isQuiet
      title={text("deliveries.answer.title", { title: pledge.title, period: period.period })}
      lead={<p>{text("deliveries.answer.sentence", about)}</p>}
      schema={entrySchema}
      defaultValues={{ answer: "CONFIRM", reason: "" }}
      saveLabel={text("deliveries.answer.save")}
      save={async (entry: z.infer<typeof entrySchema>) => {
        const key = { jurisdictionId: pledge.jurisdictionId, id, expectedRevision: revision };
        const isConfirmed = entry.answer === "CONFIRM";
        const reason = isConfirmed ? undefined : entry.reason;
        const { data } = await decide({ variables: { input: { ...key, isConfirmed, reason } } });
        const outcome = data?.decideDelivery;
        return outcome?.__typename === "DeliveryRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <RadioField
        name="answer"
        label={text("deliveries.answer")}
        choices={(["CONFIRM", "RETURN"] as const).map((value) => ({
          value,
          label: text(`deliveries.answer.${value}`),
        }))}
      />
      <TextAreaField
        name="reason"
        label={text("deliveries.reason")}
        help={text("deliveries.reason.help")}
        rows={3}
        isOptional
      />
    </FormDialog>
  );
}
