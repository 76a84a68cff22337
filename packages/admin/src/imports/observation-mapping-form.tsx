import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CodeMeanings } from "./code-meanings.tsx";
import { ColumnMeanings, type FileColumn } from "./column-meanings.tsx";
import { LeaveOutRows } from "./leave-out-rows.tsx";
import {
  type ColumnMeaning,
  columnMeanings,
  draftOf,
  giveMeaning,
  type MappingDraft,
  mappingOf,
} from "./mapping-draft.ts";
import type { ObservationMapping } from "./observation-mapping.ts";
import { WholeFileFields } from "./whole-file-fields.tsx";

const mappingChoicesQuery = graphql(`
  query MappingChoices {
    indicators(first: 100) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`);

export interface ObservationMappingFormProps {
  importId: string;
  jurisdictionId: string;
  columns: readonly FileColumn[];
  mapping: ObservationMapping;
  onChange: (mapping: ObservationMapping) => void;
}

/** The meanings of the columns of a file of figures, and what holds for all of it. */
export function ObservationMappingForm({
  importId,
  jurisdictionId,
  columns,
  mapping,
  onChange,
}: ObservationMappingFormProps) {
  const text = useText();
  const indicators = useIndicators();
  const draft = useMemo(
    () =>
      draftOf(
        mapping,
        columns.map(({ name }) => name),
      ),
    [mapping, columns],
  );
  const change = (next: MappingDraft) => {
    onChange(mappingOf(next));
  };
  const indicatorColumn = columns.find(({ name }) => draft.meanings[name] === "indicator")?.name;
  return (
    <div className="fs-import-part">
      <ColumnMeanings
        columns={columns}
        choices={columnMeanings.map((meaning) => ({
          value: meaning,
          label: text(`imports.meaning.${meaning}`),
        }))}
        meaningOf={(name) => draft.meanings[name] ?? "ignored"}
        onChange={(name, meaning) => {
          change(giveMeaning(draft, name, meaning as ColumnMeaning));
        }}
        more={(name) =>
          draft.meanings[name] === "figures" && (
            <ChoiceField
              label={text("imports.indicatorOf", { column: name })}
              isLabelHidden
              value={draft.indicators[name] ?? ""}
              nothing={text("imports.indicator.choose")}
              onChange={(indicator) => {
                change({ ...draft, indicators: { ...draft.indicators, [name]: indicator } });
              }}
              choices={indicators}
            />
          )
        }
      />
      {indicatorColumn !== undefined && (
        <CodeMeanings
          importId={importId}
          column={indicatorColumn}
          codes={draft.codes}
          indicators={indicators}
          onChange={(codes) => {
            change({ ...draft, codes });
          }}
        />
      )}
      <WholeFileFields draft={draft} jurisdictionId={jurisdictionId} onChange={change} />
      <LeaveOutRows
        columns={columns.map(({ name }) => name)}
        leaveOut={draft.leaveOut}
        onChange={(leaveOut) => {
          change({ ...draft, leaveOut });
        }}
      />
    </div>
  );
}

function useIndicators(): readonly { value: string; label: string }[] {
  const { data } = useQuery(mappingChoicesQuery);
  return useMemo(
    () =>
      data?.indicators.edges.map(({ node }) => ({
        value: node.code,
        label: `${node.code} · ${node.name}`,
      })) ?? [],
    [data],
  );
}
