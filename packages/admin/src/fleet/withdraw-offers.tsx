import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const withdrawMutation = graphql(`
  mutation WithdrawOffers($input: WithdrawOffersInput!) {
    withdrawOffers(input: $input) {
      ... on OffersWithdrawn {
        withdrawnCount
      }
    }
  }
`);

const entrySchema = z.object({ reason: z.string().trim().min(3, "ui.form.required").max(2000) });

/** Takes back one's offers of a release that nobody has answered, after asking why. */
export function WithdrawOffers({ releaseId, version }: { releaseId: string; version: string }) {
  const text = useText();
  const [withdraw] = useMutation(withdrawMutation, {
    refetchQueries: ["FleetPage"],
    awaitRefetchQueries: true,
  });
  return (
    <FormDialog
      action={text("fleet.withdraw", { version })}
      title={text("fleet.withdraw.ask", { version })}
      lead={<p>{text("fleet.withdraw.sentence")}</p>}
      schema={entrySchema}
      defaultValues={{ reason: "" }}
      saveLabel={text("fleet.withdraw.action")}
      save={async ({ reason }) => {
        await withdraw({ variables: { input: { releaseId, reason } } });
        return [];
      }}
    >
      <TextAreaField name="reason" label={text("fleet.withdraw.reason")} rows={3} />
    </FormDialog>
  );
}
