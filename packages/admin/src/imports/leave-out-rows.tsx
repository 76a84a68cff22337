import { useText } from "#admin/i18n/use-text.ts";
import { ChoiceField, WordsField } from "./choice-field.tsx";

interface LeftOut {
  readonly column: string;
  readonly value: string;
}

export interface LeaveOutRowsProps {
  columns: readonly string[];
  leaveOut: readonly LeftOut[];
  onChange: (leaveOut: readonly LeftOut[]) => void;
}

/** Rows that are not wanted, such as a total: those where a column holds exactly this. */
export function LeaveOutRows({ columns, leaveOut, onChange }: LeaveOutRowsProps) {
  const text = useText();
  const change = (index: number, part: Partial<LeftOut>) => {
    onChange(leaveOut.map((each, position) => (position === index ? { ...each, ...part } : each)));
  };
  return (
    <section className="fs-import-part">
      <h3>{text("imports.leaveOut")}</h3>
      {leaveOut.map((each, index) => (
        <div className="fs-import-fields" key={index}>
          <ChoiceField
            label={text("imports.leaveOut.column")}
            value={each.column}
            nothing={text("imports.choose")}
            onChange={(column) => {
              change(index, { column });
            }}
            choices={columns.map((name) => ({ value: name, label: name }))}
          />
          <WordsField
            label={text("imports.leaveOut.value")}
            value={each.value}
            onChange={(value) => {
              change(index, { value });
            }}
          />
          <div>
            <button
              type="button"
              className="usa-button usa-button--outline fs-small-button"
              onClick={() => {
                onChange(leaveOut.filter((_, position) => position !== index));
              }}
            >
              {text("imports.leaveOut.remove")}
            </button>
          </div>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="usa-button usa-button--outline fs-small-button"
          onClick={() => {
            onChange([...leaveOut, { column: columns[0] ?? "", value: "" }]);
          }}
        >
          {text("imports.leaveOut.add")}
        </button>
      </div>
    </section>
  );
}
