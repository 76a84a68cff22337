import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { GoalsPanelQuery } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { TextAreaField, TextField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";

const saveMutation = graphql(`
  mutation ComparisonArea_save($input: SaveComparisonAreaInput!) {
    saveComparisonArea(input: $input) {
      ... on ComparisonAreaSaved {
        site {
          id
        }
      }
      ... on SaveComparisonAreaRefused {
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

export interface ComparisonAreaProps {
  siteId: string;
  area: NonNullable<GoalsPanelQuery["site"]>["comparisonArea"];
}

/** The area that the site's change is held against, and why it was chosen; the whole city while none is named. */
export function ComparisonArea({ siteId, area }: ComparisonAreaProps) {
  const text = useText();
  const mayName = useMay("goal.manage");
  return (
    <section className="fs-card fs-goal" aria-labelledby="comparison-area">
      <div className="fs-row fs-row--apart">
        <h3 id="comparison-area">{text("goals.area.title")}</h3>
        {mayName && <NameArea siteId={siteId} area={area} />}
      </div>
      {area ? (
        <>
          <p>
            <strong>{area.name}</strong>
          </p>
          <p>{text("goals.area.why", { reason: area.chosenBecause })}</p>
          <p className="fs-soft">{text("goals.area.figures", { name: area.name })}</p>
        </>
      ) : (
        <p className="fs-soft">{text("goals.area.none")}</p>
      )}
    </section>
  );
}

const areaSchema = z.object({
  name: z.string().trim().min(1, "ui.form.required").max(200),
  chosenBecause: z.string().trim().min(10, "goals.area.reasonShort").max(2000),
});

function NameArea({ siteId, area }: ComparisonAreaProps) {
  const text = useText();
  const inWords = useFindingWordsOf("goals", "server");
  const [save] = useMutation(saveMutation, { refetchQueries: ["GoalsPanel"], awaitRefetchQueries: true });
  return (
    <FormDialog
      action={text(area ? "goals.area.change.do" : "goals.area.name.do")}
      title={text("goals.area.form")}
      schema={areaSchema}
      defaultValues={{ name: area?.name ?? "", chosenBecause: area?.chosenBecause ?? "" }}
      saveLabel={text("goals.area.save")}
      save={async (said) => {
        const input = { siteId, expectedRevision: area?.revision, ...said };
        const { data } = await save({ variables: { input } });
        const outcome = data?.saveComparisonArea;
        return outcome?.__typename === "SaveComparisonAreaRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <TextField name="name" label={text("goals.area.name")} help={text("goals.area.name.help")} />
      <TextAreaField
        name="chosenBecause"
        label={text("goals.area.reason")}
        help={text("goals.area.reason.help")}
        rows={3}
      />
    </FormDialog>
  );
}
