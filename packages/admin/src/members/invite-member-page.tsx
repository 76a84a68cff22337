import { useMutation } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { Role } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { SelectField, TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { readPlace } from "./place-key.ts";
import { RolePlaceFields } from "./role-place-fields.tsx";

const inviteMutation = graphql(`
  mutation InviteMemberPage_invite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      ... on MemberInvited {
        isMailSent
        invitation {
          id
          email
        }
      }
      ... on AccessRefused {
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
  email: z.string().trim().min(1, "ui.form.required"),
  role: z.string().min(1, "ui.form.choice"),
  place: z.string().min(1, "ui.form.choice"),
  language: z.enum(["en", "es"], "ui.form.choice"),
});

interface Invited {
  readonly email: string;
  readonly isMailSent: boolean;
}

/** Invites a person to a role at a place. */
export function InviteMemberPage() {
  const text = useText();
  const [invited, setInvited] = useState<Invited>();
  const [invite] = useMutation(inviteMutation);
  return (
    <Page
      title={text("members.invite.title")}
      sentence={text("members.invite.sentence")}
      trail={[{ label: text("members.title"), to: "/members" }]}
    >
      {invited && <InvitedNotice {...invited} />}
      <EntityForm
        schema={entrySchema}
        defaultValues={{ email: "", role: "", place: "", language: "en" }}
        saveLabel={text("members.invite.save")}
        save={async ({ email, role, place, language }) => {
          setInvited(undefined);
          const input = { email, role: role as Role, language, ...readPlace(place) };
          const { data } = await invite({ variables: { input } });
          const outcome = data?.inviteMember;
          if (outcome?.__typename === "AccessRefused") return outcome.findings;
          if (outcome) setInvited({ email: outcome.invitation.email, isMailSent: outcome.isMailSent });
          return [];
        }}
        otherActions={<Link to="/members">{text("members.back")}</Link>}
      >
        <TextField name="email" type="email" label={text("members.email")} autoComplete="off" />
        <RolePlaceFields />
        <SelectField
          name="language"
          label={text("members.language")}
          choices={[
            { value: "en", label: text("members.language.en") },
            { value: "es", label: text("members.language.es") },
          ]}
        />
      </EntityForm>
    </Page>
  );
}

function InvitedNotice({ email, isMailSent }: Invited) {
  const text = useText();
  return (
    <Notice kind={isMailSent ? "good" : "warning"} isLive>
      {text(isMailSent ? "members.invited" : "members.invited.unsent", { email })}
    </Notice>
  );
}
