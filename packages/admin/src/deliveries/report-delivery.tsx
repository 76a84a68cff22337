import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { NumberField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";
import type { ShownPeriod, ShownPledge } from "./pledge-card.tsx";

const reportMutation = graphql(`
  mutation ReportDelivery($input: ReportDeliveryInput!) {
    reportDelivery(input: $input) {
      ... on DeliveryReported {
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

const entrySchema = z.object({
  amount: z
    .number("deliveries.amount.range")
    .int("deliveries.amount.range")
    .min(0, "deliveries.amount.range")
    .max(1_000_000, "deliveries.amount.range"),
});

/** Reports what was delivered in a period; a second report stands beside the first. */
export function ReportDelivery({ pledge, period }: { pledge: ShownPledge; period: ShownPeriod }) {
  const text = useText();
  const inWords = useFindingWordsOf("deliveries", "ours");
  const [report] = useMutation(reportMutation);
  const isFirst = period.reports.length === 0;
  const action = text(isFirst ? "deliveries.report" : "deliveries.reportAnew");
  return (
    <FormDialog
      action={action}
      actionLabel={`${action}: ${pledge.title}, ${period.period}`}
      isQuiet
      title={text("deliveries.report.title", { title: pledge.title, period: period.period })}
      lead={!isFirst && <p>{text("deliveries.reportAnew.sentence")}</p>}
      schema={entrySchema}
      defaultValues={{}}
      saveLabel={text("deliveries.report.save")}
      save={async ({ amount }) => {
        const key = { jurisdictionId: pledge.jurisdictionId, pledgeId: pledge.id };
        const { data } = await report({ variables: { input: { ...key, period: period.period, amount } } });
        const outcome = data?.reportDelivery;
        return outcome?.__typename === "DeliveryRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <NumberField
        name="amount"
        label={text("deliveries.amount", { unit: pledge.unit })}
        help={text("deliveries.amount.help")}
        min={0}
        step={1}
      />
    </FormDialog>
  );
}
