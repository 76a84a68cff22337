import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TextField } from "#admin/ui/field.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { PartnershipForm, WithPartnership } from "./partnership-form.tsx";
import { useFindingWords } from "./use-finding-words.ts";
import type { PartnershipToChange } from "./use-partnership.ts";

const endMutation = graphql(`
  mutation EndPartnershipPage_end($input: EndPartnershipInput!) {
    endPartnership(input: $input) {
      ... on PartnershipEnded {
        partnership {
          id
          revision
          stage
          endedOn
        }
      }
      ... on PartnerChangeRefused {
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

const entrySchema = z.object({ endedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "partners.day.missing") });

/** Ends a partnership on its last day. */
export function EndPartnershipPage() {
  return <WithPartnership>{(partnership) => <EndPartnership partnership={partnership} />}</WithPartnership>;
}

function EndPartnership({ partnership }: { partnership: PartnershipToChange }) {
  const text = useText();
  const inWords = useFindingWords();
  const [end] = useMutation(endMutation);
  const { id, jurisdictionId, revision } = partnership;
  return (
    <PartnershipForm
      partnership={partnership}
      title={text("partners.end.title", { organization: partnership.organization.publicName })}
      sentence={text("partners.end.sentence", { role: partnership.roleTitle, site: partnership.siteName })}
      schema={entrySchema}
      defaultValues={{ endedOn: today(partnership.timeZone) }}
      saveLabel={text("partners.end")}
      save={async ({ endedOn }) => {
        const input = { jurisdictionId, id, expectedRevision: revision, endedOn };
        const { data } = await end({ variables: { input } });
        const outcome = data?.endPartnership;
        return outcome?.__typename === "PartnerChangeRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <TextField
        name="endedOn"
        type="date"
        label={text("partners.endedOn.field")}
        help={text("partners.endedOn.help")}
      />
    </PartnershipForm>
  );
}
