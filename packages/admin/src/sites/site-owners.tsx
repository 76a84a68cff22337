import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { Dialog } from "#admin/ui/dialog.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import { Icon } from "#admin/ui/icon.tsx";
import { useFindingWords } from "./use-finding-words.ts";

const nameOwnerMutation = graphql(`
  mutation SiteOwners_name($input: NameSiteOwnerInput!) {
    nameSiteOwner(input: $input) {
      ... on SiteOwnerNamed {
        site {
          id
          ownerRoles {
            key
            title
            owner {
              name
              email
            }
          }
        }
      }
      ... on NameSiteOwnerRefused {
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

interface OwnerRole {
  readonly key: string;
  readonly title: string;
  readonly owner?: { readonly name: string; readonly email?: string | null } | null;
}

const schema = z.object({
  name: z.string().trim().min(1, "ui.form.required"),
  email: z.preprocess((value) => value ?? "", z.string().trim()),
});

/** Who leads what at a site: the owner roles of its design, and who fills each. */
export function SiteOwners({ siteId, ownerRoles }: { siteId: string; ownerRoles: readonly OwnerRole[] }) {
  const text = useText();
  const mayName = useMay("checklist.update");
  const [role, setRole] = useState<OwnerRole>();
  return (
    <section className="fs-stack fs-stack--tight">
      <h2>{text("sites.overview.owners")}</h2>
      <p className="fs-soft">{text("sites.overview.owners.help")}</p>
      <ul className="fs-plain fs-card fs-owners">
        {ownerRoles.map((each) => (
          <li key={each.key} className="fs-part">
            <span className="fs-part__words">
              <strong>{each.title}</strong>
              {each.owner ? (
                <span>
                  <Icon name="person" /> {each.owner.name}
                  {each.owner.email && <span className="fs-soft"> · {each.owner.email}</span>}
                </span>
              ) : (
                <span className="fs-soft">{text("sites.owner.open")}</span>
              )}
            </span>
            {mayName && (
              <button
                type="button"
                className="usa-button usa-button--outline fs-small-button"
                onClick={() => {
                  setRole(each);
                }}
              >
                {text(each.owner ? "sites.owner.change" : "sites.owner.nameAction")}
                <span className="fs-visually-hidden">: {each.title}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {role && (
        <OwnerDialog
          key={role.key}
          siteId={siteId}
          role={role}
          onClose={() => {
            setRole(undefined);
          }}
        />
      )}
    </section>
  );
}

function OwnerDialog({ siteId, role, onClose }: { siteId: string; role: OwnerRole; onClose: () => void }) {
  const text = useText();
  const inWords = useFindingWords();
  const [name] = useMutation(nameOwnerMutation);
  return (
    <Dialog title={role.title} isOpen onClose={onClose}>
      <EntityForm
        schema={schema}
        isUnguarded
        defaultValues={{ name: role.owner?.name ?? "", email: role.owner?.email ?? "" }}
        saveLabel={text("sites.owner.save")}
        save={async (values) => {
          const { data } = await name({
            variables: {
              input: {
                siteId,
                ownerRole: role.key,
                name: values.name,
                email: values.email === "" ? null : values.email,
              },
            },
          });
          const outcome = data?.nameSiteOwner;
          // What the server finds stands at the role; here the form has that role's two fields only.
          return outcome?.__typename === "NameSiteOwnerRefused"
            ? inWords(outcome.findings).map((finding) => ({ ...finding, path: "email" }))
            : [];
        }}
        onSaved={onClose}
      >
        <TextField
          name="name"
          label={text("sites.owner.name")}
          help={text("sites.owner.name.help")}
          autoComplete="off"
        />
        <TextField
          name="email"
          type="email"
          label={text("sites.owner.email")}
          isOptional
          autoComplete="off"
        />
      </EntityForm>
    </Dialog>
  );
}
