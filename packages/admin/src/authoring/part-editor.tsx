import { useState } from "react";
import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { TextField } from "#admin/ui/field.tsx";
import type { Finding } from "#admin/ui/finding.ts";
import type { DraftPart, PartForm } from "./draft.ts";
import type { DraftWork } from "./draft-frame.tsx";
import { PartFields } from "./part-fields.tsx";
import { controlOf, editsOf, isMissing, partFrom, type PartValues, valuesOf } from "./part-values.ts";

export interface PartEditorProps {
  work: DraftWork;
  section: string;
  /** Left out for a part that is new. */
  part?: DraftPart;
  onSaved: (key: string) => void;
  onLeave: () => void;
}

const keyForm = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;

/** The form of a part. What is sent are the fields that were changed, with what they were when the form was opened. */
export function PartEditor({ work, section, part, onSaved, onLeave }: PartEditorProps) {
  const text = useText();
  const form = work.forms.find((known) => known.section === section);
  // What this author saw: what others save meanwhile must not pass for it.
  const [seen] = useState(part);
  if (form === undefined) return null;
  const save = async (values: PartValues): Promise<readonly Finding[]> => {
    const key = seen?.key ?? String(values["key"]);
    const found = await work.edits.send(
      seen === undefined
        ? [{ kind: "ADD", section, value: partFrom(form, key, values) }]
        : editsOf(form, seen, values).map((edit) => ({ kind: "SET", section, key: seen.key, ...edit })),
    );
    return found.map((finding) => ({ ...finding, path: pathIn(form, finding.path ?? "") }));
  };
  return (
    <EntityForm
      schema={schemaOf(form, seen === undefined)}
      defaultValues={seen === undefined ? { key: "", ...valuesOf(form, undefined) } : valuesOf(form, seen)}
      saveLabel={text(seen === undefined ? "authoring.part.add" : "authoring.part.save")}
      save={save}
      onSaved={(values) => {
        onSaved(seen?.key ?? String(values["key"]));
      }}
      otherActions={
        <button type="button" className="usa-button usa-button--outline" onClick={onLeave}>
          {text("authoring.part.back")}
        </button>
      }
    >
      {seen === undefined && (
        <TextField name="key" label={text("authoring.part.key")} help={text("authoring.part.key.help")} />
      )}
      <PartFields work={work} section={section} form={form} part={seen} />
    </EntityForm>
  );
}

/** Only what is plain is asked here: that nothing is missing. Whether a value fits, the server knows. */
function schemaOf(form: PartForm, isNew: boolean): z.ZodType<PartValues, PartValues> {
  return z.record(z.string(), z.unknown()).superRefine((values, context) => {
    if (isNew && !keyForm.test(String(values["key"])))
      context.addIssue({ code: "custom", path: ["key"], message: "authoring.new.key.form" });
    for (const field of form.fields)
      if (isMissing(field, values))
        context.addIssue({ code: "custom", path: controlOf(field).split("."), message: "ui.form.required" });
  });
}

/** Where in the form a finding stands that the server places by section, key and field. */
export function pathIn(form: PartForm, path: string): string {
  const [, , name = "", ...rest] = path.split(".");
  const field = form.fields.find((known) => known.name === name);
  if (field === undefined) return name;
  return rest.length > 0 ? [name, ...rest].join(".") : controlOf(field);
}
