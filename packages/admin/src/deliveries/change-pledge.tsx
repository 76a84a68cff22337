import { useMutation } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";
import type { ShownPledge } from "./pledge-card.tsx";
import { type PledgeEntry, pledgeInput, pledgeSchema } from "./pledge-entry.ts";
import { PledgeFields } from "./pledge-fields.tsx";

const changeMutation = graphql(`
  mutation ChangePledge($input: ChangePledgeInput!) {
    changePledge(input: $input) {
      ... on PledgeChanged {
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

/** Puts a promise right, or gives it a last day. */
export function ChangePledge({ pledge }: { pledge: ShownPledge }) {
  const text = useText();
  const inWords = useFindingWordsOf("deliveries", "ours");
  const [change] = useMutation(changeMutation);
  const { id, jurisdictionId, revision, title, unit, amountPerPeriod, periodKind, startsOn, endsOn } = pledge;
  return (
    <FormDialog
      action={text("deliveries.change")}
      actionLabel={`${text("deliveries.change")}: ${title}`}
      isQuiet
      title={text("deliveries.change.title")}
      lead={<p>{text("deliveries.change.sentence")}</p>}
      schema={pledgeSchema}
      defaultValues={{ title, unit, amountPerPeriod, periodKind, startsOn, endsOn: endsOn ?? "" }}
      saveLabel={text("deliveries.change.save")}
      save={async (entry: PledgeEntry) => {
        const key = { jurisdictionId, id, expectedRevision: revision };
        const { data } = await change({ variables: { input: { ...key, ...pledgeInput(entry) } } });
        const outcome = data?.changePledge;
        return outcome?.__typename === "DeliveryRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <PledgeFields />
    </FormDialog>
  );
}
