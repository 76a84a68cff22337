import { useMutation } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import type { DraftPart, PartForm } from "#admin/authoring/draft.ts";
import { pathIn } from "#admin/authoring/part-editor.tsx";
import { isOfThePart, PlainFields } from "#admin/authoring/part-fields.tsx";
import { controlOf, isMissing, partFrom, type PartValues, valuesOf } from "#admin/authoring/part-values.ts";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { type RecordAnswers, recordOf, RecordFields, recordSchema } from "#admin/sites/adaptation-record.tsx";
import { answersOf } from "#admin/sites/explain-adaptation.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import type { Finding } from "#admin/ui/finding.ts";
import { type DesignedSite, type OwnSection, ownSections } from "./own-sections.ts";

const saveMutation = graphql(`
  mutation OwnPartForm_save($input: SaveOwnPartInput!) {
    saveOwnPart(input: $input) {
      ... on OwnPartSaved {
        key
        site {
          id
          revision
          adaptationCount
        }
      }
      ... on SaveOwnPartRefused {
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

export interface OwnPartFormProps {
  site: DesignedSite;
  section: OwnSection;
  form: PartForm;
  /** Left out for a part that is new. */
  part: DraftPart | undefined;
}

/** What a template decides about an activity and a site has decided by adding it. */
const settled = { isOnByDefault: true };

/** The form of a part of a site's own, and why the site has it. */
export function OwnPartForm({ site, section, form: whole, part }: OwnPartFormProps) {
  const text = useText();
  const navigate = useNavigate();
  const [savePart] = useMutation(saveMutation);
  const form = {
    ...whole,
    fields: whole.fields.filter((field) => isOfThePart(field) && !(field.name in settled)),
  };
  const entry = site.adaptations.find((one) => one.key === part?.key && one.change === "ADDED");
  const save = async (values: PartValues): Promise<readonly Finding[]> => {
    const hasSettled = whole.fields.some(({ name }) => name in settled);
    const input = {
      siteId: site.id,
      expectedRevision: site.revision,
      section: ownSections[section],
      key: part?.key,
      value: { ...saidIn(form, values), ...(hasSettled ? settled : {}) },
      ...recordOf(values as RecordAnswers),
    };
    const { data } = await savePart({ variables: { input } });
    const outcome = data?.saveOwnPart;
    if (outcome?.__typename !== "SaveOwnPartRefused") return [];
    return outcome.findings.map((finding) => ({ ...finding, path: pathIn(form, finding.path) }));
  };
  return (
    <EntityForm<PartValues>
      schema={schemaOf(form)}
      defaultValues={{ ...valuesOf(form, part), ...answersOf(entry) }}
      saveLabel={text(part ? "ownParts.change.save" : "ownParts.save")}
      save={save}
      onSaved={() => void navigate({ to: `/sites/${site.id}` })}
      draft={`ownPart.${site.id}.${section}.${part?.key ?? "new"}`}
      otherActions={<Link to={`/sites/${site.id}`}>{text("sites.cancel")}</Link>}
    >
      <h2>{text(`ownParts.kind.${section}`)}</h2>
      <PlainFields
        work={{ draft: { document: site.design, findings: [] } }}
        section={section}
        form={form}
        part={part}
      />
      <h2>{text("ownParts.why")}</h2>
      <RecordFields isCoreTouched={false} />
    </EntityForm>
  );
}

/** What is said of the part; its key the server gives it. */
function saidIn(form: PartForm, values: PartValues): Record<string, unknown> {
  const said = Object.entries(partFrom(form, "", values)).filter(([name]) => name !== "key");
  return Object.fromEntries(said);
}

/** Only what is plain is asked here: that nothing is missing and a reason is given. What fits, the server knows. */
function schemaOf(form: PartForm): z.ZodType<PartValues, PartValues> {
  return z.record(z.string(), z.unknown()).superRefine((values, context) => {
    for (const field of form.fields)
      if (isMissing(field, values))
        context.addIssue({ code: "custom", path: controlOf(field).split("."), message: "ui.form.required" });
    const { error } = recordSchema.safeParse(values);
    for (const { path, message } of error?.issues ?? [])
      context.addIssue({ code: "custom", path: [...path], message });
  });
}
