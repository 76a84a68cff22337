import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Item } from "./item-fragment.ts";
import { useItemChange } from "./use-item-change.ts";
import { useFindingWords } from "./use-finding-words.ts";

const assignMutation = graphql(`
  mutation PlanForm_assign($input: AssignItemInput!) {
    assignItem(input: $input) {
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

const dueMutation = graphql(`
  mutation PlanForm_due($input: ChangeItemDueDateInput!) {
    changeItemDueDate(input: $input) {
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

const dueSchema = z.object({ dueOn: z.string().min(1, "ui.form.required") });
const ownerSchema = z.object({ ownerName: z.preprocess((value) => value ?? "", z.string().trim().max(200)) });

/** Who does an item, and by when. */
export function PlanForm({ item }: { item: Item }) {
  const text = useText();
  const inWords = useFindingWords();
  const [assign] = useMutation(assignMutation);
  const reference = { siteId: item.siteId, itemKey: item.key, expectedRevision: item.revision };
  return (
    <>
      <DueForm item={item} />
      <section>
        <h2>{text("onboarding.owner")}</h2>
        <EntityForm
          schema={ownerSchema}
          isUnguarded
          defaultValues={{ ownerName: item.isOwnerSetByHand ? (item.ownerName ?? "") : "" }}
          saveLabel={text("onboarding.owner.save")}
          save={async ({ ownerName }) => {
            const input = ownerName === "" ? reference : { ...reference, ownerName };
            const { data } = await assign({ variables: { input } });
            const outcome = data?.assignItem;
            return outcome?.__typename === "ChecklistItemRefused" ? inWords(outcome.findings) : [];
          }}
        >
          <TextField
            name="ownerName"
            label={text("onboarding.owner.name")}
            help={text("onboarding.owner.help", { role: item.ownerRole.title })}
            isOptional
            autoComplete="off"
          />
        </EntityForm>
      </section>
    </>
  );
}

function DueForm({ item }: { item: Item }) {
  const text = useText();
  const inWords = useFindingWords();
  const [changeDue] = useMutation(dueMutation);
  const reference = { siteId: item.siteId, itemKey: item.key, expectedRevision: item.revision };
  const back = useItemChange(
    async () => (await changeDue({ variables: { input: reference } })).data?.changeItemDueDate,
  );
  return (
    <section>
      <h2>{text("onboarding.due")}</h2>
      <EntityForm
        schema={dueSchema}
        isUnguarded
        defaultValues={{ dueOn: item.dueOn }}
        saveLabel={text("onboarding.due.save")}
        save={async ({ dueOn }) => {
          const { data } = await changeDue({ variables: { input: { ...reference, dueOn } } });
          const outcome = data?.changeItemDueDate;
          return outcome?.__typename === "ChecklistItemRefused" ? inWords(outcome.findings) : [];
        }}
        otherActions={
          item.isDueSetByHand && (
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              disabled={back.isBusy}
              onClick={back.make}
            >
              {text("onboarding.due.toPlan")}
            </button>
          )
        }
      >
        <TextField
          name="dueOn"
          type="date"
          label={text("onboarding.due.day")}
          help={text(item.isDueSetByHand ? "onboarding.due.byHand" : "onboarding.due.planned")}
        />
        <FindingsList findings={back.findings} />
        {back.failure && (
          <Notice kind="problem" isLive>
            {back.failure}
          </Notice>
        )}
      </EntityForm>
    </section>
  );
}
