import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { RadioField, TextAreaField, TextField } from "#admin/ui/field.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { PartnershipForm, WithPartnership } from "./partnership-form.tsx";
import { useFindingWords } from "./use-finding-words.ts";
import type { PartnershipToChange } from "./use-partnership.ts";

const changeMutation = graphql(`
  mutation ChangePartnershipPage_change($input: ChangePartnershipInput!) {
    changePartnership(input: $input) {
      ... on PartnershipChanged {
        partnership {
          id
          revision
          stage
          stages {
            stage
            since
          }
          deliverable
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

const entrySchema = z.object({
  stage: z.enum(["IDENTIFIED", "IN_TALKS", "AGREED", "ACTIVE", "PAUSED"], "ui.form.choice"),
  since: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "partners.day.missing"),
  deliverable: z.string().trim().max(500, "partners.tooLong"),
});

/** Moves a partnership to another stage, or says anew what the organization brings. */
export function ChangePartnershipPage() {
  return (
    <WithPartnership>{(partnership) => <ChangePartnership partnership={partnership} />}</WithPartnership>
  );
}

function ChangePartnership({ partnership }: { partnership: PartnershipToChange }) {
  const text = useText();
  const inWords = useFindingWords();
  const [change] = useMutation(changeMutation);
  const { id, jurisdictionId, revision, stage, deliverable, timeZone } = partnership;
  const stages = [stage, ...partnership.followingStages];
  return (
    <PartnershipForm
      partnership={partnership}
      title={text("partners.stage.change")}
      schema={entrySchema}
      defaultValues={{
        stage: stage === "ENDED" ? undefined : stage,
        since: today(timeZone),
        deliverable: deliverable ?? "",
      }}
      saveLabel={text("partners.stage.save")}
      save={async (entry: z.infer<typeof entrySchema>) => {
        const input = { jurisdictionId, id, expectedRevision: revision, ...entry };
        const { data } = await change({ variables: { input } });
        const outcome = data?.changePartnership;
        return outcome?.__typename === "PartnerChangeRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <RadioField
        name="stage"
        label={text("partners.stage")}
        choices={stages.map((value) => ({
          value,
          label: text(`partners.stage.${value}`),
          help: text(`partners.stage.${value}.help`),
        }))}
      />
      <TextField
        name="since"
        type="date"
        label={text("partners.stage.since")}
        help={text("partners.stage.since.help")}
      />
      <TextAreaField
        name="deliverable"
        label={text("partners.deliverable")}
        help={text("partners.deliverable.help")}
        rows={2}
        isOptional
      />
    </PartnershipForm>
  );
}
