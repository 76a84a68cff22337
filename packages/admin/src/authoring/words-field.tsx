import { useText } from "#admin/i18n/use-text.ts";
import { TextAreaField } from "#admin/ui/field.tsx";

export interface WordsFieldProps {
  /** The name of the value, with `en` and `es` below it. */
  name: string;
  label: string;
  rows?: number;
  isOptional?: boolean;
}

/** Words in English and Spanish, side by side. */
export function WordsField({ name, label, rows = 2, isOptional = false }: WordsFieldProps) {
  const text = useText();
  return (
    <div className="fs-authoring__words">
      <TextAreaField
        name={`${name}.en`}
        label={text("authoring.inEnglish", { label })}
        rows={rows}
        isOptional={isOptional}
      />
      <TextAreaField
        name={`${name}.es`}
        label={text("authoring.inSpanish", { label })}
        rows={rows}
        isOptional
      />
    </div>
  );
}
