import { useText } from "#admin/i18n/use-text.ts";
import { ChoiceField } from "./choice-field.tsx";
import { ColumnMeanings, type FileColumn } from "./column-meanings.tsx";
import type { DirectoryMapping } from "./observation-mapping.ts";

const meanings = ["ignored", "ori", "name", "kind", "latitude", "longitude"] as const;
type Meaning = (typeof meanings)[number];

const kinds = ["city", "county", "state", "other"] as const;

export interface DirectoryMappingFormProps {
  columns: readonly FileColumn[];
  mapping: DirectoryMapping;
  onChange: (mapping: DirectoryMapping) => void;
}

/** The meanings of the columns of a directory of jurisdictions. */
export function DirectoryMappingForm({ columns, mapping, onChange }: DirectoryMappingFormProps) {
  const text = useText();
  return (
    <div className="fs-import-part">
      <ColumnMeanings
        columns={columns}
        choices={meanings.map((meaning) => ({ value: meaning, label: text(`imports.directory.${meaning}`) }))}
        meaningOf={(name) => meaningOf(mapping, name)}
        onChange={(name, meaning) => {
          onChange(giveMeaning(mapping, name, meaning as Meaning));
        }}
      />
      {mapping.kindColumn !== undefined && (
        <section className="fs-import-part">
          <h3>{text("imports.codes", { column: mapping.kindColumn })}</h3>
          <div className="fs-import-fields">
            {mapping.kinds.map(({ value, kind }) => (
              <ChoiceField
                key={value}
                label={value}
                value={kind}
                onChange={(chosen) => {
                  onChange({
                    ...mapping,
                    kinds: mapping.kinds.map((each) =>
                      each.value === value ? { value, kind: chosen } : each,
                    ),
                  });
                }}
                choices={kinds.map((each) => ({
                  value: each,
                  label: text(`jurisdictions.kind.${each.toUpperCase()}`),
                }))}
              />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

function meaningOf(mapping: DirectoryMapping, column: string): Meaning {
  if (mapping.oriColumn === column) return "ori";
  if (mapping.nameColumns.includes(column)) return "name";
  if (mapping.kindColumn === column) return "kind";
  if (mapping.latitudeColumn === column) return "latitude";
  return mapping.longitudeColumn === column ? "longitude" : "ignored";
}

function giveMeaning(mapping: DirectoryMapping, column: string, meaning: Meaning): DirectoryMapping {
  const without = (name: string | undefined) => (name === column ? undefined : name);
  const nameColumns = mapping.nameColumns.filter((name) => name !== column);
  return {
    ...mapping,
    oriColumn: meaning === "ori" ? column : without(mapping.oriColumn),
    nameColumns: meaning === "name" ? [...nameColumns, column] : nameColumns,
    kindColumn: meaning === "kind" ? column : without(mapping.kindColumn),
    latitudeColumn: meaning === "latitude" ? column : without(mapping.latitudeColumn),
    longitudeColumn: meaning === "longitude" ? column : without(mapping.longitudeColumn),
  };
}
