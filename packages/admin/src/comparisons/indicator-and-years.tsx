import { type SubmitEvent, useId } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { IndicatorAndYears_IndicatorsFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useSetAddressParams } from "#admin/ui/address.ts";
import { useComparisonChoice } from "./comparison-choice.ts";

graphql(`
  fragment IndicatorAndYears_indicators on ComparedIndicator {
    code
    name
  }
`);

/** Which indicator, and from which year to which. */
export function IndicatorAndYears({
  indicators,
}: {
  indicators: readonly IndicatorAndYears_IndicatorsFragment[];
}) {
  const text = useText();
  const id = useId();
  const { indicator } = useComparisonChoice();
  const set = useSetAddressParams();
  return (
    <div className="fs-row fs-comparison__fields">
      <div className="fs-filter">
        <label htmlFor={id}>{text("comparisons.indicator")}</label>
        <select
          id={id}
          className="usa-select"
          value={indicator ?? ""}
          onChange={(event) => {
            set({ indicator: event.target.value || undefined });
          }}
        >
          <option value="">{text("comparisons.indicator.choose")}</option>
          {indicators.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </select>
      </div>
      <Years />
    </div>
  );
}

function Years() {
  const text = useText();
  const { from, to } = useComparisonChoice();
  const set = useSetAddressParams();
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const years = new FormData(event.currentTarget);
    const written = (name: string) => {
      const year = years.get(name);
      return typeof year === "string" && year !== "" ? year : undefined;
    };
    set({ from: written("from"), to: written("to"), year: undefined });
  };
  return (
    <form key={`${from ?? ""}-${to ?? ""}`} className="fs-row" onSubmit={apply}>
      <Year name="from" label={text("comparisons.from")} value={from} />
      <Year name="to" label={text("comparisons.to")} value={to} />
      <button type="submit" className="usa-button usa-button--outline fs-comparison__apply">
        {text("comparisons.apply")}
      </button>
    </form>
  );
}

function Year({ name, label, value }: { name: string; label: string; value: number | undefined }) {
  const id = useId();
  return (
    <div className="fs-filter fs-comparison__year">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="number"
        min={1900}
        max={2199}
        className="usa-input"
        defaultValue={value}
      />
    </div>
  );
}
