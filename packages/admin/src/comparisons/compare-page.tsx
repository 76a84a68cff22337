import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Page } from "#admin/ui/page.tsx";
import { ComparisonAnswer } from "./comparison-answer.tsx";
import { useComparisonChoice } from "./comparison-choice.ts";
import { IndicatorAndYears } from "./indicator-and-years.tsx";
import { PlacePicker } from "./place-picker.tsx";
import "#admin/ui/filter-bar.css";
import "./comparisons.css";

const comparePageQuery = graphql(`
  query ComparePage {
    comparisonIndicators {
      ...IndicatorAndYears_indicators @unmask
    }
  }
`);

/** Cities and sites side by side on one indicator: chosen here, answered below, never ranked. */
export function ComparePage() {
  const text = useText();
  const { indicator, places, years } = useComparisonChoice();
  const indicators = loaded(useQuery(comparePageQuery))?.comparisonIndicators;
  const isReady = indicator !== undefined && places.length > 0 && years.length > 0;
  return (
    <Page title={text("comparisons.title")} sentence={text("comparisons.sentence")}>
      {indicators?.length === 0 ? (
        <EmptyState title={text("comparisons.empty.title")}>{text("comparisons.empty.text")}</EmptyState>
      ) : (
        <>
          <section className="fs-comparison__choice fs-no-print" aria-label={text("comparisons.choose")}>
            {indicators && <IndicatorAndYears indicators={indicators} />}
            {indicator && <PlacePicker indicator={indicator} />}
          </section>
          {isReady ? (
            <ComparisonAnswer indicator={indicator} places={places} years={years} />
          ) : (
            <EmptyState title={text("comparisons.start.title")}>{text("comparisons.start.text")}</EmptyState>
          )}
        </>
      )}
    </Page>
  );
}
