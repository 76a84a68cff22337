import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useState } from "react";
import { useWatch } from "react-hook-form";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PersonChoiceQuery } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { SearchChoice } from "#admin/ui/search-choice.tsx";

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
  const whereabouts = useWhereabouts();
  const foundWords = (all: number) =>
    text(search ? "roster.fill.found" : "roster.fill.free", { count: all, shown: people.length });
  return (
    <SearchChoice
      name="officerId"
      label={text("roster.fill.who")}
      searchLabel={text("roster.fill.search")}
      typed={typed}
      onType={setTyped}
      foundWords={found && foundWords(found.totalCount)}
      options={[
        ...people.map((person) => ({ value: person.id, label: person.name, help: whereabouts(person) })),
        { value: newPerson, label: text("roster.fill.new"), help: text("roster.fill.new.help") },
      ]}
    />
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

/** Whether the form is about a new person. */
export function useIsNewPerson(): boolean {
  return useWatch({ name: "officerId" }) === newPerson;
}
