import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { Importer } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { ChoiceField, WordsField } from "./choice-field.tsx";
import { useFindingMessage } from "./use-finding-words.ts";

const keptMappingsQuery = graphql(`
  query KeptMappings($importer: Importer!, $jurisdictionId: ID) {
    importMappings(importer: $importer, jurisdictionId: $jurisdictionId) {
      id
      name
      mapping
    }
  }
`);

const saveMutation = graphql(`
  mutation KeptMappings_save($input: SaveImportMappingInput!) {
    saveImportMapping(input: $input) {
      ... on ImportMappingSaved {
        mapping {
          id
          name
          mapping
        }
      }
      ... on ImportWorkRefused {
        findings {
          code
          message
          values
        }
      }
    }
  }
`);

export interface KeptMappingsProps {
  importId: string;
  importer: Importer;
  jurisdictionId: string;
  mapping: unknown;
  onChoose: (mapping: unknown) => void;
}

/** Mappings kept by name: take one for this file, or keep this one for the next. */
export function KeptMappings({ importId, importer, jurisdictionId, mapping, onChoose }: KeptMappingsProps) {
  const text = useText();
  const { data, refetch } = useQuery(keptMappingsQuery, { variables: { importer, jurisdictionId } });
  const [save, { loading }] = useMutation(saveMutation);
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const kept = data?.importMappings ?? [];
  const words = useFindingMessage();
  const keep = async () => {
    const answer = await save({ variables: { input: { importId, name, mapping } } });
    const outcome = answer.data?.saveImportMapping;
    const [refused] = outcome?.__typename === "ImportWorkRefused" ? outcome.findings : [];
    setSaid(refused ? words(refused) : text("imports.kept.saved", { name }));
    await refetch();
  };
  return (
    <div className="fs-row fs-kept">
      {kept.length > 0 && (
        <ChoiceField
          label={text("imports.kept.choose")}
          value=""
          nothing={text("imports.kept.none")}
          onChange={(id) => {
            const chosen = kept.find((each) => each.id === id);
            if (!chosen) return;
            setName(chosen.name);
            onChoose(chosen.mapping);
          }}
          choices={kept.map((each) => ({ value: each.id, label: each.name }))}
        />
      )}
      <WordsField label={text("imports.kept.name")} value={name} onChange={setName} />
      <div>
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-disabled={loading || name.trim() === ""}
          onClick={() => {
            if (name.trim() !== "") void keep();
          }}
        >
          {text("imports.kept.save")}
        </button>
      </div>
      {said && (
        <Notice kind="note" isLive>
          {said}
        </Notice>
      )}
    </div>
  );
}
