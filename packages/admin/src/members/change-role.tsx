import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { Role } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { RadioField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { rolesAtSamePlace } from "./same-place.ts";

const changeMutation = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!) {
    changeRole(input: $input) {
      ... on RoleChanged {
        member {
          id
          role
          revision
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

const entrySchema = z.object({ role: z.string().min(1, "ui.form.choice") });

export interface ManagedMember {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly revision: number;
}

/** Gives the person another role at the same place. */
export function ChangeRole({ member, choices }: { member: ManagedMember; choices: readonly Role[] }) {
  const text = useText();
  const [isSaved, setSaved] = useState(false);
  const [change] = useMutation(changeMutation);
  const offered = rolesAtSamePlace(member.role).filter((role) =>
    (choices as readonly string[]).includes(role),
  );
  if (offered.length < 2) return null;
  return (
    <section>
      <h2>{text("members.change.title")}</h2>
      {isSaved && (
        <Notice kind="good" isLive>
          {text("members.changed")}
        </Notice>
      )}
      <EntityForm
        schema={entrySchema}
        defaultValues={{ role: member.role }}
        saveLabel={text("members.change.save")}
        save={async ({ role }) => {
          const input = { membershipId: member.id, role: role as Role, expectedRevision: member.revision };
          const { data } = await change({ variables: { input } });
          const outcome = data?.changeRole;
          return outcome?.__typename === "AccessRefused" ? outcome.findings : [];
        }}
        onSaved={() => {
          setSaved(true);
        }}
      >
        <RadioField
          name="role"
          label={text("members.role")}
          choices={offered.map((key) => ({
            value: key,
            label: text(`session.role.${key}`),
            help: text(`members.role.${key}.help`),
          }))}
        />
      </EntityForm>
    </section>
  );
}
