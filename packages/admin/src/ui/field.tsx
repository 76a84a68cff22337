import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { useText } from "#admin/i18n/use-text.ts";
import { fieldId, useFieldMessage } from "./field-names.ts";

export interface FieldProps {
  /** The name of the value in the form's schema. */
  name: string;
  label: string;
  help?: ReactNode;
  /** Fields are required unless this says so. */
  isOptional?: boolean;
}

interface FieldFrameProps extends FieldProps {
  children: (control: ControlProps) => ReactNode;
}

/** What ties a control to its label, its help and its error. */
export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  "aria-required": boolean | undefined;
}

/** Label above, help under it, error beside; the control itself comes from `children`. */
export function FieldFrame({ name, label, help, isOptional = false, children }: FieldFrameProps) {
  const text = useText();
  const error = useFieldError(name);
  const id = fieldId(name);
  return (
    <div className={error ? "usa-form-group usa-form-group--error" : "usa-form-group"}>
      <label className="usa-label" htmlFor={id}>
        {label}
        {isOptional && <span className="usa-hint"> ({text("ui.form.optional")})</span>}
      </label>
      {help && (
        <div className="usa-hint" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <span className="usa-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children(controlProps(id, { hasHelp: Boolean(help), hasError: Boolean(error), isOptional }))}
    </div>
  );
}

function controlProps(
  id: string,
  { hasHelp, hasError, isOptional }: { hasHelp: boolean; hasError: boolean; isOptional: boolean },
): ControlProps {
  const describedBy = [hasHelp ? `${id}-help` : "", hasError ? `${id}-error` : ""].filter(Boolean);
  return {
    id,
    "aria-describedby": describedBy.join(" ") || undefined,
    "aria-invalid": hasError || undefined,
    "aria-required": !isOptional || undefined,
  };
}

/** What is wrong with a field, in words; undefined when nothing is. */
function useFieldError(name: string): string | undefined {
  const message = useFieldMessage();
  const { formState, getFieldState } = useFormContext();
  const error = getFieldState(name, formState).error?.message;
  return error && message(error);
}

export interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "password" | "date" | "url" | "tel";
  autoComplete?: string;
  inputMode?: "numeric" | "decimal";
}

/** One line of text; `type="date"` is the browser's own date field. */
export function TextField({ type = "text", autoComplete, inputMode, ...field }: TextFieldProps) {
  const { register } = useFormContext();
  return (
    <FieldFrame {...field}>
      {(control) => (
        <input
          {...control}
          {...register(field.name)}
          type={type}
          className="usa-input"
          autoComplete={autoComplete}
          inputMode={inputMode}
        />
      )}
    </FieldFrame>
  );
}

/** A number, kept as a number; empty is undefined, never zero. */
export function NumberField(field: FieldProps & { min?: number; step?: number }) {
  const { register } = useFormContext();
  return (
    <FieldFrame {...field}>
      {(control) => (
        <input
          {...control}
          {...register(field.name, {
            setValueAs: (typed: unknown) =>
              typed === "" || typed === undefined || typed === null ? undefined : Number(typed),
          })}
          type="number"
          min={field.min}
          step={field.step ?? "any"}
          className="usa-input"
        />
      )}
    </FieldFrame>
  );
}

export function TextAreaField({ rows = 4, ...field }: FieldProps & { rows?: number }) {
  const { register } = useFormContext();
  return (
    <FieldFrame {...field}>
      {(control) => <textarea {...control} {...register(field.name)} rows={rows} className="usa-textarea" />}
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/** One of a few, in a drop-down. */
export function SelectField({ choices, ...field }: FieldProps & { choices: readonly Choice[] }) {
  const text = useText();
  const { register } = useFormContext();
  return (
    <FieldFrame {...field}>
      {(control) => (
        <select {...control} {...register(field.name)} className="usa-select">
          <option value="">{text("ui.form.choose")}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** One of a few, all in sight, each with its explanation. */
export function RadioField({ choices, ...field }: FieldProps & { choices: readonly Choice[] }) {
  const { register } = useFormContext();
  const error = useFieldError(field.name);
  const id = fieldId(field.name);
  return (
    <fieldset className={error ? "usa-fieldset usa-form-group--error" : "usa-fieldset"} id={id} tabIndex={-1}>
      <legend className="usa-legend">{field.label}</legend>
      {field.help && <div className="usa-hint">{field.help}</div>}
      {error && <span className="usa-error-message">{error}</span>}
      {choices.map((choice) => (
        <div className="usa-radio" key={choice.value}>
          <input
            className="usa-radio__input"
            type="radio"
            id={`${id}-${choice.value}`}
            value={choice.value}
            {...register(field.name)}
          />
          <label className="usa-radio__label" htmlFor={`${id}-${choice.value}`}>
            {choice.label}
            {choice.help && <span className="usa-checkbox__label-description">{choice.help}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

/** A statement that is true or not. */
export function CheckField({ name, label, help }: FieldProps) {
  const { register } = useFormContext();
  const id = fieldId(name);
  return (
    <div className="usa-checkbox">
      <input className="usa-checkbox__input" type="checkbox" id={id} {...register(name)} />
      <label className="usa-checkbox__label" htmlFor={id}>
        {label}
        {help && <span className="usa-checkbox__label-description">{help}</span>}
      </label>
    </div>
  );
}
