import { useMutation, useQuery } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import { useRef } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SiteKind } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { type HeldRole, useActor } from "#admin/session/actor.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { CheckField, type Choice, SelectField, TextField } from "#admin/ui/field.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { startDraftMutation } from "./own-templates-page.tsx";

const newTemplateQuery = graphql(`
  query NewTemplatePage {
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

const siteKinds: readonly SiteKind[] = ["PUBLIC_HOUSING", "PARK", "NEIGHBORHOOD", "OTHER"];

const schema = z.object({
  organizationId: z.string().min(1, "ui.form.required"),
  nameEn: z.string().trim().min(1, "ui.form.required").max(200),
  nameEs: z.string().trim().max(200),
  templateKey: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/, "authoring.new.key.form")
    .max(60),
  copyOf: z.string(),
  isExtending: z.boolean(),
  siteKind: z.string(),
});

/** Begins a template of one's own, empty or as a copy of another one. */
export function NewTemplatePage() {
  const text = useText();
  const navigate = useNavigate();
  const owners = ownersOf(useActor().roles);
  const draftId = useRef("");
  const [start] = useMutation(startDraftMutation);
  const data = loaded(useQuery(newTemplateQuery));
  if (!data) return <PageSkeleton />;
  return (
    <Page title={text("authoring.new")} sentence={text("authoring.new.sentence")}>
      <EntityForm
        schema={schema}
        defaultValues={{
          organizationId: owners[0]?.value ?? "",
          nameEn: "",
          nameEs: "",
          templateKey: "",
          copyOf: "",
          isExtending: false,
          siteKind: "",
        }}
        saveLabel={text("authoring.new.save")}
        otherActions={<Link to="/authoring">{text("authoring.cancel")}</Link>}
        save={async ({ organizationId, nameEn, nameEs, templateKey, copyOf, isExtending, siteKind }) => {
          const name = { en: nameEn, ...(nameEs === "" ? {} : { es: nameEs }) };
          const beginning =
            copyOf === "" ? { siteKind: (siteKind || "OTHER") as SiteKind } : { copyOf, isExtending };
          const input = { organizationId, templateKey, name, ...beginning };
          const outcome = (await start({ variables: { input } })).data?.startTemplateDraft;
          if (outcome?.__typename === "TemplateDraftRefused")
            return outcome.findings.map((finding) =>
              finding.path.startsWith("name") ? { ...finding, path: "nameEn" } : finding,
            );
          draftId.current = outcome?.draft.id ?? "";
          return [];
        }}
        onSaved={() => void navigate({ to: `/authoring/${draftId.current}` })}
      >
        <NewTemplateFields
          owners={owners}
          templates={data.templates.edges.map(({ node }) => ({ value: node.key, label: node.name }))}
        />
      </EntityForm>
    </Page>
  );
}

function ownersOf(roles: readonly HeldRole[]): Choice[] {
  return roles.flatMap(({ organizationId, placeName }) =>
    organizationId ? [{ value: organizationId, label: placeName }] : [],
  );
}

function NewTemplateFields({
  owners,
  templates,
}: {
  owners: readonly Choice[];
  templates: readonly Choice[];
}) {
  const text = useText();
  const { control } = useFormContext();
  const copyOf = useWatch({ control, name: "copyOf" }) as string;
  return (
    <>
      {owners.length > 1 && (
        <SelectField name="organizationId" label={text("authoring.new.owner")} choices={owners} />
      )}
      <TextField name="nameEn" label={text("authoring.new.name.en")} />
      <TextField name="nameEs" label={text("authoring.new.name.es")} isOptional />
      <TextField name="templateKey" label={text("authoring.new.key")} help={text("authoring.new.key.help")} />
      <SelectField
        name="copyOf"
        label={text("authoring.new.copyOf")}
        help={text("authoring.new.copyOf.help")}
        choices={templates}
        isOptional
      />
      {copyOf !== "" && (
        <CheckField
          name="isExtending"
          label={text("authoring.new.extends")}
          help={text("authoring.new.extends.help")}
        />
      )}
      {copyOf === "" && (
        <SelectField
          name="siteKind"
          label={text("templates.madeFor")}
          choices={siteKinds.map((value) => ({ value, label: text(`templates.siteKind.${value}`) }))}
          isOptional
        />
      )}
    </>
  );
}
