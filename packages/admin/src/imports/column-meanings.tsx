import type { ReactNode } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { ChoiceField } from "./choice-field.tsx";

export interface FileColumn {
  readonly name: string;
  readonly examples: readonly string[];
}

export interface ColumnMeaningsProps {
  columns: readonly FileColumn[];
  choices: readonly { readonly value: string; readonly label: string }[];
  meaningOf: (column: string) => string;
  onChange: (column: string, meaning: string) => void;
  /** What more there is to say about a column once its meaning is known. */
  more?: (column: string) => ReactNode;
}

/** Every column of the file with examples from it, and what it means. */
export function ColumnMeanings({ columns, choices, meaningOf, onChange, more }: ColumnMeaningsProps) {
  const text = useText();
  return (
    <div className="fs-table-frame">
      <table className="fs-table fs-meanings">
        <caption className="fs-visually-hidden">{text("imports.mapping")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("imports.column")}</th>
            <th scope="col">{text("imports.column.examples")}</th>
            <th scope="col">{text("imports.column.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, examples }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label={text("imports.column.examples")} className="fs-soft">
                {examples.length > 0 ? examples.slice(0, 3).join(" · ") : text("imports.column.blank")}
              </td>
              <td data-label={text("imports.column.meaning")}>
                <div className="fs-meaning">
                  <ChoiceField
                    label={text("imports.column.meaningOf", { column: name })}
                    isLabelHidden
                    value={meaningOf(name)}
                    onChange={(meaning) => {
                      onChange(name, meaning);
                    }}
                    choices={choices}
                  />
                  {more?.(name)}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
