import { useMutation } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";
import { type PledgeEntry, pledgeInput, pledgeSchema } from "./pledge-entry.ts";
import { PledgeFields } from "./pledge-fields.tsx";

const addMutation = graphql(`
  mutation AddPledge($input: AddPledgeInput!) {
    addPledge(input: $input) {
      ... on PledgeAdded {
        pledge {
          id
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

/** Records a promise of a partnership. */
export function AddPledge(of: { jurisdictionId: string; partnershipId: string }) {
  const text = useText();
  const inWords = useFindingWordsOf("deliveries", "ours");
  const [add] = useMutation(addMutation, {
    refetchQueries: ["PartnershipPage"],
    awaitRefetchQueries: true,
  });
  return (
    <FormDialog
      action={text("deliveries.add")}
      title={text("deliveries.add.title")}
      lead={<p>{text("deliveries.add.sentence")}</p>}
      schema={pledgeSchema}
      defaultValues={{ title: "", unit: "", startsOn: "", endsOn: "" }}
      saveLabel={text("deliveries.add.save")}
      save={async (entry: PledgeEntry) => {
        const { data } = await add({ variables: { input: { ...of, ...pledgeInput(entry) } } });
        const outcome = data?.addPledge;
        return outcome?.__typename === "DeliveryRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <PledgeFields />
    </FormDialog>
  );
}
