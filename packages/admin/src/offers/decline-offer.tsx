import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Dialog } from "#admin/ui/dialog.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextAreaField } from "#admin/ui/field.tsx";

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
  const [isAsking, setAsking] = useState(false);
  const [decline] = useMutation(declineMutation, {
    refetchQueries: ["SiteOffers"],
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
        {text("offers.decline")}
      </button>
      <Dialog
        title={text("offers.decline.ask", { version: offer.version })}
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
      >
        <EntityForm
          schema={entrySchema}
          defaultValues={{ reason: "" }}
          saveLabel={text("offers.decline")}
          save={async ({ reason }) => {
            const input = {
              siteId: offer.siteId,
              offerId: offer.id,
              expectedRevision: offer.revision,
              reason,
            };
            const { data } = await decline({ variables: { input } });
            const outcome = data?.declineOffer;
            return outcome?.__typename === "OfferRefused" ? outcome.findings : [];
          }}
          onSaved={() => {
            setAsking(false);
          }}
        >
          <TextAreaField
            name="reason"
            label={text("offers.decline.reason")}
            help={text("offers.decline.help")}
            rows={3}
          />
        </EntityForm>
      </Dialog>
    </>
  );
}
