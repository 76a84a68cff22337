import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { ChoiceField, WordsField } from "./choice-field.tsx";
import { type PlaceMeaning, type RosterMapping, withPlace } from "./roster-mapping.ts";

const rosterPlacesQuery = graphql(`
  query RosterPlaces($id: ID!, $column: String!) {
    import(id: $id) {
      id
      valuesOfColumn(column: $column)
    }
  }
`);

export interface RosterPlacesProps {
  importId: string;
  /** The column that names the site. */
  column: string;
  /** The names of the city's sites. */
  sites: readonly string[];
  mapping: RosterMapping;
  onChange: (mapping: RosterMapping) => void;
}

/** Which site, and which position there, each value of the site's column stands for. */
export function RosterPlaces({ importId, column, sites, mapping, onChange }: RosterPlacesProps) {
  const text = useText();
  const { data } = useQuery(rosterPlacesQuery, { variables: { id: importId, column } });
  const known = mapping.places.map(({ value }) => value);
  const values = [...new Set([...(data?.import?.valuesOfColumn ?? []), ...known])];
  return (
    <section className="fs-import-part">
      <h3>{text("imports.codes", { column })}</h3>
      <p className="fs-soft">{text("imports.roster.places.help")}</p>
      <div className="fs-import-fields">
        {values.map((value) => (
          <PlaceField
            key={value}
            place={mapping.places.find((place) => place.value === value) ?? { value, site: "" }}
            sites={sites}
            hasPosition={mapping.positionColumn !== undefined}
            onChange={(place) => {
              onChange(withPlace(mapping, place));
            }}
          />
        ))}
      </div>
    </section>
  );
}

interface PlaceFieldProps {
  place: PlaceMeaning;
  sites: readonly string[];
  hasPosition: boolean;
  onChange: (place: PlaceMeaning) => void;
}

function PlaceField({ place, sites, hasPosition, onChange }: PlaceFieldProps) {
  const text = useText();
  return (
    <>
      <ChoiceField
        label={place.value}
        value={place.site}
        nothing={text("imports.roster.places.none")}
        onChange={(site) => {
          onChange({ ...place, site });
        }}
        choices={sites.map((name) => ({ value: name, label: name }))}
      />
      {place.site !== "" && !hasPosition && (
        <WordsField
          label={text("imports.roster.places.position", { value: place.value })}
          value={place.position ?? ""}
          onChange={(position) => {
            onChange({ ...place, position: position === "" ? undefined : position });
          }}
        />
      )}
    </>
  );
}
