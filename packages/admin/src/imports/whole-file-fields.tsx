import { skipToken, useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { stateCodes } from "#admin/jurisdictions/state-codes.ts";
import { useActor } from "#admin/session/actor.ts";
import { ChoiceField, WordsField } from "./choice-field.tsx";
import type { MappingDraft } from "./mapping-draft.ts";

const ownSitesQuery = graphql(`
  query OwnSites($jurisdictionId: ID!) {
    sites(jurisdictionId: $jurisdictionId, first: 100) {
      edges {
        node {
          id
          name
          comparisonArea {
            id
            name
          }
        }
      }
    }
  }
`);

export interface WholeFileFieldsProps {
  draft: MappingDraft;
  jurisdictionId: string;
  onChange: (draft: MappingDraft) => void;
}

const dateOrders = ["yearFirst", "monthFirst", "dayFirst"] as const;
const dateKinds = ["month", "quarter", "year"] as const;

/** What holds for the whole file: its place or period where no column says it, its source, how it was counted. */
export function WholeFileFields({ draft, jurisdictionId, onChange }: WholeFileFieldsProps) {
  const text = useText();
  const isCity = useActor().hat === "city";
  const sites =
    useQuery(ownSitesQuery, isCity ? { variables: { jurisdictionId } } : skipToken).data?.sites.edges ?? [];
  const set =
    (name: "place" | "state" | "period" | "source" | "reportingSystem" | "note" | "dateOrder" | "dateKind") =>
    (value: string) => {
      onChange({ ...draft, [name]: value });
    };
  const meant = new Set(Object.values(draft.meanings));
  const stateNeeded = meant.has("name") && !meant.has("state");
  const places = [
    { value: `jurisdiction:${jurisdictionId}`, label: text("imports.whole.jurisdiction") },
    ...sites.map(({ node }) => ({ value: `site:${node.id}`, label: node.name })),
    ...sites.flatMap(({ node: { comparisonArea: area } }) =>
      area
        ? [{ value: `comparisonArea:${area.id}`, label: text("imports.whole.area", { name: area.name }) }]
        : [],
    ),
  ];
  return (
    <section className="fs-import-part">
      <h3>{text("imports.whole")}</h3>
      <div className="fs-import-fields">
        {isCity && (
          <ChoiceField
            label={text("imports.whole.place")}
            value={draft.place}
            nothing={text("imports.whole.byColumn")}
            onChange={set("place")}
            choices={places}
          />
        )}
        {stateNeeded && (
          <ChoiceField
            label={text("imports.whole.state")}
            value={draft.state}
            nothing={text("imports.choose")}
            onChange={set("state")}
            choices={stateCodes.map((code) => ({ value: code, label: code }))}
          />
        )}
        <WordsField
          label={text("imports.whole.period")}
          help={text("imports.whole.period.help")}
          value={draft.period}
          onChange={set("period")}
        />
        {meant.has("date") && (
          <>
            <ChoiceField
              label={text("imports.whole.dateOrder")}
              value={draft.dateOrder}
              onChange={set("dateOrder")}
              choices={dateOrders.map((value) => ({ value, label: text(`imports.dateOrder.${value}`) }))}
            />
            <ChoiceField
              label={text("imports.whole.dateKind")}
              value={draft.dateKind}
              onChange={set("dateKind")}
              choices={dateKinds.map((value) => ({ value, label: text(`imports.dateKind.${value}`) }))}
            />
          </>
        )}
        <WordsField
          label={text("imports.whole.source")}
          help={text("imports.whole.source.help")}
          value={draft.source}
          onChange={set("source")}
        />
        <ChoiceField
          label={text("imports.whole.system")}
          value={draft.reportingSystem}
          nothing={text("imports.whole.system.none")}
          onChange={set("reportingSystem")}
          choices={[
            { value: "SRS", label: text("imports.system.SRS") },
            { value: "NIBRS", label: text("imports.system.NIBRS") },
          ]}
        />
        <WordsField
          label={text("imports.whole.note")}
          help={text("imports.whole.note.help")}
          value={draft.note}
          onChange={set("note")}
        />
      </div>
    </section>
  );
}
