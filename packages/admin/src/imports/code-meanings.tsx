import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { ChoiceField } from "./choice-field.tsx";

const codeMeaningsQuery = graphql(`
  query CodeMeanings($id: ID!, $column: String!) {
    import(id: $id) {
      id
      valuesOfColumn(column: $column)
    }
  }
`);

export interface CodeMeaningsProps {
  importId: string;
  column: string;
  codes: Readonly<Record<string, string>>;
  indicators: readonly { readonly value: string; readonly label: string }[];
  onChange: (codes: Record<string, string>) => void;
}

/** For a file with a row for each indicator: what each value of its column stands for. */
export function CodeMeanings({ importId, column, codes, indicators, onChange }: CodeMeaningsProps) {
  const text = useText();
  const { data } = useQuery(codeMeaningsQuery, { variables: { id: importId, column } });
  const values = [...new Set([...(data?.import?.valuesOfColumn ?? []), ...Object.keys(codes)])];
  return (
    <section className="fs-import-part">
      <h3>{text("imports.codes", { column })}</h3>
      <div className="fs-import-fields">
        {values.map((value) => (
          <ChoiceField
            key={value}
            label={value}
            value={codes[value] ?? ""}
            nothing={text("imports.indicator.none")}
            onChange={(indicator) => {
              onChange({ ...codes, [value]: indicator });
            }}
            choices={indicators}
          />
        ))}
      </div>
    </section>
  );
}
