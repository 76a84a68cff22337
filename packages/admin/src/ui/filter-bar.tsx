import { type SubmitEvent, useId } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, useSetAddressParams } from "./address.ts";
import { Icon } from "./icon.tsx";
import "./filter-bar.css";

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

/** A filter of a list, by the name that it has in the address. */
export type Filter =
  | { readonly kind: "words"; readonly name: string; readonly label: string }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      readonly choices: readonly FilterChoice[];
      /** What holds while nothing is chosen, where that is not "all". */
      readonly otherwise?: string;
    };

/** The filters of a list: each kept in the address, each that is set shown as a chip to take away. */
export function FilterBar({ filters }: { filters: readonly Filter[] }) {
  const text = useText();
  const values = useAddressParams();
  const set = useSetAddressParams();
  const change = (name: string, value: string) => {
    set({ [name]: value || undefined, after: undefined });
  };
  const chosen = filters.filter((filter) => values[filter.name]);
  return (
    <div className="fs-filters fs-no-print">
      <div className="fs-row">
        {filters.map((filter) =>
          filter.kind === "words" ? (
            <WordsFilter
              key={`${filter.name}:${values[filter.name] ?? ""}`}
              filter={filter}
              value={values[filter.name] ?? ""}
              onChange={change}
            />
          ) : (
            <ChoiceFilter
              key={filter.name}
              filter={filter}
              value={values[filter.name] ?? ""}
              onChange={change}
            />
          ),
        )}
      </div>
      {chosen.length > 0 && (
        <ul className="fs-plain fs-row" aria-label={text("ui.filters.chosen")}>
          {chosen.map((filter) => (
            <li key={filter.name}>
              <button
                type="button"
                className="fs-chip"
                onClick={() => {
                  change(filter.name, "");
                }}
              >
                {filter.label}: {chosenLabel(filter, values[filter.name] ?? "")}
                <Icon name="close" label={text("ui.filters.remove")} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function chosenLabel(filter: Filter, value: string): string {
  if (filter.kind === "words") return value;
  return filter.choices.find((choice) => choice.value === value)?.label ?? value;
}

interface OneFilterProps<Kind extends Filter["kind"]> {
  filter: Extract<Filter, { kind: Kind }>;
  value: string;
  onChange: (name: string, value: string) => void;
}

function WordsFilter({ filter, value, onChange }: OneFilterProps<"words">) {
  const text = useText();
  const id = useId();
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("words");
    onChange(filter.name, typeof typed === "string" ? typed.trim() : "");
  };
  return (
    <form className="fs-filter" role="search" onSubmit={apply}>
      <label htmlFor={id}>{filter.label}</label>
      <span className="fs-filter__words">
        <input id={id} name="words" type="search" className="usa-input" defaultValue={value} />
        <button type="submit" className="usa-button usa-button--outline">
          <Icon name="search" label={text("ui.filters.search")} />
        </button>
      </span>
    </form>
  );
}

function ChoiceFilter({ filter, value, onChange }: OneFilterProps<"choice">) {
  const text = useText();
  const id = useId();
  return (
    <div className="fs-filter">
      <label htmlFor={id}>{filter.label}</label>
      <select
        id={id}
        className="usa-select"
        value={value}
        onChange={(event) => {
          onChange(filter.name, event.target.value);
        }}
      >
        <option value="">{filter.otherwise ?? text("ui.filters.all")}</option>
        {filter.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
