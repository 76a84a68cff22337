import { useMutation } from "@apollo/client/react";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { RadioField, TextAreaField, TextField } from "#admin/ui/field.tsx";
import type { Item } from "./item-fragment.ts";
import { itemStatuses } from "./item-status.tsx";
import { useFindingWords } from "./use-finding-words.ts";

const changeStatusMutation = graphql(`
  mutation StatusForm_change($input: ChangeItemStatusInput!) {
    changeItemStatus(input: $input) {
      ... on ChecklistItemChanged {
        item {
          ...ItemPage_item @unmask
        }
      }
      ... on ChecklistItemRefused {
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

const schema = z.object({
  status: z.enum(itemStatuses, "ui.form.choice"),
  doneOn: z.preprocess((value) => value ?? "", z.string()),
  reason: z.preprocess((value) => value ?? "", z.string().trim().max(2000)),
});

/** Says where an item stands. */
export function StatusForm({ item, today }: { item: Item; today: string }) {
  const text = useText();
  const inWords = useFindingWords();
  const [change] = useMutation(changeStatusMutation);
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("onboarding.status.change")}</h2>
      <EntityForm
        schema={schema}
        isUnguarded
        defaultValues={{ status: item.status, doneOn: item.doneOn ?? today, reason: item.statusReason ?? "" }}
        saveLabel={text("onboarding.status.save")}
        save={async ({ status, doneOn, reason }) => {
          const { data } = await change({
            variables: {
              input: {
                siteId: item.siteId,
                itemKey: item.key,
                expectedRevision: item.revision,
                status,
                ...(status === "DONE" && doneOn !== "" ? { doneOn } : {}),
                ...(reason === "" || status !== "NOT_APPLICABLE" ? {} : { reason }),
              },
            },
          });
          const outcome = data?.changeItemStatus;
          return outcome?.__typename === "ChecklistItemRefused" ? inWords(outcome.findings) : [];
        }}
      >
        <StatusFields isLaunchGate={item.isLaunchGate} />
      </EntityForm>
    </section>
  );
}

function StatusFields({ isLaunchGate }: { isLaunchGate: boolean }) {
  const text = useText();
  const { control } = useFormContext();
  const status = useWatch({ control, name: "status" }) as string;
  const offered = itemStatuses.filter((each) => !isLaunchGate || each !== "NOT_APPLICABLE");
  return (
    <>
      <RadioField
        name="status"
        label={text("onboarding.status")}
        choices={offered.map((each) => ({ value: each, label: text(`onboarding.status.${each}`) }))}
      />
      {status === "DONE" && <TextField name="doneOn" type="date" label={text("onboarding.doneOn")} />}
      {status === "NOT_APPLICABLE" && (
        <TextAreaField
          name="reason"
          label={text("onboarding.whyNot")}
          help={text("onboarding.public")}
          rows={3}
        />
      )}
    </>
  );
}
