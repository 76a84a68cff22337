import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import type { Finding } from "#admin/ui/finding.ts";

const reason = z.string().trim().min(1, "ui.form.required").max(1000);

interface ReasonFormProps {
  /** The name of the field, one for each form on the page. */
  name: string;
  saveLabel: string;
  save: (reason: string) => Promise<readonly Finding[]>;
}

/** Asks why, before something is decided that others will ask about. */
export function ReasonForm({ name, saveLabel, save }: ReasonFormProps) {
  const text = useText();
  return (
    <EntityForm
      schema={z.object({ [name]: reason })}
      isUnguarded
      defaultValues={{ [name]: "" }}
      saveLabel={saveLabel}
      save={(values) => save(values[name] ?? "")}
    >
      <TextField name={name} label={text("templateFiles.reason")} autoComplete="off" />
    </EntityForm>
  );
}
