import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Icon } from "#admin/ui/icon.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { ComparabilityNotice } from "./comparability-notice.tsx";
import { ComparisonChart } from "./comparison-chart.tsx";
import { ComparisonExport } from "./comparison-export.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { useTogglePlace } from "./comparison-choice.ts";

const comparisonAnswerQuery = graphql(`
  query ComparisonAnswer($indicator: String!, $places: [ID!]!, $years: [Int!]!) {
    comparison(indicator: $indicator, places: $places, years: $years) {
      places {
        id
        name
      }
      comparability {
        ...ComparabilityNotice_comparability @unmask
      }
      ...ComparisonChart_comparison @unmask
      ...ComparisonTable_comparison @unmask
    }
  }
`);

export interface ComparisonAnswerProps {
  indicator: string;
  places: readonly string[];
  years: readonly number[];
}

/** The places that were chosen, side by side: what must be said, the chart, the table, the files. */
export function ComparisonAnswer({ indicator, places, years }: ComparisonAnswerProps) {
  const text = useText();
  const variables = { indicator, places: [...places], years: [...years] };
  const result = useQuery(comparisonAnswerQuery, { variables });
  const comparison = (loaded(result) ?? result.previousData)?.comparison;
  if (!comparison) return <Skeleton lines={8} />;
  return (
    <div className="fs-stack">
      <ChosenPlaces places={comparison.places} />
      {comparison.places.length < places.length && (
        <Notice kind="warning">
          {text("comparisons.unknownPlaces", { count: places.length - comparison.places.length })}
        </Notice>
      )}
      <ComparabilityNotice comparability={comparison.comparability} />
      <ComparisonChart comparison={comparison} />
      <ComparisonExport {...variables} />
      <ComparisonTable comparison={comparison} />
    </div>
  );
}

function ChosenPlaces({ places }: { places: readonly { readonly id: string; readonly name: string }[] }) {
  const text = useText();
  const toggle = useTogglePlace();
  return (
    <ul className="fs-plain fs-row fs-no-print" aria-label={text("comparisons.places.chosen")}>
      {places.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className="fs-chip"
            onClick={() => {
              toggle(id);
            }}
          >
            {name}
            <Icon name="close" label={text("comparisons.places.remove")} />
          </button>
        </li>
      ))}
    </ul>
  );
}
