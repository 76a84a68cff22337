import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import type { Finding } from "#admin/ui/finding.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { type PartnershipToChange, usePartnership } from "./use-partnership.ts";

/** A page about the partnership that the address names. */
export function WithPartnership({ children }: { children: (partnership: PartnershipToChange) => ReactNode }) {
  const text = useText();
  const partnership = usePartnership();
  if (partnership === undefined) return <PageSkeleton />;
  if (partnership !== null) return children(partnership);
  return (
    <Page title={text("partners.missing.title")}>
      <Notice kind="note">{text("partners.missing.text")}</Notice>
    </Page>
  );
}

export interface PartnershipFormProps<Values extends FieldValues> {
  partnership: PartnershipToChange;
  title: string;
  sentence?: string;
  schema: z.ZodType<Values, FieldValues>;
  defaultValues: DefaultValues<Values>;
  saveLabel: string;
  save: (values: Values) => Promise<readonly Finding[]>;
  children: ReactNode;
}

/** A form about one partnership, which leads back to its page. */
export function PartnershipForm<Values extends FieldValues>(props: PartnershipFormProps<Values>) {
  const text = useText();
  const navigate = useNavigate();
  const { jurisdictionId, id, organization, roleTitle } = props.partnership;
  const address = `/partnerships/${jurisdictionId}/${id}`;
  return (
    <Page
      title={props.title}
      sentence={props.sentence}
      trail={[
        { label: text("partners.partnerships"), to: "/partnerships" },
        {
          label: text("partners.partnership.title", {
            organization: organization.publicName,
            role: roleTitle,
          }),
          to: address,
        },
      ]}
    >
      <EntityForm
        schema={props.schema}
        defaultValues={props.defaultValues}
        saveLabel={props.saveLabel}
        save={props.save}
        onSaved={() => void navigate({ to: address })}
        otherActions={<Link to={address}>{text("partners.cancel")}</Link>}
      >
        {props.children}
      </EntityForm>
    </Page>
  );
}
