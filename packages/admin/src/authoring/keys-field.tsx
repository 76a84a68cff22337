import { useFormContext, useWatch } from "react-hook-form";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import type { Choice } from "#admin/ui/field.tsx";
import { fieldId } from "#admin/ui/field-names.ts";

/** Other parts that a part names: those chosen in sight, all of them to choose from below. */
export function KeysField({
  name,
  label,
  choices,
}: {
  name: string;
  label: string;
  choices: readonly Choice[];
}) {
  const text = useText();
  const intl = useIntl();
  const { register, control } = useFormContext();
  const chosen = useWatch({ control, name }) as readonly string[] | undefined;
  const id = fieldId(name);
  const names = (chosen ?? []).map((key) => choices.find(({ value }) => value === key)?.label ?? key);
  return (
    <fieldset className="usa-fieldset" id={id} tabIndex={-1}>
      <legend className="usa-legend">{label}</legend>
      <p className="fs-soft">{names.length === 0 ? text("authoring.keys.none") : intl.formatList(names)}</p>
      <details>
        <summary>{text("authoring.keys.choose", { label, count: choices.length })}</summary>
        <div className="fs-authoring__keys">
          {choices.map(({ value, label: title }) => (
            <div key={value} className="usa-checkbox">
              <input
                className="usa-checkbox__input"
                type="checkbox"
                id={`${id}-${value}`}
                value={value}
                {...register(name)}
              />
              <label className="usa-checkbox__label" htmlFor={`${id}-${value}`}>
                {title}
              </label>
            </div>
          ))}
        </div>
      </details>
    </fieldset>
  );
}
