import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { TextField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import type { ManagedMember } from "./change-role.tsx";

const removeMutation = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      ... on MemberRemoved {
        member {
          id
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

const entrySchema = z.object({ reason: z.string().trim().min(1, "ui.form.required") });

/** Takes the role away, after asking why: the reason stands in the history. */
export function RemoveMember({ member }: { member: ManagedMember }) {
  const text = useText();
  const navigate = useNavigate();
  const [remove] = useMutation(removeMutation);
  return (
    <section>
      <h2>{text("members.remove.title")}</h2>
      <p>{text("members.remove.sentence", { name: member.name })}</p>
      <div>
        <FormDialog
          action={text("members.remove")}
          title={text("members.remove.ask", { name: member.name })}
          schema={entrySchema}
          defaultValues={{ reason: "" }}
          saveLabel={text("members.remove")}
          save={async ({ reason }) => {
            const input = { membershipId: member.id, expectedRevision: member.revision, reason };
            const { data } = await remove({ variables: { input } });
            const outcome = data?.removeMember;
            return outcome?.__typename === "AccessRefused" ? outcome.findings : [];
          }}
          onSaved={() => void navigate({ to: "/members" })}
        >
          <TextField name="reason" label={text("members.reason")} help={text("members.reason.help")} />
        </FormDialog>
      </div>
    </section>
  );
}
