import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Moment } from "#admin/ui/day.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import { FindingsList } from "#admin/ui/findings-list.tsx";
import { Icon } from "#admin/ui/icon.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { EvidenceUpload } from "./evidence-upload.tsx";
import type { Item } from "./item-fragment.ts";
import { useItemChange } from "./use-item-change.ts";
import { useFindingWords } from "./use-finding-words.ts";

const addLinkMutation = graphql(`
  mutation EvidenceList_addLink($input: AddEvidenceLinkInput!) {
    addEvidenceLink(input: $input) {
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

const removeMutation = graphql(`
  mutation EvidenceList_remove($input: RemoveEvidenceInput!) {
    removeEvidence(input: $input) {
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

const linkSchema = z.object({
  label: z.string().trim().min(1, "ui.form.required").max(200),
  url: z.string().trim().min(1, "ui.form.required"),
});

/** What shows that an item is done: links and files, added and taken off. */
export function EvidenceList({ item, mayUpdate }: { item: Item; mayUpdate: boolean }) {
  const text = useText();
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("onboarding.evidence")}</h2>
      <p className="fs-soft">{text("onboarding.evidence.wanted", { wanted: item.evidenceWanted })}</p>
      {item.evidence.length === 0 && <p>{text("onboarding.evidence.none")}</p>}
      <ul className="fs-plain fs-evidence">
        {item.evidence.map((evidence) => (
          <EvidenceRow key={evidence.id} item={item} evidence={evidence} mayUpdate={mayUpdate} />
        ))}
      </ul>
      {mayUpdate && (
        <>
          <details>
            <summary>{text("onboarding.evidence.addLink")}</summary>
            <LinkForm key={item.evidence.length} item={item} />
          </details>
          <details>
            <summary>{text("onboarding.evidence.addFile")}</summary>
            <EvidenceUpload item={item} />
          </details>
        </>
      )}
    </section>
  );
}

interface EvidenceRowProps {
  item: Item;
  evidence: Item["evidence"][number];
  mayUpdate: boolean;
}

function EvidenceRow({ item, evidence, mayUpdate }: EvidenceRowProps) {
  const text = useText();
  const [remove] = useMutation(removeMutation);
  const { make, findings, failure, isBusy } = useItemChange(async () => {
    const input = { siteId: item.siteId, itemKey: item.key, evidenceId: evidence.id };
    return (await remove({ variables: { input } })).data?.removeEvidence;
  });
  return (
    <li>
      <a
        href={evidence.url}
        {...(evidence.isFile
          ? { download: evidence.fileName ?? true }
          : { target: "_blank", rel: "noreferrer noopener" })}
      >
        {evidence.isFile && <Icon name="download" />} {evidence.label}
      </a>
      {evidence.isFile && evidence.fileName && <span className="fs-soft">{evidence.fileName}</span>}
      <span className="fs-soft">
        {evidence.addedBy} · <Moment at={evidence.addedAt} />
      </span>
      {mayUpdate && (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          disabled={isBusy}
          onClick={make}
          aria-label={text("onboarding.evidence.remove.of", { label: evidence.label })}
        >
          {text("onboarding.evidence.remove")}
        </button>
      )}
      <FindingsList findings={findings} />
      {failure && (
        <Notice kind="problem" isLive>
          {failure}
        </Notice>
      )}
    </li>
  );
}

function LinkForm({ item }: { item: Item }) {
  const text = useText();
  const inWords = useFindingWords();
  const [addLink] = useMutation(addLinkMutation);
  return (
    <EntityForm
      schema={linkSchema}
      isUnguarded
      defaultValues={{ label: "", url: "" }}
      saveLabel={text("onboarding.evidence.addLink")}
      save={async ({ label, url }) => {
        const { data } = await addLink({
          variables: { input: { siteId: item.siteId, itemKey: item.key, label, url } },
        });
        const outcome = data?.addEvidenceLink;
        return outcome?.__typename === "ChecklistItemRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <TextField name="label" label={text("onboarding.evidence.label")} autoComplete="off" />
      <TextField name="url" type="url" label={text("onboarding.evidence.url")} autoComplete="off" />
    </EntityForm>
  );
}
