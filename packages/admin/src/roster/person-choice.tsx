import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PersonChoiceQuery } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { useFieldMessage } from "#admin/ui/field-names.ts";
import { today } from "#admin/ui/plain-day.ts";
import "./roster.css";

const personChoiceQuery = graphql(`
  query PersonChoice($jurisdictionId: ID!, $search: String, $isAssigned: Boolean) {
    officers(jurisdictionId: $jurisdictionId, search: $search, isAssigned: $isAssigned, first: 8) {
      totalCount
      edges {
        node {
          id
          name
          rank
          assignments {
            id
            siteName
            startsOn
            endedOn
          }
        }
      }
    }
  }
`);

type Person = PersonChoiceQuery["officers"]["edges"][number]["node"];

/** The value that stands for somebody who is not on the roster yet. */
export const newPerson = "new";

/** Somebody on the roster, found by name, or a new person. People without a slot are offered first. */
export function PersonChoice({ jurisdictionId }: { jurisdictionId: string }) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, previousData } = useQuery(personChoiceQuery, {
    variables: { jurisdictionId, search, isAssigned: search === "" ? false : undefined },
  });
  const found = (data ?? previousData)?.officers;
  const people = found?.edges.map(({ node }) => node) ?? [];
  const message = useChoiceMessage();
  const whereabouts = useWhereabouts();
  return (
    <fieldset className="usa-fieldset fs-stack fs-stack--tight" id="field-officerId" tabIndex={-1}>
      <legend className="usa-legend">{text("roster.fill.who")}</legend>
      {message && <span className="usa-error-message">{message}</span>}
      <label className="usa-label" htmlFor="person-search">
        {text("roster.fill.search")}
      </label>
      <input
        id="person-search"
        type="search"
        className="usa-input"
        value={typed}
        aria-describedby="person-count"
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <p id="person-count" className="fs-soft" role="status">
        {found &&
          text(search ? "roster.fill.found" : "roster.fill.free", {
            count: found.totalCount,
            shown: people.length,
          })}
      </p>
      <div className="fs-choice-list">
        {people.map((person) => (
          <Option key={person.id} value={person.id} label={person.name} help={whereabouts(person)} />
        ))}
        <Option value={newPerson} label={text("roster.fill.new")} help={text("roster.fill.new.help")} />
      </div>
    </fieldset>
  );
}

function useWhereabouts(): (person: Person) => string {
  const text = useText();
  const write = useDayWriter();
  return ({ rank, assignments }) => {
    const open = assignments.find(({ endedOn }) => !endedOn);
    if (!open) return text("roster.fill.noSlot", { rank });
    const site = open.siteName ?? text("roster.obstacle.otherSite");
    if (open.startsOn > today())
      return text("roster.fill.willServe", { rank, site, date: write.absolute(open.startsOn) });
    return text("roster.fill.serves", { rank, site });
  };
}

function useChoiceMessage(): string | undefined {
  const words = useFieldMessage();
  const { formState, getFieldState } = useFormContext();
  const message = getFieldState("officerId", formState).error?.message;
  return message && words(message);
}

function Option({ value, label, help }: { value: string; label: string; help: string }) {
  const { register } = useFormContext();
  const id = `officer-${value}`;
  return (
    <div className="usa-radio">
      <input className="usa-radio__input" type="radio" id={id} value={value} {...register("officerId")} />
      <label className="usa-radio__label" htmlFor={id}>
        {label}
        <span className="usa-checkbox__label-description">{help}</span>
      </label>
    </div>
  );
}

/** Whether the form is about a new person. */
export function useIsNewPerson(): boolean {
  return useWatch({ name: "officerId" }) === newPerson;
}
