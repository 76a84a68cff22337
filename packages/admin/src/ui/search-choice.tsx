import { useFormContext } from "react-hook-form";
import { fieldId, useFieldMessage } from "./field-names.ts";

export interface SearchChoiceProps {
  /** The name of the value in the form's schema. */
  name: string;
  label: string;
  searchLabel: string;
  typed: string;
  onType: (typed: string) => void;
  /** How many were found, said as it changes. */
  foundWords: string | undefined;
  /** What was found, and last what stands for something new. */
  options: readonly { readonly value: string; readonly label: string; readonly help: string }[];
}

/** One of many, found by typing a part of its name; the one who asks the server says what was found. */
export function SearchChoice(props: SearchChoiceProps) {
  const { name, options } = props;
  const { formState, getFieldState, register } = useFormContext();
  const words = useFieldMessage();
  const message = getFieldState(name, formState).error?.message;
  const id = fieldId(name);
  return (
    <fieldset className="usa-fieldset fs-stack fs-stack--tight" id={id} tabIndex={-1}>
      <legend className="usa-legend">{props.label}</legend>
      {message && <span className="usa-error-message">{words(message)}</span>}
      <label className="usa-label" htmlFor={`${id}-search`}>
        {props.searchLabel}
      </label>
      <input
        id={`${id}-search`}
        type="search"
        className="usa-input"
        value={props.typed}
        aria-describedby={`${id}-count`}
        onChange={(event) => {
          props.onType(event.target.value);
        }}
      />
      <p id={`${id}-count`} className="fs-soft" role="status">
        {props.foundWords}
      </p>
      <div className="fs-stack fs-stack--tight">
        {options.map(({ value, label, help }) => (
          <div key={value} className="usa-radio">
            <input
              className="usa-radio__input"
              type="radio"
              id={`${id}-${value}`}
              value={value}
              {...register(name)}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${value}`}>
              {label}
              <span className="usa-checkbox__label-description">{help}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
