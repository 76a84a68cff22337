import { skipToken, useApolloClient, useQuery } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import { useIntl } from "react-intl";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { type Choice, SelectField, TextField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import { type DraftPart, partsOf, titleOf } from "./draft.ts";
import type { DraftWork } from "./draft-frame.tsx";

const templatesQuery = graphql(`
  query CopyPart {
    templates(first: 100) {
      edges {
        node {
          id
          key
          name
        }
      }
    }
  }
`);

const documentQuery = graphql(`
  query CopyPart_document($key: String!) {
    release(templateKey: $key) {
      id
      document
    }
  }
`);

const schema = z.object({
  template: z.string().min(1, "ui.form.required"),
  part: z.string().min(1, "ui.form.required"),
  key: z
    .string()
    .trim()
    .regex(/^([A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*)?$/, "authoring.new.key.form")
    .max(60),
});

/** Copies a part of the same section from the newest release of a template, under its own key or another one. */
export function CopyPart({ work, section }: { work: DraftWork; section: string }) {
  const text = useText();
  const navigate = useNavigate();
  const client = useApolloClient();
  return (
    <FormDialog
      action={text("authoring.copy")}
      title={text("authoring.copy.title", { section: text(`templates.section.${section}`) })}
      lead={<p>{text("authoring.copy.lead")}</p>}
      schema={schema}
      defaultValues={{ template: "", part: "", key: "" }}
      saveLabel={text("authoring.copy.save")}
      save={async ({ template, part, key }) => {
        const { data } = await client.query({ query: documentQuery, variables: { key: template } });
        const found = partsOf(data?.release?.document, section).find((held) => held.key === part);
        if (found === undefined) return [];
        const value = copyOf(found, key === "" ? part : key);
        const findings = await work.edits.send([{ kind: "ADD", section, value }]);
        return findings.map((finding) => ({ ...finding, path: "key" }));
      }}
      onSaved={({ part, key }) =>
        void navigate({ to: `/authoring/${work.draft.id}/${section}/${key === "" ? part : key}` })
      }
    >
      <CopyFields section={section} />
    </FormDialog>
  );
}

/** A part under a key, without the keys that it had in the template that it comes from. */
function copyOf(part: DraftPart, key: string): DraftPart {
  const kept = Object.entries(part).filter(([name]) => name !== "was");
  return { ...Object.fromEntries(kept), key };
}

function CopyFields({ section }: { section: string }) {
  const text = useText();
  const { locale } = useIntl();
  const { control } = useFormContext();
  const template = useWatch({ control, name: "template" }) as string;
  const list = useQuery(templatesQuery).data?.templates.edges ?? [];
  const { data } = useQuery(documentQuery, template === "" ? skipToken : { variables: { key: template } });
  const parts = partsOf(data?.release?.document, section).map((part): Choice => ({
    value: part.key,
    label: `${part.key} · ${titleOf(part, locale)}`,
  }));
  return (
    <>
      <SelectField
        name="template"
        label={text("authoring.copy.template")}
        choices={list.map(({ node }) => ({ value: node.key, label: node.name }))}
      />
      <SelectField name="part" label={text("authoring.copy.part")} choices={parts} />
      <TextField
        name="key"
        label={text("authoring.copy.key")}
        help={text("authoring.copy.key.help")}
        isOptional
      />
    </>
  );
}
