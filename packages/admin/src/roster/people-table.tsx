import { useQuery } from "@apollo/client/react";
import { type ReactNode, useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PeopleTableQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { Day } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { CommitmentBar } from "./commitment-bar.tsx";
import { slotName } from "./slot-name.ts";
import { TrainingSummary } from "./training-summary.tsx";

const peopleTableQuery = graphql(`
  query PeopleTable($search: String, $isAssigned: Boolean, $endsWithinDays: Int, $after: String) {
    officers(
      search: $search
      isAssigned: $isAssigned
      endsWithinDays: $endsWithinDays
      after: $after
      first: 50
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          jurisdictionId
          name
          rank
          assignments {
            id
            siteName
            positionTitle
            slot
            hasSeveralSlots
            startsOn
            endedOn
            commitment {
              endsOn
              daysLeft
              within
              elapsed
              leaveDays
              endsWithLeaveOn
            }
            trainings {
              trainingKey
              name
              state
            }
          }
        }
      }
    }
  }
`);

type Person = PeopleTableQuery["officers"]["edges"][number]["node"];
type Assignment = Person["assignments"][number];

/** The people of the city, where each serves, until when, and with which training. */
export function PeopleTable() {
  const text = useText();
  const asked = useAddressParams();
  const standing = asked["standing"];
  const search = asked["search"];
  const result = useQuery(peopleTableQuery, {
    variables: { search, ...(standing ? standings[standing] : undefined), after: useAfter() },
  });
  const list = (loaded(result) ?? result.previousData)?.officers;
  const none = (search ?? standing) ? "none" : "empty";
  return (
    <div className="fs-stack">
      <FilterBar filters={useFilters()} />
      <DataTable
        name="people"
        caption={text("roster.people")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list])}
        rowKey={(person) => person.id}
        rowTo={(person) => `/roster/${person.jurisdictionId}/${person.id}`}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={
          <EmptyState title={text(`roster.people.${none}.title`)}>
            {text(`roster.people.${none}.text`)}
          </EmptyState>
        }
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </div>
  );
}

/** What the filter asks the server for. */
const standings: Readonly<Record<string, { isAssigned?: boolean; endsWithinDays?: number }>> = {
  slot: { isAssigned: true },
  none: { isAssigned: false },
  ending: { endsWithinDays: 180 },
};

function useFilters() {
  const text = useText();
  return useMemo(
    () => [
      { kind: "words" as const, name: "search", label: text("roster.name") },
      {
        kind: "choice" as const,
        name: "standing",
        label: text("roster.filter.standing"),
        choices: Object.keys(standings).map((value) => ({
          value,
          label: text(`roster.filter.standing.${value}`),
        })),
      },
    ],
    [text],
  );
}

/** Those that a person holds today; the server lists later and earlier ones too. */
function held({ assignments }: Person): Assignment[] {
  const day = today();
  return assignments.filter(({ startsOn, endedOn }) => startsOn <= day && (!endedOn || day <= endedOn));
}

function useColumns(): readonly Column<Person>[] {
  const text = useText();
  return useMemo(
    () => [
      { id: "name", header: text("roster.name"), value: (person) => person.name },
      { id: "rank", header: text("roster.rank"), value: (person) => person.rank },
      {
        id: "serves",
        header: text("roster.serves"),
        value: (person) =>
          held(person)
            .map((one) => `${slotName(one, text)}, ${one.siteName ?? ""}`)
            .join("; "),
        cell: (person) => <Serves assignments={held(person)} />,
      },
      {
        id: "since",
        header: text("roster.since"),
        value: (person) => held(person)[0]?.startsOn ?? null,
        cell: (person) => (
          <OfEach
            assignments={held(person)}
            show={({ id, startsOn }) => (
              <span key={id} className="fs-block">
                <Day date={startsOn} isRelative={false} />
              </span>
            )}
          />
        ),
      },
      {
        id: "commitment",
        header: text("roster.commitment"),
        value: (person) => held(person)[0]?.commitment?.endsOn ?? null,
        cell: (person) => (
          <OfEach
            assignments={held(person)}
            show={({ id, commitment }) => <CommitmentBar key={id} commitment={commitment} />}
          />
        ),
      },
      {
        id: "training",
        header: text("roster.training"),
        value: (person) =>
          held(person)
            .flatMap(({ trainings }) => trainings)
            .filter(({ state }) => state === "MISSING" || state === "EXPIRED").length,
        cell: (person) => (
          <OfEach
            assignments={held(person)}
            show={({ id, trainings }) => <TrainingSummary key={id} trainings={trainings} />}
          />
        ),
      },
    ],
    [text],
  );
}

function OfEach({
  assignments,
  show,
}: {
  assignments: readonly Assignment[];
  show: (one: Assignment) => ReactNode;
}) {
  return assignments.length === 0 ? "–" : assignments.map(show);
}

function Serves({ assignments }: { assignments: readonly Assignment[] }) {
  const text = useText();
  if (assignments.length === 0) return <StatusTag kind="plain">{text("roster.serves.none")}</StatusTag>;
  return (
    <span className="fs-stack fs-stack--tight">
      {assignments.map((one) => (
        <span key={one.id}>
          {slotName(one, text)}
          <span className="fs-soft fs-block">{one.siteName ?? text("roster.obstacle.otherSite")}</span>
        </span>
      ))}
    </span>
  );
}
