import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useText } from "#admin/i18n/use-text.ts";
import { RadioField, TextAreaField, TextField } from "#admin/ui/field.tsx";
import { marks, mostEvidence, noEvidence, notApplicable, type RatedComponent } from "./review-entry.ts";

/** One component: its mark, with what 0, 2 and 4 look like, why it does not apply, and its evidence. */
export function RatingFields({ component }: { component: RatedComponent }) {
  const text = useText();
  const name = `ratings.${component.key}`;
  const mark = useWatch({ name: `${name}.mark` }) as string;
  const looks: Readonly<Record<string, string | undefined>> = {
    "0": component.none,
    "2": component.partly,
    "4": component.full,
  };
  const choices = marks.map((value) => ({
    value,
    label: text(`fidelity.mark.${value}`),
    help: looks[value],
  }));
  return (
    <div className="fs-card fs-fidelity__component">
      <RadioField
        name={`${name}.mark`}
        label={`${component.key} ${component.name}`}
        help={component.isEssential ? text("fidelity.essential.help") : undefined}
        choices={
          component.isEssential
            ? choices
            : [...choices, { value: notApplicable, label: text("fidelity.notApplicable.long") }]
        }
      />
      {mark === notApplicable && (
        <TextAreaField name={`${name}.reason`} label={text("fidelity.notApplicable.reason")} rows={2} />
      )}
      {mark !== notApplicable && <Evidence name={`${name}.evidence`} component={component} mark={mark} />}
    </div>
  );
}

function Evidence({ name, component, mark }: { name: string; component: RatedComponent; mark: string }) {
  const text = useText();
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  const isNeeded = Number(mark) > 2 && fields.length === 0;
  return (
    <div className="fs-stack fs-stack--tight">
      {fields.map((field, index) => (
        <fieldset key={field.id} className="fs-fidelity__evidence">
          <legend className="fs-visually-hidden">
            {text("fidelity.evidence.of", { component: component.key, number: index + 1 })}
          </legend>
          <TextField name={`${name}.${String(index)}.label`} label={text("fidelity.evidence.label")} />
          <TextField
            name={`${name}.${String(index)}.datedOn`}
            type="date"
            label={text("fidelity.evidence.day")}
          />
          <TextField
            name={`${name}.${String(index)}.url`}
            type="url"
            label={text("fidelity.evidence.url")}
            isOptional
          />
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => {
              remove(index);
            }}
          >
            {text("fidelity.evidence.remove", { component: component.key, number: index + 1 })}
          </button>
        </fieldset>
      ))}
      {isNeeded && <p className="usa-hint">{text("fidelity.evidence.needed")}</p>}
      {fields.length < mostEvidence && (
        <div>
          <button
            type="button"
            className="usa-button usa-button--outline fs-small-button"
            aria-label={text("fidelity.evidence.addTo", { component: `${component.key} ${component.name}` })}
            onClick={() => {
              append(noEvidence);
            }}
          >
            {text("fidelity.evidence.add")}
          </button>
        </div>
      )}
    </div>
  );
}
