import type { ReactNode } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { CheckField, NumberField, SelectField } from "#admin/ui/field.tsx";
import { fieldId } from "#admin/ui/field-names.ts";
import {
  type DraftPart,
  type PartField,
  type PartForm,
  type PartSurroundings,
  partsOf,
  titleOf,
} from "./draft.ts";
import { FindingIcon } from "./draft-findings.tsx";
import { KeysField } from "./keys-field.tsx";
import { BaselineFields, LooksLikeFields, MeasureFields } from "./structure-fields.tsx";
import { TargetFields } from "./target-fields.tsx";
import { useDraftFindingWords } from "./use-draft-finding-words.ts";
import { WordsField } from "./words-field.tsx";

export interface PartFieldsProps {
  work: PartSurroundings;
  section: string;
  form: PartForm;
  part: DraftPart | undefined;
}

/** What says of a part that it is core, and what it rests on: below what the part itself says. */
const aboutThePart = new Set(["isCore", "coreComponents", "basis", "restsOn"]);

/** Whether a field says what the part itself is, not what it is to the program. */
export function isOfThePart({ name, kind }: PartField): boolean {
  return kind !== "fields" && !aboutThePart.has(name);
}

/** The fields of a part: what it says, each marked as core or adaptable, then what it is to the program. */
export function PartFields({ work, section, form, part }: PartFieldsProps) {
  const text = useText();
  const said = { ...form, fields: form.fields.filter(isOfThePart) };
  const about = { ...form, fields: form.fields.filter(({ name }) => aboutThePart.has(name)) };
  return (
    <>
      <p className="fs-soft">{text("authoring.core.help")}</p>
      <PlainFields
        work={work}
        section={section}
        form={said}
        part={part}
        below={(field) => <CoreMark field={field} />}
      />
      <h2>{text("authoring.part.about")}</h2>
      <PlainFields work={work} section={section} form={about} part={part} />
    </>
  );
}

/** The fields of a form one after the other, each with what is to be said of it. */
export function PlainFields({
  work,
  section,
  form,
  part,
  below,
}: PartFieldsProps & { below?: (field: PartField) => ReactNode }) {
  return form.fields.map((field) => (
    <FieldBox key={field.name} work={work} place={`${section}.${part?.key ?? ""}.${field.name}`}>
      <OneField work={work} field={field} ownKey={part?.key} />
      {below?.(field)}
    </FieldBox>
  ));
}

/** A field with what is to be said of it beside it. */
function FieldBox({ work, place, children }: { work: PartSurroundings; place: string; children: ReactNode }) {
  const words = useDraftFindingWords();
  const found = work.draft.findings.filter(({ path }) => path === place || path.startsWith(`${place}.`));
  return (
    <div className="fs-authoring__field">
      {children}
      {found.map((finding) => (
        <p key={finding.code} className="fs-authoring__finding">
          <FindingIcon finding={finding} />
          <span>{words(finding)}</span>
        </p>
      ))}
    </div>
  );
}

/** Whether changing the field at a site touches a core component. */
function CoreMark({ field }: { field: PartField }) {
  const text = useText();
  const { register } = useFormContext();
  const id = `${fieldId(field.name)}-core`;
  return (
    <div className="usa-checkbox fs-authoring__core">
      <input
        className="usa-checkbox__input"
        type="checkbox"
        id={id}
        value={field.name}
        aria-label={text("authoring.core.of", { label: field.label })}
        {...register("core")}
      />
      <label className="usa-checkbox__label" htmlFor={id}>
        {text("authoring.core")}
      </label>
    </div>
  );
}

interface OneFieldProps {
  work: PartSurroundings;
  field: PartField;
  ownKey: string | undefined;
}

const daysFromLaunch = new Set(["dueOffsetDays", "fromDay", "toDay"]);

function OneField({ work, field, ownKey }: OneFieldProps) {
  const text = useText();
  const { locale } = useIntl();
  const { name, kind } = field;
  const shared = { name, label: capital(field.label), isOptional: !field.isRequired };
  const help = daysFromLaunch.has(name) ? { help: text("authoring.days.help") } : {};
  const others = () =>
    partsOf(work.draft.document, field.refersTo ?? "")
      .filter(({ key }) => field.name !== "dependsOn" || key !== ownKey)
      .map((part) => ({ value: part.key, label: `${part.key} · ${titleOf(part, locale)}` }));
  switch (kind) {
    case "text":
      return <WordsField {...shared} />;
    case "texts":
      return <WordsListField name={name} label={shared.label} />;
    case "number":
    case "integer":
      return <NumberField {...shared} {...help} {...(kind === "integer" ? { step: 1 } : {})} />;
    case "flag":
      return <CheckField {...shared} />;
    case "choice":
      return <SelectField {...shared} choices={field.choices.map(asChoice)} />;
    case "key":
      return <SelectField {...shared} choices={others()} />;
    case "keys":
      return <KeysField name={name} label={shared.label} choices={others()} />;
    case "seats":
      return <SeatsField name={name} label={shared.label} />;
    case "targets":
      return <TargetFields work={work} name={name} label={shared.label} />;
    case "baselineWindow":
      return <BaselineFields work={work} name={name} label={shared.label} />;
    case "measure":
      return <MeasureFields name={name} label={shared.label} />;
    case "looksLike":
      return <LooksLikeFields name={name} label={shared.label} />;
    default:
      return null;
  }
}

function asChoice({ value, label }: PartField["choices"][number]) {
  return { value, label: capital(label) };
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function SeatsField({ name, label }: { name: string; label: string }) {
  const text = useText();
  return (
    <>
      <NumberField name={`${name}.amount`} label={label} help={text("authoring.seats.help")} min={0} />
      <CheckField name={`${name}.byContract`} label={text("authoring.seats.contract")} />
    </>
  );
}

function WordsListField({ name, label }: { name: string; label: string }) {
  const text = useText();
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <fieldset className="usa-fieldset fs-stack fs-stack--tight">
      <legend className="usa-legend">{label}</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="fs-stack fs-stack--tight">
          <WordsField
            name={`${name}.${String(index)}.words`}
            label={text("authoring.line", { label, number: index + 1 })}
            rows={1}
          />
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => {
              remove(index);
            }}
          >
            {text("authoring.line.remove", { number: index + 1 })}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={() => {
          append({ words: { en: "", es: "" } });
        }}
      >
        {text("authoring.line.add")}
      </button>
    </fieldset>
  );
}
