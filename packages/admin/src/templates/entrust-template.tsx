import { useMutation } from "@apollo/client/react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { readPlace } from "#admin/members/place-key.ts";
import { PlaceField } from "#admin/members/role-place-fields.tsx";
import { useMay } from "#admin/session/actor.ts";
import { RadioField, TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const entrustMutation = graphql(`
  mutation EntrustTemplate($input: EntrustTemplateInput!) {
    entrustTemplate(input: $input) {
      ... on TemplateEntrusted {
        template {
          id
          organizationId
          organizationName
          revision
        }
      }
    }
  }
`);

const entrySchema = z
  .object({
    keeper: z.enum(["organization", "platform"]),
    place: z.string(),
    reason: z.string().trim().min(3, "ui.form.required").max(2000),
  })
  .refine(({ keeper, place }) => keeper === "platform" || place !== "", {
    path: ["place"],
    message: "ui.form.required",
  });

/** Says which organization looks after a template; for the platform's stewards. */
export function EntrustTemplate({ template }: { template: { id: string; revision: number } }) {
  const text = useText();
  const [entrust] = useMutation(entrustMutation);
  if (!useMay("template.entrust")) return null;
  return (
    <FormDialog
      action={text("templates.entrust")}
      title={text("templates.entrust")}
      lead={<p>{text("templates.entrust.sentence")}</p>}
      schema={entrySchema}
      defaultValues={{ keeper: "organization", place: "", reason: "" }}
      saveLabel={text("templates.entrust.save")}
      save={async ({ keeper, place, reason }) => {
        const organizationId = keeper === "organization" ? readPlace(place).organizationId : null;
        const input = {
          templateId: template.id,
          expectedRevision: template.revision,
          organizationId,
          reason,
        };
        await entrust({ variables: { input } });
        return [];
      }}
    >
      <RadioField
        name="keeper"
        label={text("templates.entrust.who")}
        choices={[
          { value: "organization", label: text("templates.entrust.organization") },
          { value: "platform", label: text("templates.keeper.platform") },
        ]}
      />
      <OrganizationField />
      <TextAreaField name="reason" label={text("templates.entrust.reason")} rows={3} />
    </FormDialog>
  );
}

function OrganizationField() {
  return useWatch({ name: "keeper" }) === "organization" ? <PlaceField roleToHold="TEMPLATE_AUTHOR" /> : null;
}
