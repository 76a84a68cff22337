import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const declineMutation = graphql(`
  mutation DeclineOffer($input: DeclineOfferInput!) {
    declineOffer(input: $input) {
      ... on OfferDeclined {
        site {
          id
        }
      }
      ... on OfferRefused {
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

const entrySchema = z.object({ reason: z.string().trim().min(3, "ui.form.required").max(2000) });

/** What declining an offer needs of it. */
interface DeclinedOffer {
  readonly id: string;
  readonly siteId: string;
  readonly version: string;
  readonly revision: number;
}

/** Says no to an offer, after asking why: whoever made it reads the reason. */
export function DeclineOffer({ offer }: { offer: DeclinedOffer }) {
  const text = useText();
  const [decline] = useMutation(declineMutation, {
    refetchQueries: ["SiteOffers"],
    awaitRefetchQueries: true,
  });
  return (
    <FormDialog
      action={text("offers.decline")}
      title={text("offers.decline.ask", { version: offer.version })}
      schema={entrySchema}
      defaultValues={{ reason: "" }}
      saveLabel={text("offers.decline")}
      save={async ({ reason }) => {
        const input = { siteId: offer.siteId, offerId: offer.id, expectedRevision: offer.revision, reason };
        const { data } = await decline({ variables: { input } });
        const outcome = data?.declineOffer;
        return outcome?.__typename === "OfferRefused" ? outcome.findings : [];
      }}
    >
      <TextAreaField
        name="reason"
        label={text("offers.decline.reason")}
        help={text("offers.decline.help")}
        rows={3}
      />
    </FormDialog>
  );
}
