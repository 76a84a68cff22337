import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import type { Item } from "./item-fragment.ts";
import { useItemChange } from "./use-item-change.ts";
import { useFindingWords } from "./use-finding-words.ts";

const signOffMutation = graphql(`
  mutation SignOff_signOff($input: SignOffItemInput!) {
    signOffItem(input: $input) {
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

const reopenMutation = graphql(`
  mutation SignOff_reopen($input: ReopenItemInput!) {
    reopenItem(input: $input) {
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

const schema = z.object({ reason: z.string().trim().min(1, "ui.form.required").max(2000) });

/** Signs a finished item off, or reopens it with a reason. */
export function SignOff({ item }: { item: Item }) {
  const text = useText();
  const maySignOff = useMay("checklist.signOff");
  const [signOff] = useMutation(signOffMutation);
  const reference = { siteId: item.siteId, itemKey: item.key, expectedRevision: item.revision };
  const { make, findings, failure, isBusy } = useItemChange(
    async () => (await signOff({ variables: { input: reference } })).data?.signOffItem,
  );
  if (!maySignOff)
    return item.isSignedOff ? null : <p className="fs-soft">{text("onboarding.signOff.whoMay")}</p>;
  if (item.isSignedOff) return <Reopen item={item} />;
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("onboarding.signOff")}</h2>
      <p>{text(item.isLaunchGate ? "onboarding.signOff.gate" : "onboarding.signOff.help")}</p>
      <FindingsList findings={findings} />
      {failure && (
        <Notice kind="problem" isLive>
          {failure}
        </Notice>
      )}
      <div>
        <button
          type="button"
          className="usa-button"
          disabled={isBusy || item.status !== "DONE"}
          onClick={make}
        >
          {text("onboarding.signOff.action")}
        </button>
      </div>
      {item.status !== "DONE" && <p className="fs-soft">{text("onboarding.signOff.first")}</p>}
    </section>
  );
}

function Reopen({ item }: { item: Item }) {
  const text = useText();
  const inWords = useFindingWords();
  const [reopen] = useMutation(reopenMutation);
  return (
    <div>
      <FormDialog
        action={text("onboarding.reopen")}
        title={text("onboarding.reopen.title")}
        schema={schema}
        isUnguarded
        defaultValues={{ reason: "" }}
        saveLabel={text("onboarding.reopen")}
        save={async ({ reason }) => {
          const input = { siteId: item.siteId, itemKey: item.key, expectedRevision: item.revision, reason };
          const { data } = await reopen({ variables: { input } });
          const outcome = data?.reopenItem;
          return outcome?.__typename === "ChecklistItemRefused" ? inWords(outcome.findings) : [];
        }}
      >
        <TextAreaField
          name="reason"
          label={text("onboarding.reopen.reason")}
          help={text("onboarding.public")}
          rows={3}
        />
      </FormDialog>
    </div>
  );
}
