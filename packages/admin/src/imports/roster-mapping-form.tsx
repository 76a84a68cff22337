import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { ChoiceField, WordsField } from "./choice-field.tsx";
import { ColumnMeanings, type FileColumn } from "./column-meanings.tsx";
import { RosterPlaces } from "./roster-places.tsx";
import { meaningIn, type RosterMapping, rosterMeanings, withMeaning } from "./roster-mapping.ts";

const rosterSitesQuery = graphql(`
  query RosterMappingForm($jurisdictionId: ID!) {
    sites(jurisdictionId: $jurisdictionId, first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export interface RosterMappingFormProps {
  importId: string;
  jurisdictionId: string;
  columns: readonly FileColumn[];
  mapping: RosterMapping;
  onChange: (mapping: RosterMapping) => void;
}

const dayOrders = ["yearFirst", "monthFirst", "dayFirst"] as const;

/** What the columns of a roster mean, how its days are written, and who is meant by a name that is known. */
export function RosterMappingForm({
  importId,
  jurisdictionId,
  columns,
  mapping,
  onChange,
}: RosterMappingFormProps) {
  const text = useText();
  const sites = useQuery(rosterSitesQuery, { variables: { jurisdictionId } }).data?.sites.edges ?? [];
  return (
    <div className="fs-import-part">
      <ColumnMeanings
        columns={columns}
        choices={["ignored" as const, ...rosterMeanings].map((meaning) => ({
          value: meaning,
          label: text(`imports.roster.${meaning}`),
        }))}
        meaningOf={(name) => meaningIn(mapping, name) ?? "ignored"}
        onChange={(name, chosen) => {
          onChange(
            withMeaning(
              mapping,
              name,
              rosterMeanings.find((meaning) => meaning === chosen),
            ),
          );
        }}
      />
      <section className="fs-import-part">
        <h3>{text("imports.whole")}</h3>
        <div className="fs-import-fields">
          <WordsField
            label={text("imports.roster.issuer")}
            help={text("imports.roster.issuer.help")}
            value={mapping.issuer}
            onChange={(issuer) => {
              onChange({ ...mapping, issuer });
            }}
          />
          <ChoiceField
            label={text("imports.roster.dayOrder")}
            value={mapping.dayOrder ?? ""}
            nothing={text("imports.roster.dayOrder.unsaid")}
            onChange={(chosen) => {
              onChange({ ...mapping, dayOrder: dayOrders.find((order) => order === chosen) });
            }}
            choices={dayOrders.map((value) => ({ value, label: text(`imports.dateOrder.${value}`) }))}
          />
          <ChoiceField
            label={text("imports.roster.counts")}
            value={mapping.counts}
            onChange={(counts) => {
              onChange({ ...mapping, counts: counts as RosterMapping["counts"] });
            }}
            choices={(["from1900", "from1904"] as const).map((value) => ({
              value,
              label: text(`imports.roster.counts.${value}`),
            }))}
          />
          <ChoiceField
            label={text("imports.roster.namesakes")}
            help={text("imports.roster.namesakes.help")}
            value={mapping.namesakes}
            onChange={(namesakes) => {
              onChange({ ...mapping, namesakes: namesakes as RosterMapping["namesakes"] });
            }}
            choices={(["listed", "samePerson", "otherPerson"] as const).map((value) => ({
              value,
              label: text(`imports.roster.namesakes.${value}`),
            }))}
          />
        </div>
      </section>
      {mapping.siteColumn !== undefined && (
        <RosterPlaces
          importId={importId}
          column={mapping.siteColumn}
          sites={sites.map(({ node }) => node.name)}
          mapping={mapping}
          onChange={onChange}
        />
      )}
    </div>
  );
}
