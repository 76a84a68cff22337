import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useIntl } from "react-intl";
import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { Dialog } from "#admin/ui/dialog.tsx";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { RadioField, SelectField, TextField } from "#admin/ui/field.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { type Named, type Part, touchesCore, typedValue, valueOf } from "./adaptable-part.ts";
import { recordOf, RecordFields, recordShape } from "./adaptation-record.tsx";
import type { AdaptationEntry } from "./site-form.ts";

const leaveOut = "leaveOut";

const schema = z.object({
  /** The field to change, or that the part is left out. */
  what: z.string("ui.form.choice").min(1, "ui.form.choice"),
  value: z.preprocess((value) => value ?? "", z.string()),
  ...recordShape,
});

interface AdaptationDialogProps {
  part: Part;
  coreComponents: readonly { key: string; name: string }[];
  ownerRoles: readonly Named[];
  draft: string | undefined;
  onClose: () => void;
  onChoose: (entry: AdaptationEntry) => void;
}

/** Asks what is different about one part, and why; says when that touches a core component. */
export function AdaptationDialog({
  part,
  coreComponents,
  ownerRoles,
  draft,
  onClose,
  onChoose,
}: AdaptationDialogProps) {
  const text = useText();
  const language = useIntl().locale.slice(0, 2);
  const [isOpen, setIsOpen] = useState(true);
  const close = () => {
    setIsOpen(false);
    onClose();
  };
  return (
    <Dialog title={text("sites.adapt.title", { title: part.title })} isOpen={isOpen} onClose={close}>
      <EntityForm
        schema={schema}
        isUnguarded
        {...(draft ? { draft } : {})}
        defaultValues={{ what: part.fields.length === 0 ? leaveOut : "", value: "", reason: "" }}
        saveLabel={text("sites.adapt.keep")}
        save={(answers) => {
          const entry = { section: part.section, key: part.key, title: part.title, ...recordOf(answers) };
          const field = part.fields.find(({ name }) => name === answers.what);
          if (touchesCore(part, field?.name) && !answers.steeringDecidedOn) {
            return Promise.resolve([missing("steeringDecidedOn", text("sites.adapt.steering.missing"))]);
          }
          if (field === undefined) {
            onChoose({ ...entry, change: "LEFT_OUT" });
            return Promise.resolve([]);
          }
          if (answers.value.trim() === "") {
            return Promise.resolve([missing("value", text("ui.form.required"))]);
          }
          onChoose({
            ...entry,
            change: "CHANGED",
            field: field.name,
            value: valueOf(answers.value, field.kind, language),
          });
          return Promise.resolve([]);
        }}
      >
        <AdaptationFields
          part={part}
          coreComponents={coreComponents}
          ownerRoles={ownerRoles}
          language={language}
        />
      </EntityForm>
    </Dialog>
  );
}

function missing(path: string, message: string) {
  return { code: "VALUE_MISSING", severity: "ERROR" as const, path, message };
}

type FieldsProps = Pick<AdaptationDialogProps, "part" | "coreComponents" | "ownerRoles"> & {
  language: string;
};

function AdaptationFields({ part, coreComponents, ownerRoles, language }: FieldsProps) {
  const text = useText();
  const { control } = useFormContext();
  const what = useWatch({ control, name: "what" }) as string | undefined;
  const field = part.fields.find(({ name }) => name === what);
  const isCoreTouched = Boolean(what) && touchesCore(part, field?.name);
  const touched = coreComponents
    .filter(({ key }) => part.coreComponents.includes(key))
    .map(({ name }) => name);
  return (
    <>
      <RadioField
        name="what"
        label={text("sites.adapt.what")}
        choices={[
          { value: leaveOut, label: text("sites.adapt.leaveOut") },
          ...part.fields.map(({ name }) => ({
            value: name,
            label: text("sites.adapt.change", { field: text(`sites.field.${name}`) }),
          })),
        ]}
      />
      {field && <ValueField field={field} ownerRoles={ownerRoles} language={language} />}
      {isCoreTouched && (
        <Notice kind="warning" isLive title={text("sites.adapt.touchesCore")}>
          {touched.length > 0
            ? text("sites.adapt.touches", { components: touched.join("; ") })
            : text("sites.adapt.touchesSome")}
        </Notice>
      )}
      <RecordFields isCoreTouched={isCoreTouched} />
    </>
  );
}

function ValueField({
  field,
  ownerRoles,
  language,
}: {
  field: Part["fields"][number];
  ownerRoles: readonly Named[];
  language: string;
}) {
  const text = useText();
  const now = typedValue(field.value, language);
  const label = text(`sites.field.${field.name}`);
  if (field.kind === "CHOICE") {
    const named = new Map(ownerRoles.map(({ key, title }) => [key, title]));
    const choices = field.choices
      .filter((choice) => choice !== now)
      .map((choice) => ({
        value: choice,
        label:
          field.name === "requirement" ? text(`sites.requirement.${choice}`) : (named.get(choice) ?? choice),
      }));
    return <SelectField name="value" label={label} choices={choices} />;
  }
  return (
    <TextField
      name="value"
      label={label}
      help={text("sites.adapt.now", { value: now === "" ? "–" : now })}
      {...(field.kind === "NUMBER" ? { inputMode: "decimal" as const } : {})}
    />
  );
}
