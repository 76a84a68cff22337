import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Dialog } from "#admin/ui/dialog.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextAreaField } from "#admin/ui/field.tsx";

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
  const [isAsking, setAsking] = useState(false);
  const [withdraw] = useMutation(withdrawMutation, {
    refetchQueries: ["FleetPage"],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => {
          setAsking(true);
        }}
      >
        {text("fleet.withdraw", { version })}
      </button>
      <Dialog
        title={text("fleet.withdraw.ask", { version })}
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{text("fleet.withdraw.sentence")}</p>
        <EntityForm
          schema={entrySchema}
          defaultValues={{ reason: "" }}
          saveLabel={text("fleet.withdraw.action")}
          save={async ({ reason }) => {
            await withdraw({ variables: { input: { releaseId, reason } } });
            return [];
          }}
          onSaved={() => {
            setAsking(false);
          }}
        >
          <TextAreaField name="reason" label={text("fleet.withdraw.reason")} rows={3} />
        </EntityForm>
      </Dialog>
    </>
  );
}
