import { useId } from "react";
import { useText } from "#admin/i18n/use-text.ts";

export interface ChoiceFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { readonly value: string; readonly label: string }[];
  /** Shown as the choice of nothing; without it something is always chosen. */
  nothing?: string;
  help?: string;
  /** Heard but not seen: for a control whose column header says it. */
  isLabelHidden?: boolean;
}

/** One of a few, where what is chosen takes effect at once rather than with a form. */
export function ChoiceField({
  label,
  value,
  onChange,
  choices,
  nothing,
  help,
  isLabelHidden = false,
}: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="fs-choice">
      <label htmlFor={id} className={isLabelHidden ? "fs-visually-hidden" : "usa-label"}>
        {label}
      </label>
      {help && (
        <div className="usa-hint" id={`${id}-help`}>
          {help}
        </div>
      )}
      <select
        id={id}
        className="usa-select"
        value={value}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {nothing !== undefined && <option value="">{nothing}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface WordsFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
}

/** A few words that take effect as they are typed. */
export function WordsField({ label, value, onChange, help }: WordsFieldProps) {
  const id = useId();
  const text = useText();
  return (
    <div className="fs-choice">
      <label htmlFor={id} className="usa-label">
        {label}
        <span className="usa-hint"> ({text("ui.form.optional")})</span>
      </label>
      {help && (
        <div className="usa-hint" id={`${id}-help`}>
          {help}
        </div>
      )}
      <input
        id={id}
        className="usa-input"
        value={value}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
